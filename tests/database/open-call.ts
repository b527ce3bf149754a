/** An organisation with one open call whose form holds a question of every kind: what the tests of applications begin with. */
import type { FormDefinition, Question } from '../../src/domain/form.ts'
import { QUESTION_KINDS } from '../../src/domain/form.ts'
import type { Role, SignedIn } from '../../src/domain/viewer.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'

const same = (text: string) => ({ ar: text, fr: text, en: text })
const json = (text: string) => JSON.stringify(same(text))

const question = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  label: same(code),
  required: true,
  ...more,
})

/** Three sections: who, where and what, and one that holds every kind of question once. */
export const FORM: FormDefinition = {
  groups: [
    { code: 'you', title: same('you') },
    { code: 'project', title: same('project') },
  ],
  sections: [
    {
      code: 'who',
      group: 'you',
      title: same('who'),
      questions: [
        question('holder_name_ar', 'line'),
        question('holder_name_latin', 'line'),
        question('birth_date', 'date'),
        question('gender', 'choice', { required: false, options: ['woman', 'man', 'unsaid'].map((code) => ({ code, name: same(code) })) }),
        question('applicant_kind', 'applicant-kind'),
        question('structure_name', 'line', { only: ['cso'] }),
      ],
    },
    {
      code: 'project',
      group: 'project',
      title: same('project'),
      questions: [
        question('region', 'region'),
        question('project_title', 'line', { maxLength: 120 }),
        question('sector', 'sector'),
        question('summary', 'text', { maxWords: 150 }),
      ],
    },
    {
      code: 'kinds',
      group: 'project',
      title: same('kinds'),
      questions: QUESTION_KINDS.map((kind) =>
        question(`of_${kind.replaceAll('-', '_')}`, kind, {
          required: false,
          ...(kind === 'choice' || kind === 'choices' ? { options: ['a', 'b', 'c'].map((code) => ({ code, name: same(code) })) } : {}),
          ...(kind === 'file' ? { accept: ['pdf', 'image', 'audio', 'document'] as const, maxFiles: 2, maxBytes: 5_000_000 } : {}),
          ...(kind === 'integer' ? { min: 1900, max: 2100 } : {}),
          ...(kind === 'money' ? { max: 60_000 } : {}),
        }),
      ),
    },
  ],
}

export interface OpenCall {
  readonly organisation: string
  readonly programme: string
  readonly edition: string
  readonly call: string
  readonly formVersion: string
}

/** The deadline promised is 31 March 2024, 23:59 in Morocco, where Ramadan made that 23:59 UTC; ten minutes of grace. */
export const OPENS = new Date('2024-03-01T09:00:00Z')
export const DURING = new Date('2024-03-20T12:00:00Z')
export const DEADLINE = new Date('2024-03-31T23:59:00Z')
export const LAST_INSTANT = new Date('2024-04-01T00:09:00Z')
export const TOO_LATE = new Date('2024-04-01T00:09:00.001Z')

/** Writes it; each call of this function makes another organisation. */
export async function openCall(db: Database): Promise<OpenCall> {
  const [organisation, programme, edition, call, formVersion] = [newId(), newId(), newId(), newId(), newId()]
  const created_at = new Date('2024-02-01T09:00:00Z')
  await db
    .insertInto('organisation')
    .values({ id: organisation, slug: `o-${organisation.slice(-12)}`, name: json('Fondation'), created_at })
    .execute()
  await db
    .insertInto('programme')
    .values({ organisation, id: programme, slug: 'kawaliss', name: json('Kawaliss'), tagline: json(''), summary: json(''), created_at })
    .execute()
  await db
    .insertInto('edition')
    .values({
      organisation,
      id: edition,
      programme,
      slug: '2024',
      ordinal: 2,
      year: 2024,
      name: json('2024'),
      currency: 'MAD',
      places: 12,
      support_months: 6,
      pass_mark: 60,
      divergence: 20,
      interview_weight: 0.5,
      reviews_per_application: 2,
      created_at,
    })
    .execute()
  const regions = [
    { code: 'fes', iso: 'MA-03', name: json('Fès-Meknès'), mark: 'fes', places: 6, position: 1 },
    { code: 'ori', iso: 'MA-02', name: json('Oriental'), mark: 'ori', places: 6, position: 2 },
  ]
  await db
    .insertInto('edition_region')
    .values(regions.map((region) => ({ organisation, edition, ...region })))
    .execute()
  await db
    .insertInto('edition_sector')
    .values(['music', 'crafts'].map((code, position) => ({ organisation, edition, code, name: json(code), position })))
    .execute()
  await db
    .insertInto('applicant_kind')
    .values(['person', 'cso'].map((code, position) => ({ organisation, edition, code, name: json(code), structure: code === 'cso', position })))
    .execute()
  await db
    .insertInto('call')
    .values({
      organisation,
      id: call,
      edition,
      title: json('Call'),
      summary: json(''),
      texts: '{}',
      opens_at: OPENS,
      opens_wall: '2024-03-01T10:00',
      deadline_at: DEADLINE,
      deadline_wall: '2024-03-31T23:59',
      zone: 'Africa/Casablanca',
      grace_seconds: 600,
      age_on: '2024-03-31',
      created_at,
      published_at: created_at,
    })
    .execute()
  await db
    .insertInto('form_version')
    .values({ organisation, id: formVersion, call, version: 1, definition: JSON.stringify(FORM), frozen_at: created_at })
    .execute()
  return { organisation, programme, edition, call, formVersion }
}

/** A person of the organisation, signed in; with a role over the whole organisation if one is named. */
export async function somebody(db: Database, organisation: string, role?: Role): Promise<SignedIn> {
  const id = newId()
  await db
    .insertInto('person')
    .values({ organisation, id, email: `${id.slice(-12)}@example.org`, created_at: OPENS })
    .execute()
  const grants = role === undefined ? [] : [{ role, programme: null, edition: null, region: null }]
  return { organisation, person: { id, nameAr: '', nameLatin: '', language: 'ar' }, grants }
}

/** Answers that make the form whole. */
export const WHOLE = {
  holder_name_ar: 'سلمى أوحساين',
  holder_name_latin: 'Salma Ouhssain',
  birth_date: '2000-06-14',
  gender: 'woman',
  applicant_kind: 'person',
  region: 'fes',
  project_title: 'دار الظل',
  sector: 'crafts',
  summary: 'مسرح ظل متنقل',
} as const
