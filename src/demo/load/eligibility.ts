/** The eligibility desk: the machine's reading of every rule, what officers make of it, their decisions, letters, an appeal. */
import { inLanguage, type Trilingual } from '../../domain/language.ts'
import {
  answerAppeal,
  judgePair,
  likelyPairsIn,
  lodgeAppeal,
  readyingLetters,
  recordVerdicts,
  runAutomaticChecks,
  writeEligibilityLetters,
} from '../../features/eligibility/index.ts'
import { approveBatch } from '../../features/messages/index.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../platform/database/audit.ts'
import type { WorldApplication } from '../world/applications.ts'
import { addDays, addMinutes, daysBetween, instant, weekday } from '../world/clock.ts'
import { SCENARIO } from '../world/scenario.ts'
import { seeded } from '../world/seeded.ts'
import { personId, sent } from './applications.ts'
import { inPortions, type Loading, loadViewer, teamMember } from './context.ts'
import { demoId } from './id.ts'
import { ORGANISATION } from './organisation.ts'
import { must } from './readings.ts'

/** Officers of the eligibility desk. */
const DESK = ['nadia', 'youssef'] as const

/** The day after the deadline. */
export function checkedAt({ ids }: Loading): Date {
  return new Date(instant(`${addDays(SCENARIO[ids.key].calendar.deadlineDay, 1)}T09:30`))
}

/** Checks, verdicts and decisions. Decisions fall between the day after the deadline and the day eligibility is done. */
export async function loadEligibility(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  if (until < checkedAt(loading)) return
  const officer = await teamMember(db, 'nadia')
  const run = await runAutomaticChecks(db, officer, ids.place, checkedAt(loading))
  if (!run.ok) throw new Error(`demo: ${run.code}`)
  await readByOfficers(loading)
  await answerDoubts(loading)
  await decide(loading)
  await tell(loading)
  await appeal(loading)
}

/** When an officer has read an application and is about to decide. */
function readAt(loading: Loading, one: WorldApplication): Date {
  return new Date(addMinutes(decidedAt(loading, one).toISOString(), -6))
}

/** What no machine can say: parts left unwritten. */
async function readByOfficers(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  for (const one of sent(loading)) {
    const at = readAt(loading, one)
    if (at > until || one.ground !== 'incomplete') continue
    const verdicts = [{ rule: 'incomplete', verdict: 'not-met' as const, reason: INCOMPLETE[one.language] }]
    const officer = await teamMember(db, deskOf(one))
    const outcome = await recordVerdicts(db, officer, ids.place, one.id, verdicts, at)
    if (!outcome.ok) throw new Error(`demo: ${one.key}: ${outcome.code}`)
  }
}

const INCOMPLETE = {
  ar: 'لم يُكتب الجزء الخاص بالمداخيل ولا الخاص بالتجربة.',
  fr: 'Les parties sur les revenus et sur l’expérience n’ont pas été écrites.',
  en: 'The parts on income and on experience were not written.',
} as const
const SECOND = {
  ar: 'أرسل الشخص نفسه ملفين؛ يُحتفظ بواحد منهما فقط.',
  fr: 'La même personne a envoyé deux candidatures ; une seule est gardée.',
  en: 'The same person sent two applications; only one is kept.',
} as const
const STRANGERS = 'Deux équipes qui ne se connaissent pas ; des phrases entendues dans le même atelier.'

/** Of two that resemble each other: a second application by the same person, or two people. */
async function answerDoubts(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const all = new Map(sent(loading).map((one) => [one.id, one]))
  for (const pair of await likelyPairsIn(db, ORGANISATION, ids.edition)) {
    const both = [all.get(pair.one.application), all.get(pair.other.application)] as [WorldApplication, WorldApplication]
    const second = both.find((one) => both.some((other) => one.twin === other.key))
    const first = both.find((one) => one !== second) as WorldApplication
    const at = [readAt(loading, both[0]), readAt(loading, both[1])].sort((a, b) => a.getTime() - b.getTime())[0] as Date
    if (at > until) continue
    const found = {
      same: second !== undefined,
      kept: second === undefined ? null : first.id,
      reason: second === undefined ? STRANGERS : SECOND[second.language],
    }
    must(await judgePair(db, await teamMember(db, deskOf(first)), { one: both[0].id, other: both[1].id, ...found, seen: 0 }, at))
  }
}

/** Everybody is told on the evening the desk is done: one writes the letters, another lets them leave. */
async function tell({ db, ids, until, origin }: Loading): Promise<void> {
  const { eligibilityDone } = SCENARIO[ids.key].calendar
  const [written, approved] = [new Date(instant(`${eligibilityDone}T16:30`)), new Date(instant(`${eligibilityDone}T17:10`))]
  if (until < approved) return
  const letters = must(await writeEligibilityLetters(db, await teamMember(db, 'nadia'), ids.place, { withEligible: true }, origin, written))
  must(await approveBatch(db, await teamMember(db, 'director'), letters.batch, approved, readyingLetters(origin)))
}

/** One appeal an edition, about parts left unwritten; whoever did not decide answers it a week later. */
async function appeal(loading: Loading): Promise<void> {
  const { db, ids, until, origin } = loading
  const { eligibilityDone } = SCENARIO[ids.key].calendar
  const one = sent(loading).find(({ ground }) => ground === 'incomplete')
  const [lodged, answered] = [new Date(instant(`${addDays(eligibilityDone, 1)}T11:20`)), new Date(instant(`${addDays(eligibilityDone, 7)}T10:05`))]
  if (one === undefined || until < lodged) return
  const holder = await loadViewer(db, ORGANISATION, personId(one.holder))
  must(await lodgeAppeal(db, holder, { application: one.id, text: APPEAL[one.language] }, origin, lodged))
  if (until < answered) return
  const officer = await teamMember(db, deskOf(one) === 'nadia' ? 'youssef' : 'nadia')
  must(await answerAppeal(db, officer, ids.place, { application: one.id, upheld: false, answer: REJECTED[one.language] }, origin, answered))
}

const APPEAL = {
  ar: 'كتبت عن المداخيل في ملف أرسلته بالبريد، ولم أنتبه إلى أن الأسئلة بقيت فارغة في الاستمارة.',
  fr: 'J’avais écrit les revenus dans un fichier envoyé par e-mail ; je n’ai pas vu que les questions étaient restées vides dans le formulaire.',
  en: 'I had written about the income in a file sent by e-mail; I did not see that the questions had stayed empty in the form.',
} as const
const REJECTED = {
  ar: 'لم نتوصل بأي ملف قبل إغلاق الدعوة، والقواعد تطلب الأجوبة في الاستمارة نفسها. يمكنك الترشح في الدورة المقبلة.',
  fr: 'Aucun fichier n’est arrivé avant la clôture, et le règlement demande les réponses dans le formulaire. Vous pourrez candidater à la prochaine édition.',
  en: 'No file arrived before the call closed, and the rules ask for the answers in the form itself. You may apply to the next edition.',
} as const

function deskOf(one: WorldApplication): (typeof DESK)[number] {
  return seeded(`${one.key}/desk`).pick(DESK)
}

/** When an officer decides: spread over the working hours of the days of the desk. */
function decidedAt({ ids }: Loading, one: WorldApplication): Date {
  const { deadlineDay, eligibilityDone } = SCENARIO[ids.key].calendar
  const shifts = workingShifts(addDays(deadlineDay, 1), eligibilityDone)
  let left = Math.floor((seeded(`${one.key}/decided`).next() * shifts.reduce((sum, { length }) => sum + length, 0)) / 1000) * 1000
  for (const { from, length } of shifts) {
    if (left < length) return new Date(from + left)
    left -= length
  }
  throw new Error('demo: no working day')
}

/** Mornings and afternoons of the working days between two days; the first day begins when the machine has checked, the last ends before the letters are written. */
function workingShifts(first: string, last: string): { from: number; length: number }[] {
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, place) => addDays(first, place)).filter(
    (day) => ![0, 6].includes(weekday(day)),
  )
  const shift = (day: string, from: string, to: string) => {
    const begins = Date.parse(instant(`${day}T${from}`))
    return { from: begins, length: Date.parse(instant(`${day}T${to}`)) - begins }
  }
  return days.flatMap((day) => [shift(day, day === first ? '10:00' : '09:10', '12:30'), shift(day, '14:00', day === last ? '16:00' : '17:30')])
}

async function decide(loading: Loading): Promise<void> {
  const { db, ids, until } = loading
  const rules = await db
    .selectFrom('eligibility_rule')
    .select(['code', 'reason'])
    .where('organisation', '=', ORGANISATION)
    .where('edition', '=', ids.edition)
    .execute()
  const reasons = new Map(rules.map((rule) => [rule.code, rule.reason as Trilingual]))
  const decided = sent(loading).filter((one) => decidedAt(loading, one) <= until)
  const rows = decided.map((one) => ({
    organisation: ORGANISATION,
    application: one.id,
    seq: 1,
    eligible: one.ground === null,
    ground: one.ground,
    reason: one.ground === null ? '' : inLanguage(reasons.get(one.ground) as Trilingual, one.language).text,
    decided_at: decidedAt(loading, one),
    decided_by: demoId(`person:${deskOf(one)}`),
  }))
  await atomically(db, async (trx) => {
    await inPortions(rows, (portion) => trx.insertInto('eligibility_decision').values(portion).execute())
    await auditAll(
      trx,
      rows.map(
        (row): AuditFacts => ({
          organisation: ORGANISATION,
          stream: row.application,
          act: row.eligible ? 'eligibility/accepted' : 'eligibility/refused',
          actor: row.decided_by,
          at: row.decided_at,
          details: { seq: 1, ground: row.ground },
        }),
      ),
    )
  })
}
