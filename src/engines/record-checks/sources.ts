/** Whether the terms, reviews and applications a record was sealed with agree with each other: what needs no reckoning of scores. */
import type { SelectionRecord } from '../record.ts'
import type { GivenScore, ScoreSources } from '../scores.ts'
import { fault, type RecordFault } from './fault.ts'

const AT = '$.sources'

/** A hundredth of a point: scores are rounded to two decimals, mean steps to four. */
const ROUNDED = 0.01

export function sourcesFaults(sources: ScoreSources): RecordFault[] {
  return [...termFaults(sources), ...reviewFaults(sources), ...changedFaults(sources), ...stepFaults(sources)]
}

/** The order between equals, and the draws, come from the edition's own id: nobody chose them for their outcome. */
export function seedFaults({ edition, input }: Pick<SelectionRecord, 'edition' | 'input'>): RecordFault[] {
  const { tie_break: order, stability } = input
  const seeds = [
    ['$.input.tie_break.seed', order !== undefined && 'seed' in order ? order.seed : undefined],
    ['$.input.stability.seed', stability?.seed],
  ] as const
  return seeds
    .filter(([, seed]) => seed !== undefined && seed !== edition.id)
    .map(([path]) => fault('sources', path, 'is not the id of the edition, from which the order between equals is drawn'))
}

/** Places where a key stands a second time. */
function repeated(keys: readonly string[]): number[] {
  const seen = new Set<string>()
  return keys.flatMap((key, place) => {
    const again = seen.has(key)
    seen.add(key)
    return again ? [place] : []
  })
}

function termFaults({ criteria, stages, interviewWeight, applications }: ScoreSources): RecordFault[] {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const shares = (stages ?? []).reduce((sum, { share }) => sum + Math.round(Number(share) * 1000), 0)
  const interview = (stages ?? []).find(({ happens }) => happens === 'interview')?.share ?? '0'
  return [
    ...repeated(criteria.map(({ code }) => code)).map((place) => fault('sources', `${AT}.criteria[${place}].code`, 'stands twice')),
    ...repeated(applications.map(({ id }) => id)).map((place) => fault('sources', `${AT}.applications[${place}].id`, 'stands twice')),
    ...(weights === 100 ? [] : [fault('sources', `${AT}.criteria`, `the weights add up to ${weights}, not to 100`)]),
    ...(stages === undefined || shares === 1000 ? [] : [fault('sources', `${AT}.stages`, `the shares add up to ${shares / 1000}, not to 1`)]),
    ...(stages === undefined || Number(interview) === Number(interviewWeight)
      ? []
      : [fault('sources', `${AT}.interviewWeight`, `is not the share of the interview in the stages, ${interview}`)]),
  ]
}

function reviewFaults({ reviews, applications, stages }: ScoreSources): RecordFault[] {
  const known = new Set(applications.map(({ id }) => id))
  const counted = new Set(stages?.map(({ code }) => code) ?? ['reading', 'interview'])
  const key = ({ application, reviewer, stage }: GivenScore): string => JSON.stringify([application, reviewer, stage])
  return [
    ...repeated(reviews.map(key)).map((place) => fault('sources', `${AT}.reviews[${place}]`, 'the same reviewer, application and stage stand twice')),
    ...reviews.flatMap(({ application, stage }, place) => [
      ...(known.has(application)
        ? []
        : [fault('sources', `${AT}.reviews[${place}].application`, `${application} does not stand in ${AT}.applications`)]),
      ...(counted.has(stage) ? [] : [fault('sources', `${AT}.reviews[${place}].stage`, `"${stage}" is no stage of this edition`)]),
    ]),
  ]
}

/** What counts after a change is what stands among the reviews. */
function changedFaults({ reviews, changed = [] }: ScoreSources): RecordFault[] {
  return changed.flatMap((one, place) => {
    const stands = reviews.find((of) => of.application === one.application && of.reviewer === one.reviewer && of.stage === one.stage)
    return one.after === (stands?.score ?? null)
      ? []
      : [fault('scores', `${AT}.changed[${place}].after`, `its review stands with ${stands?.score ?? 'no score'}, not ${one.after ?? 'none'}`)]
  })
}

/** The mean steps that sheets of reasons print: of the scale, of the criteria, and with their weights the mean of the reviews. Stages of their own may weigh and scale otherwise, which the record does not keep. */
function stepFaults({ applications, criteria, scaleMax, reviews, stages }: ScoreSources): RecordFault[] {
  const weightOf = new Map(criteria.map(({ code, weight }) => [code, weight]))
  const scores = new Map<string, number[]>()
  for (const { application, score } of reviews) scores.set(application, [...(scores.get(application) ?? []), Number(score)])
  return applications.flatMap(({ id, steps }, place) => {
    const at = `${AT}.applications[${place}].steps`
    const wrong = Object.entries(steps).flatMap(([code, step]) => [
      ...(weightOf.has(code) ? [] : [fault('sources', `${at}.${code}`, 'is no criterion of this edition')]),
      ...(step <= scaleMax ? [] : [fault('sources', `${at}.${code}`, `${step} is above the highest step, ${scaleMax}`)]),
    ])
    if (wrong.length > 0 || stages !== undefined) return wrong
    const own = scores.get(id) ?? []
    const given = own.length === 0 ? 0 : own.reduce((sum, one) => sum + one, 0) / own.length
    const made = Object.entries(steps).reduce((sum, [code, step]) => sum + ((weightOf.get(code) ?? 0) * step) / scaleMax, 0)
    const agrees = Math.abs(given - made) <= ROUNDED
    return agrees
      ? []
      : [
          fault(
            'sources',
            at,
            `with these weights and this scale they make ${made.toFixed(2)} points; its reviews have ${given.toFixed(2)} on average`,
          ),
        ]
  })
}
