/** After a deadline night: what was acknowledged, against what is in the records and in the mail. Each line: what, found, and what it must be. */
import { type Database, poolOf } from '../src/platform/database/database.ts'
import type { CaughtMail } from '../src/platform/mail/catcher.ts'
import type { NightSeen, PhoneLog } from './phones.ts'
import type { Applicant } from './records.ts'

export type Line = readonly [what: string, found: readonly number[], limit: readonly number[]]

interface Kept {
  readonly application: string
  readonly number: string
  /** The last text, of the draft or of what was sent. */
  readonly text: string | null
  readonly saves: number
  readonly sent: boolean
  readonly draft: boolean
  readonly sent_entries: number
  readonly in_time: boolean
  readonly pictures: number
}

/** Further from the last moment than any turn of the server is long: what is handed over later has no excuse. */
const SURELY_LATE = 1_000

export interface NightFacts {
  /** The last moment, in milliseconds since 1970 of this machine. */
  readonly last: number
  /** How many press before it. */
  readonly senders: number
  readonly question: string
  readonly mails: readonly CaughtMail[]
}

interface Pair {
  readonly applicant: Applicant
  readonly log: PhoneLog
  readonly kept: Kept
}

export async function countNight(db: Database, all: readonly Applicant[], seen: NightSeen, facts: NightFacts): Promise<Line[]> {
  const kept = await keptOf(db, all, facts.question)
  const pairs = all.map((applicant, place): Pair => ({ applicant, log: seen.logs[place] as PhoneLog, kept: kept.get(applicant.application) as Kept }))
  return [answeredLine(seen), ...saveLines(pairs), ...sendingLines(pairs, facts), receiptLine(pairs, facts.mails), pictureLine(pairs)]
}

const count = (pairs: readonly Pair[], holds: (pair: Pair) => boolean): number => pairs.filter(holds).length
const total = (pairs: readonly Pair[], of: (pair: Pair) => number): number => pairs.reduce((sum, pair) => sum + of(pair), 0)
const acknowledged = ({ log }: Pair): boolean => log.presses.some(({ status }) => status === 303)
/** Every text that is typed ends in its number. */
const lastText = ({ kept }: Pair): number => Number(/ (\d+)$/.exec(kept.text ?? '')?.[1] ?? 0)

function answeredLine({ answers }: NightSeen): Line {
  const statuses = Object.values(answers).flatMap((act) => Object.entries(act.statuses))
  const bearing = (is: (status: string) => boolean): number => statuses.reduce((sum, [status, times]) => (is(status) ? sum + times : sum), 0)
  const faults = bearing((status) => Number(status) >= 500 || status === '422')
  return ['deadline night: requests without an answer, and answered with a fault', [bearing((status) => status === 'null'), faults], [0, 0]]
}

function saveLines(pairs: readonly Pair[]): Line[] {
  const saves = total(pairs, ({ log }) => log.saves)
  const lost = count(pairs, (pair) => lastText(pair) < pair.log.kept || pair.kept.saves < pair.log.saves)
  const untraced = Math.abs(saves - total(pairs, ({ kept }) => kept.saves))
  const wordless = total(pairs, ({ log }) => log.late - log.worded)
  return [
    [`saves lost, and not in the trail (of ${saves})`, [lost, untraced], [0, 0]],
    [`saves too late that are refused without words (of ${total(pairs, ({ log }) => log.late)})`, [wordless], [0]],
  ]
}

function sendingLines(pairs: readonly Pair[], { last, senders }: NightFacts): Line[] {
  const early = count(pairs, ({ log, kept }) => log.presses.some(({ handed }) => handed <= last) && !kept.sent)
  const late = count(pairs, ({ log, kept }) => kept.sent && log.presses.every(({ begun }) => begun > last + SURELY_LATE))
  const wordless = count(pairs, ({ log, kept }) => !kept.sent && log.presses.some(({ worded }) => !worded))
  const gone = count(pairs, (pair) => !pair.kept.sent && pair.log.presses.length > 0 && (!pair.kept.draft || lastText(pair) < pair.log.kept))
  return [
    ['submissions accepted', [count(pairs, ({ kept }) => kept.sent)], [senders]],
    [
      'submissions acknowledged but not kept, twice in the trail, kept but never acknowledged',
      [
        count(pairs, (pair) => acknowledged(pair) && !pair.kept.sent),
        count(pairs, ({ kept }) => kept.sent && kept.sent_entries !== 1),
        count(pairs, (pair) => pair.kept.sent && !acknowledged(pair)),
      ],
      [0, 0, 0],
    ],
    ['handed over before the last moment and not accepted', [early], [0]],
    ['handed over after it and accepted; refused without words; refused with the draft gone', [late, wordless, gone], [0, 0, 0]],
  ]
}

function receiptLine(pairs: readonly Pair[], mails: readonly CaughtMail[]): Line {
  const receipts = receiptsOf(mails)
  const of = ({ applicant }: Pair): readonly CaughtMail[] => receipts(applicant)
  return [
    'receipts: none, more than one, without their number',
    [
      count(pairs, (pair) => pair.kept.sent && of(pair).length === 0),
      count(pairs, (pair) => of(pair).length > 1),
      count(pairs, (pair) => of(pair).some((mail) => !(mail.subject ?? '').includes(pair.kept.number))),
    ],
    [0, 0, 0],
  ]
}

function pictureLine(pairs: readonly Pair[]): Line {
  const given = ({ log }: Pair): boolean => log.picture === 303
  return [
    `pictures acknowledged but not kept in three widths (of ${count(pairs, given)})`,
    [count(pairs, (pair) => given(pair) && pair.kept.pictures !== 3)],
    [0],
  ]
}

function receiptsOf(mails: readonly CaughtMail[]): (applicant: Applicant) => readonly CaughtMail[] {
  const byAddress = Map.groupBy(mails, (mail) => mail.recipients[0] ?? '')
  return ({ person }) => byAddress.get(`${person}@kawaliss.example`) ?? []
}

async function keptOf(db: Database, all: readonly Applicant[], question: string): Promise<Map<string, Kept>> {
  const { rows } = await poolOf(db).query<Kept>(
    `select a.id as application, a.number, coalesce(s.answers, d.answers) ->> $2 as text, s.application is not null as sent, d.application is not null as draft,
      (select count(*)::int from audit_entry e where e.organisation = a.organisation and e.stream = a.id and e.act = 'draft/saved') as saves,
      (select count(*)::int from audit_entry e where e.organisation = a.organisation and e.stream = a.id and e.act = 'application/submitted') as sent_entries,
      (select count(*)::int from file f join file_picture p on p.organisation = f.organisation and p.file = f.id
        where f.organisation = a.organisation and f.application = a.id and coalesce(s.answers, d.answers) -> 'sample' @> to_jsonb(f.id::text)) as pictures
    from application a
    left join submission s on s.organisation = a.organisation and s.application = a.id
    left join draft d on d.organisation = a.organisation and d.application = a.id
    where a.id = any($1::uuid[])`,
    [all.map((one) => one.application), question],
  )
  return new Map(rows.map((row) => [row.application, row]))
}
