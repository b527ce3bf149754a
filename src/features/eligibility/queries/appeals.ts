/** Appeals: the applicant's own, with the decision as it was told, and those of the desk. */
import { sql } from 'kysely'
import type { Membership } from '../../../domain/application.ts'
import { mayDecideEligibility } from '../../../domain/eligibility-decision.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, type SignedIn, FILE_READERS } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { type AppealFile, appealFilesOf, type FileView } from '../../files/index.ts'
import type { AppealLine, OwnDecision, WrittenAppeal } from '../appeals/views.ts'
import { appealUntil } from '../letters/term.ts'
import { lastTold } from './told-decisions.ts'

/** The decision on an application of the viewer's own, once its letter has left; null before, and for anybody else's. */
export async function ownDecision(db: Reader, viewer: SignedIn, application: string): Promise<OwnDecision | null> {
  if (!isId(application)) return null
  const member = await db
    .selectFrom('application_member as m')
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 'm.organisation').onRef('w.application', '=', 'm.application'))
    .select(['m.part', 'w.withdrawn_at'])
    .where('m.organisation', '=', viewer.organisation)
    .where('m.application', '=', application)
    .where('m.person', '=', viewer.person.id)
    .executeTakeFirst()
  const told = member === undefined ? null : await lastTold(db, viewer.organisation, application)
  if (member === undefined || told === null) return null
  const appeal = await lastAppeal(db, viewer.organisation, application)
  const files = appeal === null ? [] : await appealFilesOf(db, viewer.organisation, [application])
  // The answer to an appeal tells the decision that follows it; an appeal before another decision is over.
  const concerns = appeal !== null && (appeal.decision === told.decision || (appeal.answer?.upheld === true && told.eligible))
  // What the desk alone knows of it (whether it still stands, above all) stays at the desk.
  const { holder: _holder, email: _email, message: _message, stands: _stands, ...known } = told
  return {
    told: known,
    membership: member.part as Membership,
    withdrawn: member.withdrawn_at !== null,
    until: appealUntil(told),
    appeal: concerns
      ? { ...appeal, files: shown(files.filter((file) => file.appeal === appeal.decision && file.givenBy === viewer.person.id)) }
      : null,
  }
}

/** Who ever declared the application of the appeal `q` not eligible. */
const declarers = sql<
  string[]
>`array(select n.decided_by::text from eligibility_decision n where n.organisation = q.organisation and n.application = q.application and not n.eligible)`

/** The last appeal of an application, with the decision it is against. */
export async function lastAppeal(
  db: Reader,
  organisation: string,
  application: string,
): Promise<(WrittenAppeal & { readonly decision: number; readonly declaredBy: readonly string[]; readonly ground: string | null }) | null> {
  const row = await db
    .selectFrom('eligibility_appeal as q')
    .innerJoin('eligibility_decision as d', (join) =>
      join.onRef('d.organisation', '=', 'q.organisation').onRef('d.application', '=', 'q.application').onRef('d.seq', '=', 'q.decision'),
    )
    .select(['q.decision', 'q.text', 'q.lodged_at', 'q.answered_at', 'q.upheld', 'q.answer', 'd.ground'])
    .select(declarers.as('declared_by'))
    .where('q.organisation', '=', organisation)
    .where('q.application', '=', application)
    .orderBy('q.decision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const answer = row.answered_at === null ? null : { upheld: row.upheld === true, text: row.answer ?? '', at: row.answered_at }
  return { decision: row.decision, declaredBy: row.declared_by, ground: row.ground, text: row.text, lodgedAt: row.lodged_at, answer }
}

interface Row {
  application: string
  decision: number
  number: string
  title: string
  holder_name: string
  region: string
  language: Language
  text: string
  lodged_at: Date
  answered_at: Date | null
  upheld: boolean | null
  answer: string | null
  ground: Trilingual
  reason: string
  decided_at: Date
  declared_by: string[]
  decider_ar: string
  decider_latin: string
  answerer_ar: string | null
  answerer_latin: string | null
}

/** The appeals of an edition within what the viewer may see, those without an answer first, the oldest of them at the top; null when the viewer has no place at this desk. */
export async function appealsOf(db: Reader, viewer: SignedIn, place: Place, language: Language): Promise<AppealLine[] | null> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  if (scope.length === 0) return null
  const found = await sql<Row>`
    select q.application, q.decision, a.number, s.title, s.holder_name, s.region, s.language, q.text, q.lodged_at, q.answered_at, q.upheld, q.answer,
      r.name as ground, d.reason, d.decided_at, ${declarers} as declared_by, p.name_ar as decider_ar, p.name_latin as decider_latin, w.name_ar as answerer_ar, w.name_latin as answerer_latin
    from eligibility_appeal q
    join eligibility_decision d on d.organisation = q.organisation and d.application = q.application and d.seq = q.decision
    join submission s on s.organisation = q.organisation and s.application = q.application
    join application a on a.organisation = q.organisation and a.id = q.application
    join eligibility_rule r on r.organisation = s.organisation and r.edition = s.edition and r.code = d.ground
    join person p on p.organisation = d.organisation and p.id = d.decided_by
    left join person w on w.organisation = q.organisation and w.id = q.answered_by
    where q.organisation = ${viewer.organisation} and s.edition = ${place.edition} and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`}
    order by q.answered_at is not null, case when q.answered_at is null then q.lodged_at end, q.answered_at desc, a.number`.execute(db)
  const files = await appealFilesOf(
    db,
    viewer.organisation,
    found.rows.map(({ application }) => application),
  )
  return found.rows.map((row) => {
    const own = files.filter(({ application, appeal }) => application === row.application && appeal === row.decision)
    return lineOf(row, own, viewer, place, language)
  })
}

/** Of a file what its readers need: they know whose it is. */
function shown(files: readonly AppealFile[]): FileView[] {
  return files.map(({ application: _application, appeal: _appeal, givenBy: _givenBy, ...file }) => file)
}

function lineOf(row: Row, files: readonly AppealFile[], viewer: SignedIn, place: Place, language: Language): AppealLine {
  const named = (nameAr: string | null, nameLatin: string | null): string => shortName({ nameAr: nameAr ?? '', nameLatin: nameLatin ?? '' }, language)
  const own = row.declared_by.includes(viewer.person.id)
  const decides = mayDecideEligibility(viewer, { ...place, region: row.region })
  return {
    application: row.application,
    decision: row.decision,
    number: row.number,
    title: row.title,
    holderName: row.holder_name,
    language: row.language,
    ground: inLanguage(row.ground, language).text,
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: named(row.decider_ar, row.decider_latin),
    text: row.text,
    lodgedAt: row.lodged_at,
    answer: row.answered_at === null ? null : { upheld: row.upheld === true, text: row.answer ?? '', at: row.answered_at },
    answeredBy: row.answered_at === null ? null : named(row.answerer_ar, row.answerer_latin),
    own: own && decides,
    mayAnswer: decides && !own && row.answered_at === null,
    files: decides && !own ? shown(files) : [],
    filesGiven: files.length,
  }
}
