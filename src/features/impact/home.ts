/** The figures of the public home: totals of the newest edition that has a published communiqué, the four that say most. */
import type { HomeFigure, Provider } from '../programme/index.ts'
import { impactView } from './impact-view.ts'
import type { IndicatorCode } from './indicators/indicators.ts'
import { publishedCommuniques } from './queries/communique.ts'
import { figureName, figureText } from './wording.ts'

const TOLD: readonly IndicatorCode[] = [
  'admitted',
  'individual-trainings',
  'group-trainings',
  'tours',
  'tour-visits',
  'active-at-end',
  'tour-workshops',
]
const SHOWN = 4

export const figuresOfHome: Provider<readonly HomeFigure[]> = async ({ db, organisation, language }) => {
  const { editions } = impactView(await publishedCommuniques(db, organisation))
  const [newest] = editions.filter(({ totals }) => totals.length > 0)
  if (newest === undefined) return []
  return TOLD.flatMap((code) => newest.totals.filter(({ indicator }) => indicator === code))
    .slice(0, SHOWN)
    .map((figure) => ({
      value: figureText(figure, language),
      says: figureName(figure, language),
      reference: figure.reference,
      href: `/${language}/figures/${figure.reference}`,
    }))
}
