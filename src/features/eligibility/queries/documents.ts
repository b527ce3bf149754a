/** The documents asked of an applicant, each with the last verdict written on it. */
import { sql } from 'kysely'
import { type DocumentFacts, type DocumentVerdict, documentsIn, standingVerdict } from '../../../domain/document-verdict.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import type { FormFacts } from '../../../domain/form-values.ts'
import type { Language } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import { editionLists, formOfVersion } from '../../applications/index.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { DocumentLine } from '../views.ts'

/** What was sent of one application, with the form it answers. */
export interface SentAnswers {
  readonly form: FormDefinition
  readonly answers: Answers
  readonly facts: FormFacts
}

/** In the order of the form. */
export async function documentsOf(
  db: Reader,
  organisation: string,
  application: string,
  { form, answers, facts }: SentAnswers,
  language: Language,
): Promise<DocumentLine[]> {
  const asked = documentsIn(form, answers, facts)
  if (asked.length === 0) return []
  const rows = await db
    .selectFrom('document_verdict as v')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'v.organisation').onRef('p.id', '=', 'v.judged_by'))
    .distinctOn('v.question')
    .select(['v.question', 'v.seq', 'v.files', 'v.verdict', 'v.reason', 'v.judged_at', 'p.name_ar', 'p.name_latin'])
    .where('v.organisation', '=', organisation)
    .where('v.application', '=', application)
    .orderBy('v.question')
    .orderBy('v.seq', 'desc')
    .execute()
  return asked.map((document) => {
    const row = rows.find((one) => one.question === document.question)
    if (row === undefined) return { ...document, seq: 0, last: null, stands: null }
    const last = {
      verdict: row.verdict as DocumentVerdict,
      files: row.files,
      reason: row.reason,
      at: row.judged_at,
      by: shortName({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    }
    return { ...document, seq: row.seq, last, stands: standingVerdict({ files: document.files, last }) }
  })
}

/** The same of an application of which nothing is read yet; null when nothing was sent under this id. */
export async function documentsOfApplication(db: Reader, organisation: string, application: string): Promise<DocumentLine[] | null> {
  const row = await db
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.id', '=', 's.form_version'))
    .select(['s.answers', 's.language', 'f.definition', 'a.edition', 's.submitted_at'])
    .where('s.organisation', '=', organisation)
    .where('s.application', '=', application)
    .executeTakeFirst()
  if (row === undefined) return null
  const sent = {
    form: row.definition as FormDefinition,
    answers: row.answers as Answers,
    facts: await editionLists(db, organisation, row.edition, row.submitted_at),
  }
  return documentsOf(db, organisation, application, sent, row.language)
}

/** The documents of many applications, of those whose form asks for any: what an act on many is held against. */
export async function documentsOfMany(
  db: Reader,
  organisation: string,
  applications: readonly string[],
): Promise<ReadonlyMap<string, DocumentFacts[]>> {
  const found = await sql<ManyRow>`
    with asking as (
      select v.id, v.definition from form_version v
      where v.organisation = ${organisation} and jsonb_path_exists(v.definition, '$.sections[*].questions[*] ? (@.kind == "file")')
    )
    select s.application, s.form_version, s.answers,
      coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date)::text as "ageOn",
      coalesce((select json_agg(json_build_object('question', v.question, 'verdict', v.verdict, 'files', v.files)) from (
        select distinct on (v.question) v.* from document_verdict v
        where v.organisation = s.organisation and v.application = s.application order by v.question, v.seq desc) v), '[]') as verdicts
    from unnest(${[...applications]}::uuid[]) chosen (application)
    join submission s on s.organisation = ${organisation} and s.application = chosen.application
    join application a on a.organisation = s.organisation and a.id = s.application
    join call c on c.organisation = a.organisation and c.id = a.call
    join asking on asking.id = s.form_version`.execute(db)
  const forms = new Map(
    await Promise.all(
      [...new Set(found.rows.map((row) => row.form_version))].map(async (id) => [id, await formOfVersion(db, organisation, id)] as const),
    ),
  )
  return new Map(
    found.rows.map(({ application, form_version, answers, ageOn, verdicts }) => {
      const asked = documentsIn(forms.get(form_version) as FormDefinition, answers, { ageOn })
      return [application, asked.map((document) => ({ ...document, last: verdicts.find((one) => one.question === document.question) ?? null }))]
    }),
  )
}

interface ManyRow {
  application: string
  form_version: string
  answers: Answers
  ageOn: string
  verdicts: { question: string; verdict: DocumentVerdict; files: string[] }[]
}
