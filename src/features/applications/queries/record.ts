/** One application as one of its team sees it: the row under every page of the applicant. */
import { sql } from 'kysely'
import { applicationState, type Membership } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { Answers } from '../../../domain/form.ts'
import type { Unasked } from '../../../domain/form-move.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'
import type { ApplicationHead } from '../views.ts'
import { EXTRA_UNTIL } from './extra-until.ts'
import { HANDS, HELPED, HOLDER, HOLDER_MAILED } from './hands.ts'

export interface ApplicationRecord {
  readonly head: ApplicationHead
  readonly language: Language
  readonly formVersion: string
  /** A newer version of its form is there. */
  readonly isBehind: boolean
  readonly draft: {
    readonly answers: Answers
    readonly unasked: Readonly<Record<string, Unasked>>
    readonly done: readonly string[]
    readonly written: Written
    readonly version: number
    readonly savedAt: Date
  } | null
  readonly submission: {
    readonly answers: Answers
    readonly submittedAt: Date
    readonly language: Language
    readonly hash: string
    /** Since when it counts as it was corrected, and the hash of what it was before; null as first sent. */
    readonly correctedAt: Date | null
    readonly previous: string | null
    readonly title: string
    readonly holderName: string
  } | null
  readonly withdrawnAt: Date | null
  readonly publishedAt: Date | null
  readonly texts: unknown
  readonly programme: { readonly id: string; readonly name: Trilingual }
}

/** Who wrote each answer last, and when (ISO time); `from`, where it was taken over from, while nobody has saved it since. */
export type Written = Readonly<Record<string, { readonly by: string; readonly at: string; readonly from?: string }>>

/** The record of an application of the viewer's own; null when it does not exist or is somebody else's, which nobody can tell apart. */
export async function recordOf(db: Reader, viewer: SignedIn, application: string): Promise<ApplicationRecord | null> {
  if (!isId(application)) return null
  const row = (await select(db, viewer, application))[0]
  if (row === undefined) return null
  const head: ApplicationHead = {
    id: row.id,
    number: row.number,
    title: row.title ?? titleIn(row.answers as Answers | null),
    edition: { id: row.edition, slug: row.slug, name: row.name },
    call: withExtraTime(callOf(row), row.extra_until),
    extraUntil: row.extra_until,
    state: applicationState({ submittedAt: row.submitted_at, withdrawnAt: row.withdrawn_at }),
    membership: row.part as Membership,
    team: row.team,
    offered: row.offered,
    helped: row.helped.map((one) => ({ ...one, begunAt: new Date(one.begunAt), endedAt: one.endedAt === null ? null : new Date(one.endedAt) })),
    holder: row.holder,
    mailed: row.mailed,
  }
  return {
    head,
    language: row.language,
    formVersion: (row.submission_form ?? row.draft_form) as string,
    isBehind: row.draft_form !== null && row.draft_form !== row.newest_form,
    draft:
      row.version === null
        ? null
        : {
            answers: row.answers as Answers,
            unasked: row.unasked as Readonly<Record<string, Unasked>>,
            done: row.done as string[],
            written: row.written as Written,
            version: row.version,
            savedAt: row.saved_at as Date,
          },
    submission: row.submitted_at === null ? null : { ...sent(row), submittedAt: row.submitted_at },
    withdrawnAt: row.withdrawn_at,
    publishedAt: row.results_at,
    texts: row.texts,
    programme: { id: row.programme, name: row.programme_name },
  }
}

function callOf(row: Row): ApplicationHead['call'] {
  const { published_at: publishedAt, opens_at: opensAt, deadline_at: deadlineAt, grace_seconds: graceSeconds, results_at: resultsAt, zone } = row
  const ageOn = row.age_on ?? dayIn(row.submitted_at ?? row.saved_at ?? row.created_at, zone)
  return { publishedAt, opensAt, deadlineAt, graceSeconds, resultsAt, zone, ageOn }
}

type Row = Awaited<ReturnType<typeof select>>[number]

function sent(row: Row) {
  return {
    answers: row.sent_answers as Answers,
    language: row.sent_language as Language,
    hash: row.hash as string,
    correctedAt: row.corrected_at,
    previous: row.previous,
    title: row.title as string,
    holderName: row.holder_name as string,
  }
}

/** The title of the project as it stands in a draft. */
export function titleIn(answers: Answers | null): string {
  return typeof answers?.project_title === 'string' ? answers.project_title : ''
}

function select(db: Reader, viewer: SignedIn, application: string) {
  return db
    .selectFrom('application as a')
    .innerJoin(HANDS, (join) =>
      join.onRef('m.organisation', '=', 'a.organisation').onRef('m.application', '=', 'a.id').on('m.person', '=', viewer.person.id),
    )
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .innerJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.programme'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .leftJoin('draft as d', (join) => join.onRef('d.organisation', '=', 'a.organisation').onRef('d.application', '=', 'a.id'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 'a.organisation').onRef('w.application', '=', 'a.id'))
    .select([
      'a.id',
      'a.number',
      'a.created_at',
      'a.language',
      'a.edition',
      'e.slug',
      'e.name',
      'm.part',
      'p.id as programme',
      'p.name as programme_name',
    ])
    .select(['c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds', 'c.zone', 'c.age_on', 'c.texts'])
    .select(['d.form_version as draft_form', 'd.answers', 'd.unasked', 'd.done', 'd.written', 'd.version', 'd.saved_at'])
    .select([
      's.form_version as submission_form',
      's.answers as sent_answers',
      's.language as sent_language',
      's.submitted_at',
      's.hash',
      's.corrected_at',
      's.previous',
      's.title',
      's.holder_name',
      'w.withdrawn_at',
    ])
    .select([
      sql<number>`(select count(*)::int from application_member t where t.organisation = a.organisation and t.application = a.id)`.as('team'),
      sql<boolean>`exists (select from holder_offer o
        where o.organisation = a.organisation and o.application = a.id and o.ended_at is null and o.member = m.person)`.as('offered'),
    ])
    .select(
      sql<string>`(select v.id from form_version v where v.organisation = c.organisation and v.call = c.id order by v.version desc limit 1)`.as(
        'newest_form',
      ),
    )
    .select(
      sql<Date | null>`(select min(r.published_at) from publication r where r.organisation = a.organisation and r.edition = a.edition)`.as(
        'results_at',
      ),
    )
    .select(sql<Date | null>`${sql.raw(EXTRA_UNTIL)}`.as('extra_until'))
    .select([HELPED.as('helped'), HOLDER.as('holder'), HOLDER_MAILED.as('mailed')])
    .where('a.organisation', '=', viewer.organisation)
    .where('a.id', '=', application)
    .execute()
}
