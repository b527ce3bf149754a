/** A small edition ready for eligibility, review and selection: an open call, criteria, rules, applications submitted, reviewers. Written by direct inserts. */
import { contactText, searchText } from '../../src/domain/search.ts'
import type { Answers, FormDefinition, Question } from '../../src/domain/form.ts'
import type { Role, SignedIn } from '../../src/domain/viewer.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { DURING, type OpenCall, openCall, somebody, WHOLE } from './open-call.ts'

const same = (text: string) => ({ ar: text, fr: text, en: text })
const json = (text: string) => JSON.stringify(same(text))
const question = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  label: same(`label ${code}`),
  required: true,
  ...more,
})

/** Two sections: who (hidden from readers) and what. */
export const SMALL_FORM: FormDefinition = {
  groups: [{ code: 'all', title: same('all') }],
  sections: [
    {
      code: 'who',
      group: 'all',
      title: same('who'),
      questions: [
        question('holder_name_ar', 'line', { identity: true }),
        question('holder_name_latin', 'line', { identity: true }),
        question('birth_date', 'date', { identity: true }),
        question('gender', 'choice', { required: false, options: ['woman', 'man'].map((code) => ({ code, name: same(code) })) }),
        question('phone', 'phone', { identity: true }),
        question('email', 'email', { identity: true, required: false }),
        question('cin', 'cin', { identity: true, restricted: true, required: false }),
        question('applicant_kind', 'applicant-kind'),
        question('consent_data', 'consent', { required: false }),
      ],
    },
    {
      code: 'project',
      group: 'all',
      title: same('project'),
      questions: [
        question('region', 'region'),
        question('project_title', 'line'),
        question('sector', 'sector'),
        question('summary', 'text'),
        question('only_creation', 'yes-no', { required: false }),
        question('supported_before', 'yes-no', { required: false }),
      ],
    },
  ],
}

export const CRITERIA = [
  { code: 'viability', weight: 30 },
  { code: 'impact', weight: 25 },
  { code: 'team', weight: 25 },
  { code: 'need', weight: 20 },
] as const

const RULES = [
  { code: 'age', kind: 'age', parameters: { min: 18, max: 29 } },
  { code: 'region', kind: 'region', parameters: {} },
  { code: 'kind', kind: 'applicant-kind', parameters: {} },
  { code: 'creation', kind: 'declared', parameters: { question: 'only_creation', not: 'yes' } },
  { code: 'past', kind: 'past-beneficiary', parameters: { question: 'supported_before' } },
  { code: 'whole', kind: 'complete', parameters: { questions: ['phone', 'summary'] } },
  { code: 'once', kind: 'duplicate', parameters: {} },
] as const

export interface SmallEdition extends OpenCall {
  readonly slug: string
  readonly officer: SignedIn
  readonly director: SignedIn
}

/** An edition of two regions (fes, ori) with its rules, criteria and staff; no application yet. Each call makes another organisation. */
export async function smallEdition(db: Database): Promise<SmallEdition> {
  const open = await openCall(db)
  const { organisation, edition } = open
  const formVersion = newId()
  await db
    .insertInto('form_version')
    .values({
      organisation,
      id: formVersion,
      call: open.call,
      version: 2,
      definition: JSON.stringify(SMALL_FORM),
      frozen_at: new Date('2024-02-02T09:00:00Z'),
    })
    .execute()
  const anchors = JSON.stringify([1, 2, 3, 4, 5].map((step) => same(`anchor ${step}`)))
  await db
    .insertInto('criterion')
    .values(
      CRITERIA.map(({ code, weight }, position) => ({
        organisation,
        edition,
        code,
        name: json(`name ${code}`),
        question: json(`question ${code}`),
        weight,
        anchors,
        position,
      })),
    )
    .execute()
  await db
    .insertInto('eligibility_rule')
    .values(
      RULES.map(({ code, kind, parameters }, position) => ({
        organisation,
        edition,
        code,
        kind,
        parameters: JSON.stringify(parameters),
        name: json(`rule ${code}`),
        reason: json(`reason ${code}`),
        position,
      })),
    )
    .execute()
  const [officer, director] = [await somebody(db, organisation, 'officer'), await somebody(db, organisation, 'director')]
  return { ...open, formVersion, slug: '2024', officer, director }
}

/** A role held in one edition, or in one region of it. */
export async function staffOf(
  db: Database,
  { organisation, programme, edition }: SmallEdition,
  role: Role,
  region: string | null = null,
): Promise<SignedIn> {
  const person = await somebody(db, organisation)
  return { ...person, grants: [{ role, programme, edition, region }] }
}

let made = 0

export interface Submitted {
  readonly application: string
  readonly number: string
  readonly holder: SignedIn
}

/** An application sent, whole unless `answers` say otherwise; an empty answer takes one away. Each has its own phone, birth date and name. */
export async function submitted(db: Database, small: SmallEdition, answers: Answers = {}, language: 'ar' | 'fr' | 'en' = 'fr'): Promise<Submitted> {
  const { organisation, edition, call, formVersion } = small
  made += 1
  const holder = await somebody(db, organisation)
  const unique = {
    phone: `+2126${String(10_000_000 + made)}`,
    birth_date: `2000-${String(1 + (made % 12)).padStart(2, '0')}-${String(1 + (made % 28)).padStart(2, '0')}`,
    ...names(made),
    supported_before: 'no',
    only_creation: 'no',
  }
  const given = Object.fromEntries(
    Object.entries({ ...WHOLE, ...unique, project_title: `Projet ${made}`, ...answers }).filter(([, answer]) => answer !== ''),
  ) as Record<string, string>
  const [application, number] = [newId(), `KW-2024-${String(made).padStart(4, '0')}`]
  const submitted_at = new Date(DURING.getTime() + made * 60_000)
  await db
    .insertInto('application')
    .values({ organisation, id: application, edition, call, number, language, created_at: DURING, created_by: holder.person.id })
    .execute()
  await db
    .insertInto('application_member')
    .values({ organisation, application, person: holder.person.id, part: 'holder', joined_at: DURING })
    .execute()
  const text = (code: string): string => given[code] ?? ''
  await db
    .insertInto('submission')
    .values({
      organisation,
      application,
      edition,
      form_version: formVersion,
      answers: JSON.stringify(given),
      submitted_at,
      submitted_by: holder.person.id,
      language,
      hash: application.replaceAll('-', '').padEnd(64, '0'),
      title: text('project_title'),
      holder_name: language === 'ar' ? text('holder_name_ar') : text('holder_name_latin'),
      region: text('region'),
      sector: text('sector'),
      applicant_kind: text('applicant_kind'),
      gender: (text('gender') || null) as 'woman' | 'man' | null,
      born_on: text('birth_date') || null,
      search: searchText([text('project_title'), text('holder_name_ar'), text('holder_name_latin'), text('town'), number]),
      contact: contactText({ phones: [text('phone')], others: [text('email'), text('cin')] }),
    })
    .execute()
  return { application, number, holder }
}

const SYLLABLES = ['ba', 'dou', 'fri', 'gha', 'ki', 'lou', 'ma', 'nou', 'ra', 'si', 'ta', 'wi', 'za'] as const

/** A name of its own for each number, unlike those beside it. */
function names(number: number): { holder_name_latin: string; holder_name_ar: string } {
  const part = (shift: number): string => SYLLABLES[(number * 5 + shift) % SYLLABLES.length] as string
  const latin = `${part(0)}${part(3)}${number} ${part(7)}${part(1)}${part(11)}`
  return { holder_name_latin: latin, holder_name_ar: `اسم ${latin}` }
}

/** Decides that applications are eligible, as an officer would once every rule has been read. */
export async function eligible(db: Database, small: SmallEdition, ...applications: string[]): Promise<void> {
  const decided_at = new Date('2024-04-08T09:00:00Z')
  await db
    .insertInto('eligibility_decision')
    .values(
      applications.map((application) => ({
        organisation: small.organisation,
        application,
        seq: 1,
        eligible: true,
        ground: null,
        reason: '',
        decided_at,
        decided_by: small.officer.person.id,
      })),
    )
    .execute()
}

export interface SmallReviewer {
  readonly reviewer: string
  readonly viewer: SignedIn
}

/** A reviewer who has accepted; reads both languages and up to ten files unless told otherwise. */
export async function reviewerIn(
  db: Database,
  small: SmallEdition,
  more: { region?: string | null; languages?: string[]; sectors?: string[]; minLoad?: number; maxLoad?: number } = {},
): Promise<SmallReviewer> {
  const { organisation, edition } = small
  const viewer = await somebody(db, organisation)
  const reviewer = newId()
  made += 1
  const { holder_name_latin, holder_name_ar } = names(made)
  await db
    .updateTable('person')
    .set({ name_latin: holder_name_latin, name_ar: holder_name_ar })
    .where('organisation', '=', organisation)
    .where('id', '=', viewer.person.id)
    .execute()
  const at = new Date('2024-04-02T09:00:00Z')
  await db
    .insertInto('reviewer')
    .values({
      organisation,
      id: reviewer,
      edition,
      person: viewer.person.id,
      min_load: more.minLoad ?? 0,
      max_load: more.maxLoad ?? 10,
      languages: more.languages ?? ['ar', 'fr', 'en'],
      sectors: more.sectors ?? [],
      region: more.region ?? null,
      invited_at: at,
      accepted_at: at,
    })
    .execute()
  return { reviewer, viewer: { ...viewer, grants: [{ role: 'reviewer', programme: small.programme, edition, region: null }] } }
}
