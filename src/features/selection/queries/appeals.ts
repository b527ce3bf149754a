/** Appeals against a selection: the applicant's own, and those of the desk. */
import { type RawBuilder, sql } from 'kysely'
import type { Membership } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor, shortName } from '../../../domain/person.ts'
import { passes } from '../../../domain/review.ts'
import { mayReadSelection } from '../../../domain/selection.ts'
import { mayAnswerSelectionAppeals, mayChoosePlace, mayOpenExtraPlace } from '../../../domain/selection-appeal.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { barredPairs } from '../../reviews/index.ts'
import { isId } from '../../../platform/database/id.ts'
import { appealUntil } from '../../eligibility/index.ts'
import { preparedAnswers, preparedFor } from './appeal-answer.ts'
import { type AppealPlace, appealPlaces } from './appeal-places.ts'
import type { OwnSelectionAppeal, SelectionAppeal, SelectionAppealLine } from '../appeals/views.ts'

interface Written {
  text: string | null
  lodged_at: Date | null
  answered_at: Date | null
  upheld: boolean | null
  answer: string | null
  appeal_score: string | null
  place: string | null
  pass_mark: string
}

function writtenIn(row: Written): SelectionAppeal | null {
  if (row.text === null || row.lodged_at === null) return null
  const { answered_at: at, upheld, answer, appeal_score: score, place, pass_mark: mark } = row
  const below = upheld === true && score !== null && !passes(score, mark) ? mark : null
  return {
    text: row.text,
    lodgedAt: row.lodged_at,
    answer: at === null ? null : { upheld: upheld === true, text: answer ?? '', at, score, next: place === 'next', below },
  }
}

/** The standing of one's own application towards an appeal, once the results are public; null before, and for anybody else's. */
export async function ownSelectionAppeal(db: Reader, viewer: SignedIn, application: string): Promise<OwnSelectionAppeal | null> {
  if (!isId(application)) return null
  const found = await sql<
    Written & { number: string; title: string; zone: string; part: string; outcome: string; withdrawn: boolean; told_at: Date; appeal_days: number }
  >`
    select a.number, s.title, c.zone, m.part, d.outcome, e.appeal_days, e.pass_mark::text as pass_mark,
      exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application) as withdrawn,
      greatest(p.published_at, (select max(b.approved_at) from message g join message_batch b on b.organisation = g.organisation and b.id = g.batch
        where g.organisation = d.organisation and g.object = d.application and b.kind = 'results')) as told_at,
      q.text, q.lodged_at, q.answered_at, q.upheld, q.answer, q.score::text as appeal_score, q.place
    from decision d
    join publication p on p.organisation = d.organisation and p.seal = d.seal
    join edition e on e.organisation = d.organisation and e.id = d.edition
    join call c on c.organisation = d.organisation and c.edition = d.edition
    join application a on a.organisation = d.organisation and a.id = d.application
    join submission s on s.organisation = d.organisation and s.application = d.application
    join application_member m on m.organisation = d.organisation and m.application = d.application and m.person = ${viewer.person.id}
    left join selection_appeal q on q.organisation = d.organisation and q.application = d.application
    where d.organisation = ${viewer.organisation} and d.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const { number, title, zone } = row
  return {
    application,
    number,
    title,
    zone,
    membership: row.part as Membership,
    selected: row.outcome === 'selected',
    withdrawn: row.withdrawn,
    until: appealUntil({ eligible: false, leftAt: row.told_at, appealDays: row.appeal_days, zone }) as Date,
    appeal: writtenIn(row),
  }
}

interface LineRow extends Written {
  application: string
  number: string
  title: string
  holder_name: string
  language: Language
  outcome: SelectionAppealLine['outcome']
  score: string | null
  hash: string | null
  barred: string[]
  panel: string[]
  answerer_ar: string | null
  answerer_latin: string | null
}

/** Persons who had a part in the decision on an application `q`: reviewed it, are kept apart from it by a conflict or a tie, or sealed the list. */
export const barredFrom = (organisation: string, edition: string): RawBuilder<string[]> => sql<string[]>`array(
  select v.person::text from reviewer v where v.organisation = q.organisation and v.edition = q.edition and (
    exists (select from assignment g where g.organisation = v.organisation and g.reviewer = v.id and g.application = q.application)
    or exists (select from ${barredPairs(organisation, edition)} k where k.reviewer = v.id and k.application = q.application))
  union select l.sealed_by::text from selection_seal l where l.organisation = q.organisation and l.edition = q.edition
  union select m.person::text from application_member m where m.organisation = q.organisation and m.application = q.application)`

/** The appeals of an edition, those without an answer first; null when the viewer may not read the selection. */
export async function selectionAppealsOf(db: Reader, viewer: SignedIn, place: Place, language: Language): Promise<SelectionAppealLine[] | null> {
  if (!mayReadSelection(viewer, place)) return null
  const found = await sql<LineRow>`
    select q.application, a.number, s.title, s.holder_name, s.language, d.outcome, d.score::text as score, e.pass_mark::text as pass_mark, q.text, q.lodged_at, q.answered_at, q.upheld, q.answer,
      q.score::text as appeal_score, q.place, q.hash, ${barredFrom(viewer.organisation, place.edition)} as barred, w.name_ar as answerer_ar, w.name_latin as answerer_latin,
      array(select n.person::text from selection_appeal_panel n where n.organisation = q.organisation and n.application = q.application) as panel
    from selection_appeal q
    join edition e on e.organisation = q.organisation and e.id = q.edition
    join decision d on d.organisation = q.organisation and d.application = q.application
    join submission s on s.organisation = q.organisation and s.application = q.application
    join application a on a.organisation = q.organisation and a.id = q.application
    left join person w on w.organisation = q.organisation and w.id = q.answered_by
    where q.organisation = ${viewer.organisation} and q.edition = ${place.edition}
    order by q.answered_at is not null, case when q.answered_at is null then q.lodged_at end, q.answered_at desc, a.number`.execute(db)
  if (found.rows.length === 0) return []
  const people = await panelPeople(db, viewer.organisation, place, language)
  const places = new Map((await appealPlaces(db, viewer.organisation, place.edition, language)).map((one) => [one.application, one]))
  const prepared = await preparedAnswers(db, viewer.organisation, { edition: place.edition }, language)
  return found.rows.map((row) => {
    const waits = row.answered_at === null ? (prepared.get(row.application) ?? null) : null
    const asked = waits?.panel.some((one) => one.person === viewer.person.id && one.said === null) === true
    return {
      ...lineOf(row, viewer, place, people, language),
      ...placeOf(places.get(row.application), viewer, place),
      prepared: waits === null ? null : preparedFor(waits, viewer.person.id),
      asked,
    }
  })
}

function placeOf(
  stands: AppealPlace | undefined,
  viewer: SignedIn,
  place: Place,
): Pick<SelectionAppealLine, 'place' | 'mayChoosePlace' | 'mayOpenExtra'> {
  return { place: stands ?? null, mayChoosePlace: mayChoosePlace(viewer, place), mayOpenExtra: mayOpenExtraPlace(viewer, place) }
}

type People = readonly { readonly person: string; readonly name: string }[]

function lineOf(
  row: LineRow,
  viewer: SignedIn,
  place: Place,
  people: People,
  language: Language,
): Omit<SelectionAppealLine, 'place' | 'mayChoosePlace' | 'mayOpenExtra' | 'prepared' | 'asked'> {
  const own = row.barred.includes(viewer.person.id)
  const answers = mayAnswerSelectionAppeals(viewer, place)
  return {
    ...(writtenIn(row) as SelectionAppeal),
    application: row.application,
    number: row.number,
    title: row.title,
    holderName: row.holder_name,
    language: row.language,
    outcome: row.outcome,
    score: row.score,
    passMark: row.pass_mark,
    answeredBy: row.answered_at === null ? null : shortName({ nameAr: row.answerer_ar ?? '', nameLatin: row.answerer_latin ?? '' }, language),
    panel: people.flatMap(({ person, name }) => (row.panel.includes(person) ? [name] : [])),
    own: own && answers,
    mayAnswer: answers && !own && row.answered_at === null,
    known: people.filter(({ person }) => person !== viewer.person.id && !row.barred.includes(person)),
    hash: row.hash,
  }
}

/** Who can sit on a panel: the team that reads files, the chair, and the reviewers of the edition. */
export async function panelPeople(db: Reader, organisation: string, place: Place, language: Language): Promise<People> {
  const found = await sql<{ person: string; name_ar: string; name_latin: string }>`
    select p.id as person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin from person p
    where p.organisation = ${organisation} and (
      exists (select from role_grant g where g.organisation = p.organisation and g.person = p.id and g.ended_at is null
        and g.role in ('administrator', 'director', 'officer', 'chair', 'reviewer')
        and (g.edition is null or g.edition = ${place.edition}) and (g.programme is null or g.programme = ${place.programme}))
      or exists (select from reviewer v where v.organisation = p.organisation and v.person = p.id and v.edition = ${place.edition} and v.left_at is null))
    order by p.name_latin, p.id`.execute(db)
  return found.rows.map((row) => ({
    person: row.person,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) || row.name_latin,
  }))
}
