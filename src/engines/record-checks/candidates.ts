/** Whether the candidates of a record are exactly those its reviews and its pass mark give, each with its score. */
import { passes } from '../../domain/review.ts'
import { type CandidateFacts, type Standing, standardErrors, standing } from '../../domain/selection.ts'
import type { SelectionRecord } from '../record.ts'
import type { ScoreSources } from '../scores.ts'
import { factsFrom } from './facts.ts'
import { fault, type RecordFault, type RecordNote } from './fault.ts'

/** A millionth more or less: calibration is computed in floating point, which may differ in its last digit between machines. */
const NEARLY = 2e-6

export interface Found {
  readonly faults: readonly RecordFault[]
  readonly notes: readonly RecordNote[]
}

/** Everyone in the sources stands where their reviews put them; everyone in the input stands in the sources, but for the file of an appeal. */
export async function candidateFaults(record: Reviewed): Promise<Found> {
  const { input, sources, appeal } = record
  const facts = await factsFrom(sources)
  const standings = standingsFrom(facts, sources)
  const placeOf = new Map(input.candidates.map(({ id }, place) => [id, place]))
  const found = sources.applications
    .map((one, at) => ({ ...one, at: `$.sources.applications[${at}]` }))
    .filter(({ id }) => id !== appeal?.application)
    .map((one) => applicationFound(record, one, standings.get(one.id) as Standing, placeOf.get(one.id)))
  const strangers = input.candidates.flatMap(({ id }, place) =>
    standings.has(id) || id === appeal?.application
      ? []
      : [fault('candidates', `$.input.candidates[${place}].id`, `${id} does not stand in $.sources.applications`)],
  )
  const errors = errorsFound(record, facts)
  return {
    faults: [...found.flatMap((one) => one.faults), ...strangers, ...appealFaults(record), ...errors.faults],
    notes: [...found.flatMap((one) => one.notes), ...errors.notes],
  }
}

/** Where each application stands by its reviews alone; who was stopped, and who did not come, the record says by itself. */
function standingsFrom(facts: ReadonlyMap<string, CandidateFacts>, sources: ScoreSources): Map<string, Standing> {
  return new Map([...facts].map(([id, one]) => [id, standing(one, sources)]))
}

type Application = ScoreSources['applications'][number] & { readonly at: string }
type Reviewed = SelectionRecord & { readonly sources: ScoreSources }

const NOTHING: Found = { faults: [], notes: [] }
const wrong = (path: string, message: string): Found => ({ faults: [fault('candidates', path, message)], notes: [] })

function applicationFound({ input, sources }: Reviewed, one: Application, by: Standing, place: number | undefined): Found {
  const { id, why, at } = one
  const candidate = place === undefined ? undefined : input.candidates[place]
  const said = saidOf(by, sources)
  if (candidate === undefined) return why === undefined ? wrong('$.input.candidates', `lacks ${id}, who ${said}`) : outsiderFound(sources, one, by)
  if (why !== undefined) return wrong(`${at}.why`, `says "${why}" of ${id}, who stands among the candidates`)
  const path = `$.input.candidates[${place}]`
  if (!by.candidate && !isAtTheMark(sources, by)) return wrong(path, `${id} ${said}`)
  if (isSame(sources, candidate.score, by.score)) return NOTHING
  return { faults: [fault('scores', `${path}.score`, `its reviews give ${by.score}, not ${candidate.score}`)], notes: [] }
}

/** Of an application that is no candidate: whether its reviews say so too, or something that was recorded beside them. */
function outsiderFound(sources: ScoreSources, { id, why, at }: Application, by: Standing): Found {
  if ((!by.candidate && by.why === why) || isAtTheMark(sources, by)) return NOTHING
  const message = `says "${why}"; ${id} ${saidOf(by, sources)}`
  if (!isRecordedFact(sources, why, by)) return wrong(`${at}.why`, message)
  return by.candidate ? { faults: [], notes: [{ path: `${at}.why`, message: `${message}. Only who recorded it can tell` }] } : NOTHING
}

function saidOf(by: Standing, { passMark }: ScoreSources): string {
  const score = by.score === null ? '' : ` (${by.score}, pass mark ${passMark})`
  return by.candidate ? `is a candidate by its reviews${score}` : `is no candidate by its reviews: ${by.why}${score}`
}

function isSame({ scoreBasis }: ScoreSources, one: string, other: string | null): boolean {
  return one === other || (other !== null && scoreBasis === 'calibrated' && Math.abs(Number(one) - Number(other)) < NEARLY)
}

/** A calibrated score so near the pass mark that another machine may put it on the other side. */
function isAtTheMark({ scoreBasis, passMark }: ScoreSources, { score }: Standing): boolean {
  return scoreBasis === 'calibrated' && score !== null && Math.abs(Number(score) - Number(passMark)) < NEARLY
}

/** What people recorded beside the reviews keeps an application out too: it did not come to its interview, or did not go on from a stage. */
function isRecordedFact({ stages, interviewWeight }: ScoreSources, why: string | undefined, by: Standing): boolean {
  const interviewed = stages?.some(({ happens, share }) => happens === 'interview' && Number(share) > 0) ?? Number(interviewWeight) > 0
  const unread = !by.candidate && by.why === 'unread'
  if (why === 'not-interviewed') return interviewed && !unread
  return why === 'below-pass-mark' && stages !== undefined
}

/** The file of an appeal is in the list made again with the score of the panel, which no review shows. */
function appealFaults({ input, sources, appeal }: Reviewed): RecordFault[] {
  if (appeal === undefined) return []
  const place = input.candidates.findIndex(({ id }) => id === appeal.application)
  const score = input.candidates[place]?.score
  if (score === undefined) return [fault('candidates', '$.appeal.application', `${appeal.application} stands not among the candidates`)]
  return [
    ...(score === appeal.score ? [] : [fault('scores', `$.input.candidates[${place}].score`, `the appeal gave ${appeal.score}, not ${score}`)]),
    ...(passes(appeal.score, sources.passMark) ? [] : [fault('candidates', '$.appeal.score', `is below the pass mark, ${sources.passMark}`)]),
  ]
}

/** The standard errors behind the probabilities, reckoned again from the reviews. A list made again after an appeal has no probabilities. */
function errorsFound({ input, sources }: Reviewed, facts: ReadonlyMap<string, CandidateFacts>): Found {
  const said = input.stability?.standard_errors
  if (said === undefined) return NOTHING
  if (sources.errorsFrom === undefined) return { faults: [], notes: [UNCHECKED] }
  const errors = standardErrors([...facts.values()], sources)
  const faults = input.candidates.flatMap(({ id }) => {
    const [own, theirs] = [errors.get(id) ?? 0, said[id] ?? 0]
    const path = `$.input.stability.standard_errors.${id}`
    return Math.abs(own - theirs) < NEARLY ? [] : [fault('scores', path, `the reviews give ${own}, not ${theirs}`)]
  })
  return { faults, notes: [] }
}

const UNCHECKED: RecordNote = {
  path: '$.input.stability.standard_errors',
  message: 'were reckoned with the reviews of applications withdrawn before the seal, which the record does not keep: they are taken as they stand',
}
