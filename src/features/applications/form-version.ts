/** The form of an application. A frozen form never changes, so it is read once and kept in memory. */
import type { FormDefinition } from '../../domain/form.ts'
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
/** Which form version an application answers: fixed when it is begun. */
const versions = new Map<string, string>()

/** The form an application answers, or null if there is no such application. Says nothing about who may see it. */
export async function formOfApplication(db: Reader, organisation: string, application: string): Promise<HeldForm | null> {
  if (!isId(application)) return null
  const key = `${organisation} ${application}`
  const known = versions.get(key)
  if (known !== undefined) return { formVersion: known, form: await formOfVersion(db, organisation, known) }
  const found = await db
    .selectFrom('application as a')
    .leftJoin('draft as d', (join) => join.onRef('d.organisation', '=', 'a.organisation').onRef('d.application', '=', 'a.id'))
    .leftJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .select((e) => e.fn.coalesce('s.form_version', 'd.form_version').as('formVersion'))
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', application)
    .executeTakeFirst()
  if (found?.formVersion == null) return null
  remember(versions, key, found.formVersion, KEPT_APPLICATIONS)
  return { formVersion: found.formVersion, form: await formOfVersion(db, organisation, found.formVersion) }
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

function remember<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): void {
  if (kept.size >= most) kept.delete(kept.keys().next().value as string)
  kept.set(key, value)
}
