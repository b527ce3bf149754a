/**
 * The form of an application. A version that is answered never changes, so it is read once and kept in memory; which
 * version a draft answers may change at any moment, in any process, so what is remembered of that is only likely.
 */
import type { FormDefinition, Question } from '../../domain/form.ts'
import { questionsOf } from '../../domain/form-move.ts'
import type { Reader } from '../../platform/database/database.ts'
import { isId } from '../../platform/database/id.ts'

export interface HeldForm {
  readonly formVersion: string
  readonly form: FormDefinition
}

/** Enough for every form of an installation and the applications being written at one time. */
const KEPT_FORMS = 200
const KEPT_APPLICATIONS = 20_000

const forms = new Map<string, FormDefinition>()
/** Which form version an application answered when it was last asked. */
const versions = new Map<string, string>()

/** The form an application answers, or null if there is no such application. Says nothing about who may see it. */
export async function formOfApplication(db: Reader, organisation: string, application: string): Promise<HeldForm | null> {
  if (!isId(application)) return null
  const found = await db
    .selectFrom('application as a')
    .leftJoin('draft as d', (join) => join.onRef('d.organisation', '=', 'a.organisation').onRef('d.application', '=', 'a.id'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .select((e) => e.fn.coalesce('s.form_version', 'd.form_version').as('formVersion'))
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', application)
    .executeTakeFirst()
  if (found?.formVersion == null) return null
  remember(versions, `${organisation} ${application}`, found.formVersion, KEPT_APPLICATIONS)
  return { formVersion: found.formVersion, form: await formOfVersion(db, organisation, found.formVersion) }
}

/** The form the application answered when it was last asked: whoever writes by it says so, and finds out if it was another. */
export async function likelyForm(db: Reader, organisation: string, application: string): Promise<HeldForm | null> {
  const known = versions.get(`${organisation} ${application}`)
  if (known === undefined) return formOfApplication(db, organisation, application)
  return { formVersion: known, form: await formOfVersion(db, organisation, known) }
}

export function forgetForm(organisation: string, application: string): void {
  versions.delete(`${organisation} ${application}`)
}

/** The questions of a form version. */
export async function formOfVersion(db: Reader, organisation: string, version: string): Promise<FormDefinition> {
  const key = `${organisation} ${version}`
  const known = forms.get(key)
  if (known !== undefined) return known
  const row = await db
    .selectFrom('form_version')
    .select('definition')
    .where('organisation', '=', organisation)
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  const form = row.definition as FormDefinition
  remember(forms, key, form, KEPT_FORMS)
  return form
}

export interface AskedOnce {
  /** The last version that asked it. */
  readonly form: string
  readonly question: Question
}

/** Every question that any version of the form of an application has asked, as it was asked last. */
export async function everAsked(db: Reader, organisation: string, application: string): Promise<Map<string, AskedOnce>> {
  const rows = await db
    .selectFrom('application as a')
    .innerJoin('form_version as v', (join) => join.onRef('v.organisation', '=', 'a.organisation').onRef('v.call', '=', 'a.call'))
    .select('v.id')
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', application)
    .orderBy('v.version')
    .execute()
  const asked = new Map<string, AskedOnce>()
  for (const { id } of rows)
    for (const [code, question] of questionsOf(await formOfVersion(db, organisation, id))) asked.set(code, { form: id, question })
  return asked
}

export interface PageForm extends HeldForm {
  /** Those of the form, and those of earlier versions that the page still asks. */
  readonly questions: readonly Question[]
}

/** The form by which the fields of a page are read, also of a page opened before the form was corrected. `named`: codes of questions in its fields. */
export async function formOfPage(db: Reader, organisation: string, application: string, named: readonly string[]): Promise<PageForm | null> {
  const likely = isId(application) ? await likelyForm(db, organisation, application) : null
  if (likely === null) return null
  const read = (held: HeldForm) => ({ ...held, questions: [...questionsOf(held.form).values()] })
  const has = ({ form }: PageForm): boolean => named.every((code) => questionsOf(form).has(code))
  const first = read(likely)
  if (has(first)) return first
  const now = await formOfApplication(db, organisation, application)
  if (now === null) return null
  const second = read(now)
  if (has(second)) return second
  const earlier = await everAsked(db, organisation, application)
  const missing = named.flatMap((code) => (questionsOf(now.form).has(code) ? [] : (earlier.get(code)?.question ?? [])))
  return { ...now, questions: [...second.questions, ...missing] }
}

function remember<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  if (kept.size >= most) kept.delete(kept.keys().next().value as string)
  kept.set(key, value)
}
