/** Impact: indicators, figures with a reference, communiqués. The dashboard stands in its own folder. */
export { impactApi } from './api.ts'
export { defineFigure, defineStandardFigures, type NewFigure } from './commands/define-figure.ts'
export { type Publishing, publishCommunique } from './commands/publish-communique.ts'
export { writeCommunique, type WrittenCommunique } from './commands/write-communique.ts'
export type { Asked, Parameters } from './indicators/indicator.ts'
export { INDICATOR_CODES, type IndicatorCode, indicator, isIndicator } from './indicators/indicators.ts'
export { publishedCommuniques } from './queries/communique.ts'
export { dashboardRoutes } from './dashboard/routes.tsx'
export { figureHeads, figureOf, valuesOf } from './queries/figure.ts'
export { figuresOfHome } from './home.ts'
export {
  type IndicatorRecord,
  type IndicatorValue,
  indicatorByRegion,
  indicatorRecords,
  indicatorValue,
  indicatorValues,
  type RegionPart,
} from './queries/indicator.ts'
export { publicationPlan } from './queries/plan.ts'
export { impactRoutes } from './routes.tsx'
export type { FigureHead, FigureValue, FrozenFigure, PublicationPlan, PublishedCommunique } from './views.ts'
export { figureName, figureText, indicatorName } from './wording.ts'
export { words as impactWords } from './words/index.ts'
