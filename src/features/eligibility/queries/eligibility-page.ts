/** One application as the desk checks it: its rules with their verdicts, who may be the same person, its answers. */
import { sql } from 'kysely'
import type { EligibilityRuleKind } from '../../../domain/edition.ts'
import { type DeskState, deskState, mayDecideEligibility, mayReadEligibility } from '../../../domain/eligibility-decision.ts'
import type { Verdict } from '../../../domain/eligibility.ts'
import { type Answers, type FormDefinition, takesFiles } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { editionLists, sheetOf, teamOf } from '../../applications/index.ts'
import { answerFiles, filesOf } from '../../files/index.ts'
import type { EligibilityView, RuleLine, WrittenVerdict } from '../views.ts'
import { documentsOf } from './documents.ts'
import { DECIDED, TO_LOOK_AGAIN } from './list/matching.ts'
import { likenessesOf } from './pairs.ts'

/** The page of an application; null when it does not exist, was not submitted, or lies outside what the viewer may see: all look the same. */
export async function eligibilityPage(
  db: Reader,
  viewer: Viewer,
  place: Place,
  application: string,
  language: Language,
): Promise<EligibilityView | null> {
  const head = isId(application) ? await headOf(db, viewer, place, application) : undefined
  if (head === undefined || !mayReadEligibility(viewer, { ...place, region: head.region })) return null
  const mayDecide = mayDecideEligibility(viewer, { ...place, region: head.region })
  const [lists, rules, likenesses, decisions, neighbours, files, team] = await Promise.all([
    editionLists(db, viewer.organisation, place.edition, head.submitted_at),
    rulesOf(db, viewer, place, application, language),
    likenessesOf(db, viewer, place, application, language),
    decisionsOf(db, viewer, application, language),
    neighboursOf(db, viewer, place, head.number),
    takesFiles(head.definition) ? filesOf(db, viewer.organisation, application) : [],
    teamOf(db, viewer.organisation, application),
  ])
  const documents = await documentsOf(db, viewer.organisation, application, { form: head.definition, answers: head.answers, facts: lists }, language)
  const sheet = sheetOf(head.definition, head.answers, lists, language, { shown: (question) => mayDecide || question.restricted !== true })
  const last = decisions[0]
  return {
    application,
    number: head.number,
    title: head.title,
    holderName: head.holder_name,
    team: team.length > 1 ? team : [],
    birthDate: head.born_on,
    region: head.region,
    sector: head.sector,
    strand: head.strand,
    kind: head.applicant_kind,
    language: head.language,
    submittedAt: head.submitted_at,
    state: deskState({ withdrawn: head.withdrawn, eligible: last?.eligible ?? null }) satisfies DeskState,
    lookAgain: head.look_again,
    published: head.published_at !== null,
    ...lists,
    rules,
    documents: documents.filter((document) => mayDecide || !document.restricted),
    likenesses,
    decisions,
    sheet,
    files: sheet.flatMap((group) => group.rows).flatMap(({ question, answer }) => (question.kind === 'file' ? answerFiles(files, answer) : [])),
    mayDecide,
    ...neighbours,
  }
}

interface Head {
  number: string
  title: string
  holder_name: string
  born_on: string | null
  region: string
  sector: string
  strand: string | null
  applicant_kind: string
  language: Language
  submitted_at: Date
  answers: Answers
  definition: FormDefinition
  withdrawn: boolean
  look_again: boolean
  published_at: Date | null
  age_on: string
}

async function headOf(db: Reader, viewer: Viewer, place: Place, application: string): Promise<Head | undefined> {
  const found = await sql<Head>`
    select a.number, s.title, s.holder_name, s.born_on, s.region, s.sector, s.strand, s.applicant_kind, s.language, s.submitted_at, s.answers, f.definition,
      coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date)::text as age_on,
      w.application is not null as withdrawn, ${TO_LOOK_AGAIN} as look_again,
      (select min(p.published_at) from publication p where p.organisation = s.organisation and p.edition = s.edition) as published_at
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join call c on c.organisation = a.organisation and c.id = a.call
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    ${DECIDED}
    where s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and s.application = ${application}`.execute(db)
  return found.rows[0]
}

interface CheckRow {
  code: string
  kind: EligibilityRuleKind
  name: Trilingual
  reason: Trilingual
  parameters: { question?: string; questions?: string[] }
  verdict: Verdict | null
  automatic: boolean | null
  said: string | null
  facts: { code?: string; details?: Record<string, unknown>; confirm?: boolean; reads?: Verdict } | null
  checked_at: Date | null
  seq: number | null
  name_ar: string | null
  name_latin: string | null
}

/** Each rule with its last automatic verdict and, when it came after, the officer's. */
async function rulesOf(db: Reader, viewer: Viewer, place: Place, application: string, language: Language): Promise<RuleLine[]> {
  const found = await sql<CheckRow>`
    select r.code, r.kind, r.name, r.reason, r.parameters, c.verdict, c.automatic, c.reason as said, c.facts, c.checked_at, c.seq, p.name_ar, p.name_latin
    from eligibility_rule r
    left join lateral (
      select distinct on (k.automatic) k.* from eligibility_check k
      where k.organisation = r.organisation and k.application = ${application} and k.rule = r.code order by k.automatic, k.seq desc) c on true
    left join person p on p.organisation = c.organisation and p.id = c.checked_by
    where r.organisation = ${viewer.organisation} and r.edition = ${place.edition}
    order by r.position, r.code, c.seq`.execute(db)
  const lines = new Map<string, RuleLine>()
  for (const row of found.rows) {
    const { question, questions = [] } = row.parameters
    const line = lines.get(row.code) ?? {
      code: row.code,
      kind: row.kind,
      name: row.name,
      reason: row.reason,
      questions: question === undefined ? questions : [question],
      automatic: null,
      officer: null,
      toConfirm: null,
      seq: 0,
    }
    const verdict = writtenVerdict(row, language)
    if (verdict === null) lines.set(row.code, line)
    // Rows come in order, and the last counts: the machine writes after an officer where a verdict on a pair undid theirs, and after a correction.
    else {
      const seq = row.seq ?? 0
      const toConfirm = row.facts?.confirm === true ? line.officer : null
      lines.set(row.code, verdict.automatic ? { ...line, seq, automatic: verdict, officer: null, toConfirm } : { ...line, seq, officer: verdict })
    }
  }
  return [...lines.values()]
}

function writtenVerdict(row: CheckRow, language: Language): WrittenVerdict | null {
  if (row.verdict === null || row.automatic === null || row.checked_at === null) return null
  const found = row.facts?.code === undefined ? null : { code: row.facts.code, details: row.facts.details ?? {} }
  const by = row.name_ar === null || row.automatic ? null : shortName({ nameAr: row.name_ar, nameLatin: row.name_latin ?? '' }, language)
  return {
    verdict: row.verdict,
    reads: row.facts?.reads ?? row.verdict,
    automatic: row.automatic,
    reason: row.said ?? '',
    found,
    at: row.checked_at,
    by,
  }
}

async function decisionsOf(db: Reader, viewer: Viewer, application: string, language: Language): Promise<EligibilityView['decisions']> {
  const rows = await db
    .selectFrom('eligibility_decision as d')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.id', '=', 'd.decided_by'))
    .select(['d.seq', 'd.eligible', 'd.ground', 'd.reason', 'd.decided_at', 'p.name_ar', 'p.name_latin'])
    .where('d.organisation', '=', viewer.organisation)
    .where('d.application', '=', application)
    .orderBy('d.seq', 'desc')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    eligible: row.eligible,
    ground: row.ground,
    reason: row.reason,
    at: row.decided_at,
    by: shortName({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
  }))
}

async function neighboursOf(db: Reader, viewer: Viewer, place: Place, number: string): Promise<Pick<EligibilityView, 'before' | 'after'>> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  const found = await sql<{ application: string; number: string; side: 'before' | 'after' }>`
    (select s.application, a.number, 'before' as side from submission s join application a on a.organisation = s.organisation and a.id = s.application
      where s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`} and a.number < ${number} order by a.number desc limit 1)
    union all
    (select s.application, a.number, 'after' from submission s join application a on a.organisation = s.organisation and a.id = s.application
      where s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`} and a.number > ${number} order by a.number limit 1)`.execute(
    db,
  )
  const at = (side: 'before' | 'after') => {
    const row = found.rows.find((one) => one.side === side)
    return row === undefined ? null : { application: row.application, number: row.number }
  }
  return { before: at('before'), after: at('after') }
}
