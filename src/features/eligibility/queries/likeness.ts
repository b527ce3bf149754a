/**
 * Who may have applied twice. Names are folded in the app (one form for what is written in several ways) and compared
 * by trigrams in the database; phones, mail addresses and identity cards are compared as they are.
 */
import { sql } from 'kysely'
import { type Answers, type FormDefinition, isAnswered, type QuestionKind } from '../../../domain/form.ts'
import { fold } from '../../../domain/fold.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Likeness, LikenessTrait } from '../views.ts'

/** Names this like, on the same birth date, may be one name in two spellings. */
const LIKE_NAMES = 0.35

const CONTACTS: readonly { readonly kind: QuestionKind; readonly trait: LikenessTrait }[] = [
  { kind: 'phone', trait: 'phone' },
  { kind: 'email', trait: 'email' },
  { kind: 'cin', trait: 'cin' },
]

interface Subject {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holder_name: string
  readonly born_on: string | null
  readonly submitted_at: Date
  readonly answers: Answers
  readonly definition: FormDefinition
}

type Pair = { readonly one: string; readonly other: string; readonly traits: Set<LikenessTrait>; likeness: number }

/** For each application, those of the same edition that may be the same person's; withdrawn ones are left out. Nobody is looked up outside the organisation. */
export async function likenessesIn(db: Reader, organisation: string, edition: string): Promise<ReadonlyMap<string, readonly Likeness[]>> {
  const subjects = await subjectsOf(db, organisation, edition)
  const pairs = new Map<string, Pair>()
  const note = (one: string, other: string): Pair => {
    const [first, second] = one < other ? [one, other] : [other, one]
    const known = pairs.get(`${first} ${second}`) ?? { one: first, other: second, traits: new Set(), likeness: 0 }
    pairs.set(`${first} ${second}`, known)
    return known
  }
  for (const { kind, trait } of CONTACTS)
    for (const [one, other] of sharing(subjects, (subject) => valuesOf(subject, kind))) note(one, other).traits.add(trait)
  for (const [one, other] of sharing(subjects, foldedNames)) note(one, other).traits.add('name')
  for (const { one, other, likeness } of await likeNames(db, subjects)) {
    const pair = note(one, other)
    pair.traits.add('birth-date')
    pair.likeness = likeness
  }
  return byApplication(subjects, [...pairs.values()].filter(isTelling))
}

/** One name alone, or one birth date alone, tells nothing: many bear it. */
function isTelling({ traits, likeness }: Pair): boolean {
  return traits.has('phone') || traits.has('email') || traits.has('cin') || traits.has('name') || likeness >= LIKE_NAMES
}

async function subjectsOf(db: Reader, organisation: string, edition: string): Promise<Subject[]> {
  const rows = await db
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.id', '=', 's.form_version'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 's.organisation').onRef('w.application', '=', 's.application'))
    .select(['s.application', 'a.number', 's.title', 's.holder_name', 's.born_on', 's.submitted_at', 's.answers', 's.form_version'])
    .where('s.organisation', '=', organisation)
    .where('s.edition', '=', edition)
    .where('w.application', 'is', null)
    .orderBy('a.number')
    .execute()
  const versions = await db
    .selectFrom('form_version')
    .select(['id', 'definition'])
    .where('organisation', '=', organisation)
    .where('id', 'in', rows.length === 0 ? [organisation] : [...new Set(rows.map((row) => row.form_version))])
    .execute()
  const definitions = new Map(versions.map(({ id, definition }) => [id, definition as FormDefinition]))
  return rows.map((row) => ({ ...row, answers: row.answers as Answers, definition: definitions.get(row.form_version) as FormDefinition }))
}

function valuesOf({ definition, answers }: Subject, kind: QuestionKind): string[] {
  const codes = definition.sections.flatMap((section) =>
    section.questions.filter((question) => question.kind === kind).map((question) => question.code),
  )
  return codes.flatMap((code) => (typeof answers[code] === 'string' && isAnswered(answers[code]) ? [(answers[code] as string).toLowerCase()] : []))
}

const nameIn = (answers: Answers, code: string): string => fold(typeof answers[code] === 'string' ? (answers[code] as string) : '')

function foldedNames({ answers }: Subject): string[] {
  return [nameIn(answers, 'holder_name_ar'), nameIn(answers, 'holder_name_latin')].filter((name) => name !== '')
}

/** Pairs of subjects that share a value. */
function sharing(subjects: readonly Subject[], values: (subject: Subject) => string[]): [string, string][] {
  const holders = new Map<string, Set<string>>()
  for (const subject of subjects) for (const value of values(subject)) holders.set(value, (holders.get(value) ?? new Set()).add(subject.application))
  return [...holders.values()].flatMap((set) => {
    const all = [...set]
    return all.flatMap((one, place) => all.slice(place + 1).map((other): [string, string] => [one, other]))
  })
}

/** Pairs born on the same day, with the likeness of their names (pg_trgm), in the script where they are most alike. */
async function likeNames(db: Reader, subjects: readonly Subject[]): Promise<{ one: string; other: string; likeness: number }[]> {
  const born = subjects.filter((subject) => subject.born_on !== null)
  const found = await sql<{ one: string; other: string; likeness: number }>`
    with s as (select * from unnest(${born.map((one) => one.application)}::uuid[], ${born.map((one) => one.born_on)}::date[],
      ${born.map((one) => nameIn(one.answers, 'holder_name_ar'))}::text[], ${born.map((one) => nameIn(one.answers, 'holder_name_latin'))}::text[]) as s(application, born_on, ar, latin))
    select one.application as one, other.application as other, greatest(similarity(one.ar, other.ar), similarity(one.latin, other.latin)) as likeness
    from s one join s other on other.born_on = one.born_on and other.application > one.application`.execute(db)
  return found.rows
}

function byApplication(subjects: readonly Subject[], pairs: readonly Pair[]): Map<string, Likeness[]> {
  const known = new Map(subjects.map((subject) => [subject.application, subject]))
  const likenesses = new Map<string, Likeness[]>(subjects.map(({ application }) => [application, []]))
  for (const { one, other, traits, likeness } of pairs) {
    for (const [application, twin] of [
      [one, other],
      [other, one],
    ] as const) {
      const subject = known.get(twin) as Subject
      likenesses.get(application)?.push({
        application: twin,
        number: subject.number,
        title: subject.title,
        holderName: subject.holder_name,
        birthDate: subject.born_on,
        submittedAt: subject.submitted_at,
        same: [...traits].sort(),
        nameLikeness: traits.has('name') ? 1 : likeness,
      })
    }
  }
  for (const list of likenesses.values()) list.sort((a, b) => (a.number < b.number ? -1 : 1))
  return likenesses
}
