/** Fields of the stages of review. Which a stage has follows from how its reader decides. */
import { HIDDEN_CLASSES } from '../../../domain/blindness.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { inLanguage } from '../../../domain/language.ts'
import { COMMENT_RULES, DISCUSSIONS, HAPPENINGS, MAJORITIES, type Mode, MODES } from '../../../domain/review-stage.ts'
import type { FieldOption, FieldSpec } from './field.ts'
import type { Around } from './parts.ts'
import { words } from './words/index.ts'

type StageDocument = NonNullable<EditionDocument['review']>[number]

/** Highest step a grid may be described for on one page. */
const MOST_STEPS = 21

export function stageFields(around: Around, item: unknown): readonly FieldSpec[] {
  const { mode, weights, scale } = item as Partial<StageDocument>
  const t = words(around.language)
  const named = (list: string, values: readonly string[]): readonly FieldOption[] =>
    values.map((value) => ({ value, name: t.any(`${list}.${value}`) }))
  return [
    { at: ['name'], label: 'name', kind: 'trilingual', max: 200 },
    { at: ['code'], label: 'code', kind: 'line', max: 40, form: 'code' },
    { at: ['happens'], label: 'stage.happens', kind: 'one', options: named('happens', HAPPENINGS), closed: true, look: 'select' },
    { at: ['mode'], label: 'stage.mode', kind: 'one', options: named('mode', MODES), closed: true, look: 'select' },
    { at: ['readers'], label: 'stage.readers', kind: 'integer', min: 1, max: 20 },
    { at: ['share'], label: 'stage.share', kind: 'decimal', places: 3 },
    ...marksOf(mode as Mode | '' | undefined, around, named('majority', MAJORITIES)),
    { at: ['comments'], label: 'stage.comments', kind: 'one', options: named('comments', COMMENT_RULES), closed: true, look: 'select' },
    {
      at: ['discussion'],
      label: 'stage.discussion',
      kind: 'one',
      options: named('discussion', DISCUSSIONS),
      closed: true,
      look: 'select',
      optional: true,
    },
    { at: ['hides'], label: 'stage.hides', kind: 'several', options: named('hides', HIDDEN_CLASSES), closed: true },
    { at: ['hidesQuestions'], label: 'stage.hides-questions', kind: 'several', options: questionsOf(around), folded: true },
    ...(mode === 'score' || mode === 'pass-fail' ? weightsOf(around) : []),
    ...(mode === 'score' ? scaleOf(around, scale, weights) : []),
  ]
}

/** What takes a file further: a mark, and where scores differ a third reader; or the votes. */
function marksOf(mode: Mode | '' | undefined, { language }: Around, majorities: readonly FieldOption[]): readonly FieldSpec[] {
  const t = words(language)
  if (mode === 'vote')
    return [
      { at: ['quorum'], label: 'stage.quorum', kind: 'integer', min: 1, max: 20 },
      { at: ['majority'], label: 'stage.majority', kind: 'one', options: majorities, closed: true, look: 'select' },
    ]
  const mark: FieldSpec = {
    at: ['passMark'],
    label: 'stage.pass-mark',
    kind: 'decimal',
    places: 2,
    unit: t('unit.of-100'),
    optional: true,
    nullable: true,
  }
  if (mode === 'rank') return [mark]
  return [mark, { at: ['divergence'], label: 'stage.divergence', kind: 'decimal', places: 2, unit: t('unit.points'), optional: true, nullable: true }]
}

function questionsOf({ document, language }: Around): readonly FieldOption[] {
  return document.form.sections
    .flatMap((section) => section.questions)
    .filter(({ restricted, kind }) => restricted !== true && kind !== 'consent')
    .map(({ code, label }) => ({ value: code, name: inLanguage(label, language).text || code }))
}

function weightsOf({ document, language }: Around): readonly FieldSpec[] {
  return document.criteria
    .filter(({ code }) => code !== '')
    .map(({ code, name }) => ({
      at: ['weights', code],
      label: 'stage.weight',
      of: inLanguage(name, language).text || code,
      kind: 'integer',
      min: 1,
      max: 100,
      unit: '%',
      optional: true,
    }))
}

/** Steps of its own, and what each means for every criterion it asks. */
function scaleOf({ document, language }: Around, scale: StageDocument['scale'], weights: StageDocument['weights']): readonly FieldSpec[] {
  const bounds = (['min', 'max'] as const).map(
    (bound): FieldSpec => ({
      at: ['scale', bound],
      label: `stage.scale-${bound}`,
      kind: 'integer',
      min: 0,
      max: 20,
      optional: true,
    }),
  )
  const { min, max } = scale ?? { min: null, max: null }
  if (min == null || max == null || max <= min || max - min >= MOST_STEPS) return bounds
  const asked = document.criteria.filter(({ code }) => code !== '' && (weights === undefined || Object.hasOwn(weights, code)))
  return [
    ...bounds,
    ...asked.flatMap(({ code, name }) =>
      Array.from(
        { length: max - min + 1 },
        (_, step): FieldSpec => ({
          at: ['anchors', code, step],
          label: 'stage.anchor',
          of: `${inLanguage(name, language).text || code}, ${min + step}`,
          kind: 'trilingual',
          max: 400,
        }),
      ),
    ),
  ]
}

/** The stages without what was left empty: a grid that says nothing of its own is that of the edition. */
export function tidyStages(stages: EditionDocument['review']): Pick<EditionDocument, 'review'> {
  if (stages === undefined || stages.length === 0) return {}
  return { review: stages.map(tidy) }
}

function tidy({ scale, weights, anchors, quorum, majority, discussion, divergence, passMark, ...stage }: StageDocument): StageDocument {
  const given = Object.entries(weights ?? {}).filter(([, weight]) => weight !== null)
  const scaled = scale !== undefined && (scale.min !== null || scale.max !== null)
  const voted = stage.mode === 'vote'
  return {
    ...stage,
    divergence: divergence ?? null,
    passMark: passMark ?? null,
    ...(scaled ? { scale } : {}),
    ...(given.length > 0 ? { weights: Object.fromEntries(given) as NonNullable<StageDocument['weights']> } : {}),
    ...(scaled && anchors !== undefined ? { anchors } : {}),
    ...(voted && quorum != null ? { quorum } : {}),
    ...(voted && majority !== undefined && (majority as string) !== '' ? { majority } : {}),
    ...(discussion == null || (discussion as string) === '' ? {} : { discussion }),
  } as StageDocument
}
