/** Whether the candidates of a record are exactly those its reviews and its pass mark give, each with its score. */
import { passes } from '../../domain/review.ts'
import { type Standing, standing } from '../../domain/selection.ts'
import type { SelectionRecord } from '../record.ts'
import { type Calibrated, calibratedScores, type ScoreSources } from '../scores.ts'
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
  const standings = await standingsFrom(sources)
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
  return { faults: [...found.flatMap((one) => one.faults), ...strangers, ...appealFaults(record)], notes: found.flatMap((one) => one.notes) }
}

/** Where each application stands by its reviews alone; who was stopped, and who did not come, the record says by itself. */
async function standingsFrom(sources: ScoreSources): Promise<Map<string, Standing>> {
  const { applications, reviews, stages, scoreBasis } = sources
  const calibrated = scoreBasis === 'calibrated' ? await calibratedScores(reviews, sources) : new Map<string, Calibrated>()
  const scores = new Map<string, Map<string, string[]>>(applications.map(({ id }) => [id, new Map()]))
  for (const { application, stage, score } of reviews) {
    const own = scores.get(application)
    own?.set(stage, [...(own.get(stage) ?? []), score])
  }
  return new Map(
    applications.map(({ id }) => {
      const of = (stage: string): readonly string[] => scores.get(id)?.get(stage) ?? []
      const score = calibrated.get(id)
      const facts = {
        application: id,
        withdrawn: false,
        readings: of('reading'),
        interviews: of('interview'),
        attended: null,
        ...(score === undefined ? {} : { calibrated: score }),
        stages: stages?.map(({ code, happens, share }) => ({ happens, share, scores: of(code) })) ?? null,
      }
      return [id, standing(facts, sources)]
    }),
  )
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
