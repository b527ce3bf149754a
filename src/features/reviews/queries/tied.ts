/** Reviewers and applications as the finder of ties compares them. */
import { sql } from 'kysely'
import { listedOrganisations, type TiedApplication, type TiedReviewer } from '../../../domain/conflict.ts'
import { type Answers, type FormDefinition, rowsOf } from '../../../domain/form.ts'
import { traitsOf } from '../../../domain/likeness.ts'
import type { Reader } from '../../../platform/database/database.ts'

interface PersonRow {
  readonly id: string
  readonly name_ar: string
  readonly name_latin: string
  readonly email: string | null
  readonly phone: string | null
}

interface Sent {
  readonly application: string
  readonly form: string
  readonly answers: Answers
}

const present = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter((text): text is string => text !== null && text !== ''))]

/** What somebody wrote in a form that could tie them to others. */
function written(form: FormDefinition, answers: Answers) {
  const { names, email, phone } = traitsOf(form, answers)
  const tables = form.sections.flatMap((section) => section.questions).filter(({ kind }) => kind === 'people')
  const house = answers.structure_name
  return {
    names: [...names, ...tables.flatMap(({ code }) => rowsOf(answers[code]).map((row) => row.name ?? ''))],
    emails: email,
    phones: phone,
    organisations: typeof house === 'string' ? [house] : [],
  }
}

async function formsOf(db: Reader, organisation: string, rows: readonly Sent[]): Promise<Map<string, FormDefinition>> {
  const ids = [...new Set(rows.map(({ form }) => form))]
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('form_version')
    .select(['id', 'definition'])
    .where('organisation', '=', organisation)
    .where('id', 'in', ids)
    .execute()
  return new Map(found.map(({ id, definition }) => [id, definition as FormDefinition]))
}

/** Every application of the edition that was sent and not withdrawn, with its whole team. */
export async function tiedApplications(db: Reader, organisation: string, edition: string): Promise<TiedApplication[]> {
  const found = await sql<Sent & { team: PersonRow[] }>`
    select s.application, s.form_version as form, s.answers,
      (select json_agg(json_build_object('id', p.id, 'name_ar', p.name_ar, 'name_latin', p.name_latin, 'email', p.email, 'phone', p.phone) order by p.id)
        from application_member m join person p on p.organisation = m.organisation and p.id = m.person
        where m.organisation = s.organisation and m.application = s.application) as team
    from submission s
    where s.organisation = ${organisation} and s.edition = ${edition}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
    order by s.application`.execute(db)
  const forms = await formsOf(db, organisation, found.rows)
  return found.rows.map(({ application, form, answers, team }) => {
    const own = written(forms.get(form) as FormDefinition, answers)
    return {
      application,
      people: team.map(({ id }) => id),
      names: present([...own.names, ...team.flatMap(({ name_ar, name_latin }) => [name_ar, name_latin])]),
      emails: present([...own.emails, ...team.map(({ email }) => email)]),
      phones: present([...own.phones, ...team.map(({ phone }) => phone)]),
      organisations: present(own.organisations),
    }
  })
}

interface ReviewerRow extends PersonRow {
  readonly reviewer: string
  readonly affiliations: string
  readonly one_to_one: string[]
  readonly in_group: string[]
  readonly read_by: string[]
  readonly sent: Sent[]
}

/** Reviewers of the edition who have not left, all or one, with what they sent themselves, whom they accompanied and who reads them. */
export async function tiedReviewers(db: Reader, organisation: string, edition: string, only: string | null): Promise<TiedReviewer[]> {
  const found = await sql<ReviewerRow>`
    with mine as (
      select r.id as reviewer, r.affiliations, r.person as id, p.name_ar, p.name_latin, p.email, p.phone
      from reviewer r join person p on p.organisation = r.organisation and p.id = r.person
      where r.organisation = ${organisation} and r.edition = ${edition} and r.left_at is null ${only === null ? sql`` : sql`and r.id = ${only}`}),
    coached as (
      select ap.person, bool_or(a.kind = 'individual-training') as alone, m.person as other
      from activity_person ap
      join activity a on a.organisation = ap.organisation and a.id = ap.activity and a.held_at is not null
      join activity_project t on t.organisation = a.organisation and t.activity = a.id
      join project j on j.organisation = t.organisation and j.id = t.project
      join application_member m on m.organisation = j.organisation and m.application = j.application
      where ap.organisation = ${organisation} and ap.part = 'trainer' and ap.person in (select id from mine)
      group by ap.person, m.person)
    select mine.*,
      coalesce((select array_agg(c.other order by c.other) from coached c where c.person = mine.id and c.alone), '{}') as one_to_one,
      coalesce((select array_agg(c.other order by c.other) from coached c where c.person = mine.id and not c.alone), '{}') as in_group,
      coalesce((select array_agg(distinct v.person) from application_member m
        join assignment g on g.organisation = m.organisation and g.application = m.application and g.ended_at is null
        join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
        where m.organisation = ${organisation} and m.person = mine.id), '{}') as read_by,
      coalesce((select json_agg(json_build_object('application', s.application, 'form', s.form_version, 'answers', s.answers) order by s.application)
        from application_member m join submission s on s.organisation = m.organisation and s.application = m.application
        where m.organisation = ${organisation} and m.person = mine.id), '[]') as sent
    from mine order by mine.reviewer`.execute(db)
  const forms = await formsOf(
    db,
    organisation,
    found.rows.flatMap(({ sent }) => sent),
  )
  return found.rows.map((row) => {
    const own = row.sent.map(({ form, answers }) => written(forms.get(form) as FormDefinition, answers))
    return {
      reviewer: row.reviewer,
      people: [row.id],
      // Names of those in a table of an earlier application are not the reviewer's own.
      names: present([row.name_ar, row.name_latin]),
      emails: present([row.email, ...own.flatMap(({ emails }) => emails)]),
      phones: present([row.phone, ...own.flatMap(({ phones }) => phones)]),
      organisations: present([...listedOrganisations(row.affiliations), ...own.flatMap(({ organisations }) => organisations)]),
      coached: { 'one-to-one': row.one_to_one, group: row.in_group },
      readBy: row.read_by,
    }
  })
}
