/** Applications as the finder of likenesses compares them. */
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import { type LikenessSubject, type Traits, traitsOf } from '../../../domain/likeness.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface Subject extends LikenessSubject {
  readonly edition: string
  readonly number: string
  readonly title: string
  readonly holderName: string
  readonly region: string
  readonly submittedAt: Date
}

/**
 * What was drawn from what was sent, by application and hash: it never changes, and drawing it anew from ten thousand
 * applications takes seconds. The oldest goes first.
 */
const drawn = new Map<string, Traits>()
const MOST_DRAWN = 40_000
const AT_ONCE = 500

/** What was sent in some editions and not withdrawn, in the order of their numbers. Nobody is looked up outside the organisation. */
export async function subjectsOf(db: Reader, organisation: string, editions: readonly string[]): Promise<Subject[]> {
  if (editions.length === 0) return []
  const rows = await db
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('application_member as m', (join) =>
      join.onRef('m.organisation', '=', 's.organisation').onRef('m.application', '=', 's.application').on('m.part', '=', 'holder'),
    )
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 's.organisation').onRef('w.application', '=', 's.application'))
    .select(['s.application', 's.edition', 'a.number', 's.title', 's.holder_name', 's.region', 's.born_on', 's.submitted_at', 's.hash'])
    .select('m.person as holder')
    .where('s.organisation', '=', organisation)
    .where('s.edition', 'in', [...editions])
    .where('w.application', 'is', null)
    .orderBy('a.number')
    .execute()
  const traits = await traitsOfAll(db, organisation, rows)
  return rows.map((row, place) => ({
    application: row.application,
    edition: row.edition,
    holder: row.holder,
    born: row.born_on,
    number: row.number,
    title: row.title,
    holderName: row.holder_name,
    region: row.region,
    submittedAt: row.submitted_at,
    traits: traits[place] as Traits,
  }))
}

async function traitsOfAll(db: Reader, organisation: string, rows: readonly { application: string; hash: string }[]): Promise<Traits[]> {
  const keyOf = ({ application, hash }: { application: string; hash: string }): string => `${application} ${hash}`
  const known = rows.map((row) => drawn.get(keyOf(row)))
  const missing = rows.filter((_, place) => known[place] === undefined)
  const fresh = new Map<string, Traits>()
  const forms = new Map<string, FormDefinition>()
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const portion = missing.slice(from, from + AT_ONCE)
    for (const { application, answers, form_version } of await answersOf(db, organisation, portion)) {
      const form = forms.get(form_version) ?? (await formOf(db, organisation, form_version))
      forms.set(form_version, form)
      fresh.set(application, traitsOf(form, answers as Answers))
    }
  }
  for (const row of missing) keep(keyOf(row), fresh.get(row.application) as Traits)
  return rows.map((row, place) => known[place] ?? (fresh.get(row.application) as Traits))
}

function keep(key: string, traits: Traits): void {
  if (drawn.size >= MOST_DRAWN) drawn.delete(drawn.keys().next().value as string)
  drawn.set(key, traits)
}

function answersOf(db: Reader, organisation: string, rows: readonly { application: string }[]) {
  return db
    .selectFrom('submission')
    .select(['application', 'answers', 'form_version'])
    .where('organisation', '=', organisation)
    .where(
      'application',
      'in',
      rows.map((row) => row.application),
    )
    .execute()
}

async function formOf(db: Reader, organisation: string, version: string): Promise<FormDefinition> {
  const row = await db
    .selectFrom('form_version')
    .select('definition')
    .where('organisation', '=', organisation)
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  return row.definition as FormDefinition
}
