/**
 * Pairs of applications that may be the same person's, or the same project. What two of them share is looked up in the
 * app (domain/likeness.ts); names of people born on one day are also compared by trigrams in the database (pg_trgm), for
 * spellings that no rule foresees; long answers that look alike by their samples are compared in full.
 */
import { sql } from 'kysely'
import type { Answers } from '../../../domain/form.ts'
import { fold } from '../../../domain/fold.ts'
import { LIKENESS_TRAITS, type LikelyPair, likelyPairs, type LikenessTrait, marksOf, raisesDoubt, standsAgainst } from '../../../domain/likeness.ts'
import { LIKE_TEXTS, runsLikeness, runsOf } from '../../../domain/text-likeness.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { verdictsOnPairs, type WrittenPairVerdict } from './pair-verdicts.ts'
import { type Subject, subjectsOf } from './likeness-subjects.ts'

/** Names this like, on the same birth date, may be one name in two spellings. */
const LIKE_NAMES = 0.35

/** The ids stand in their order: `one` is the smaller. */
export interface FoundPair {
  readonly one: Subject
  readonly other: Subject
  /** What they share, in the order of LIKENESS_TRAITS. */
  readonly same: readonly LikenessTrait[]
  /** Likeness of the two names by trigrams, from 0 to 1; 1 when they are one name. */
  readonly nameLikeness: number
  /** Long answers that share most of their words. */
  readonly texts: readonly { readonly one: string; readonly other: string; readonly likeness: number }[]
  readonly verdict: WrittenPairVerdict | null
}

/** Every likely pair of an edition, the surest first; withdrawn applications are left out. With `about`, the pairs of that application alone. */
export async function pairsIn(db: Reader, organisation: string, edition: string, about?: string): Promise<FoundPair[]> {
  const all = await subjectsOf(db, organisation, [edition])
  const focus = all.find((one) => one.application === about)
  if (about !== undefined && focus === undefined) return []
  const subjects = focus === undefined ? all : sharingWith(all, [focus], (one) => one.born !== null && one.born === focus.born)
  const wanted = (one: Subject, other: Subject): boolean => focus === undefined || one === focus || other === focus
  return foundPairs(db, organisation, subjects, await withLikeNames(db, subjects, likelyPairs(subjects, wanted), wanted))
}

/** Each application of an edition beside those of earlier editions of the organisation that may be the same person's. */
export async function pairsBefore(db: Reader, organisation: string, edition: string): Promise<FoundPair[]> {
  const [now, earlier] = [
    await subjectsOf(db, organisation, [edition]),
    await subjectsOf(db, organisation, await editionsBefore(db, organisation, edition)),
  ]
  const subjects = sharingWith(earlier, now, () => false)
  const likely = likelyPairs(subjects, (one, other) => (one.edition === edition) !== (other.edition === edition))
  // A project that comes back, with its title and its text, is its holder's.
  const personal = likely.filter(({ traits }) => [...traits].some((trait) => trait !== 'title' && trait !== 'birth-date'))
  return foundPairs(db, organisation, subjects, personal)
}

/** Numbers of the applications that stand against each one as possible duplicates: what officers have told apart does not. */
export async function doubtsIn(db: Reader, organisation: string, edition: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const doubts = new Map<string, string[]>()
  const add = (to: Subject, twin: Subject): unknown => doubts.set(to.application, [...(doubts.get(to.application) ?? []), twin.number])
  for (const { one, other, verdict } of await pairsIn(db, organisation, edition)) {
    if (standsAgainst(one.application, verdict)) add(one, other)
    if (standsAgainst(other.application, verdict)) add(other, one)
  }
  for (const numbers of doubts.values()) numbers.sort()
  return doubts
}

/** `others` and those of `all` that share a mark with one of them, or are `alsoWanted`. */
function sharingWith(all: readonly Subject[], others: readonly Subject[], alsoWanted: (one: Subject) => boolean): Subject[] {
  const marks = new Set(others.flatMap((one) => marksOf(one)))
  const kept = all.filter((one) => alsoWanted(one) || marksOf(one).some((mark) => marks.has(mark)))
  return [...new Set([...others, ...kept])]
}

async function editionsBefore(db: Reader, organisation: string, edition: string): Promise<string[]> {
  const rows = await db
    .selectFrom('call as c')
    .innerJoin('call as mine', (join) => join.onRef('mine.organisation', '=', 'c.organisation').on('mine.edition', '=', edition))
    .select('c.edition')
    .where('c.organisation', '=', organisation)
    .whereRef('c.opens_at', '<', 'mine.opens_at')
    .execute()
  return rows.map((row) => row.edition)
}

/** A pair, with the likeness of its names where they are alike by trigrams. */
type NamedPair = LikelyPair & { readonly nameLikeness?: number }

/** Adds the pairs born on the same day whose names are alike by trigrams in one of the scripts. */
async function withLikeNames(
  db: Reader,
  subjects: readonly Subject[],
  likely: readonly LikelyPair[],
  wanted: (one: Subject, other: Subject) => boolean,
): Promise<NamedPair[]> {
  const named = subjects.flatMap((one) => (one.born === null ? [] : one.traits.names.map((name) => ({ ...one, name: fold(name) }))))
  const found = await sql<{ one: string; other: string; likeness: number }>`
    with s as (select * from unnest(${named.map((one) => one.application)}::uuid[], ${named.map((one) => one.born)}::date[], ${named.map((one) => one.name)}::text[]) as s(application, born_on, name))
    select one.application as one, other.application as other, max(similarity(one.name, other.name)) as likeness
    from s one join s other on other.born_on = one.born_on and other.application > one.application
    group by one.application, other.application having max(similarity(one.name, other.name)) >= ${LIKE_NAMES}`.execute(db)
  const byId = new Map(subjects.map((one) => [one.application, one]))
  const pairs = new Map<string, NamedPair>(likely.map((pair) => [`${pair.one} ${pair.other}`, pair]))
  for (const { one, other, likeness } of found.rows) {
    if (!wanted(byId.get(one) as Subject, byId.get(other) as Subject)) continue
    const pair = pairs.get(`${one} ${other}`) ?? { one, other, traits: new Set<LikenessTrait>(), texts: [] }
    pairs.set(`${one} ${other}`, { ...pair, traits: new Set([...pair.traits, 'birth-date' as const]), nameLikeness: likeness })
  }
  return [...pairs.values()]
}

async function foundPairs(db: Reader, organisation: string, subjects: readonly Subject[], likely: readonly NamedPair[]): Promise<FoundPair[]> {
  const byId = new Map(subjects.map((one) => [one.application, one]))
  const texts = await comparedTexts(db, organisation, likely)
  const pairs = likely.flatMap((pair) => {
    const [one, other] = [byId.get(pair.one) as Subject, byId.get(pair.other) as Subject]
    const alike = texts(pair)
    const traits = new Set<LikenessTrait>([...pair.traits, ...(alike.length > 0 ? (['text'] as const) : [])])
    const nameLikeness = traits.has('name') ? 1 : (pair.nameLikeness ?? 0)
    if (pair.nameLikeness === undefined && !raisesDoubt(traits, { one: one.born, other: other.born })) return []
    return [{ one, other, same: LIKENESS_TRAITS.filter((trait) => traits.has(trait)), nameLikeness, texts: alike }]
  })
  const verdicts = await verdictsOnPairs(db, organisation, pairs)
  return pairs
    .map((pair) => ({ ...pair, verdict: verdicts.get(`${pair.one.application} ${pair.other.application}`) ?? null }))
    .sort((a, b) => weight(b) - weight(a) || (a.one.number < b.one.number ? -1 : 1))
}

const WEIGHTS: Readonly<Record<LikenessTrait, number>> = { account: 8, cin: 8, phone: 4, email: 4, text: 4, name: 3, 'birth-date': 2, title: 1 }

function weight({ same, nameLikeness }: Pick<FoundPair, 'same' | 'nameLikeness'>): number {
  return same.reduce((sum, trait) => sum + WEIGHTS[trait], nameLikeness)
}

/** Reads the long answers of pairs that look alike by their samples, and compares them in full. */
async function comparedTexts(db: Reader, organisation: string, likely: readonly LikelyPair[]): Promise<(pair: LikelyPair) => FoundPair['texts']> {
  const wanted = [...new Set(likely.filter(({ texts }) => texts.length > 0).flatMap(({ one, other }) => [one, other]))]
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('submission')
          .select(['application', 'answers'])
          .where('organisation', '=', organisation)
          .where('application', 'in', wanted)
          .execute()
  const answers = new Map(rows.map((row) => [row.application, row.answers as Answers]))
  // One text is often compared with several others.
  const read = new Map<string, ReadonlySet<number>>()
  const runs = (application: string, question: string): ReadonlySet<number> => {
    const key = `${application} ${question}`
    const answer = answers.get(application)?.[question]
    const found = read.get(key) ?? runsOf(typeof answer === 'string' ? answer : '')
    read.set(key, found)
    return found
  }
  return (pair) =>
    pair.texts
      .map(({ one, other }) => ({ one, other, likeness: runsLikeness(runs(pair.one, one), runs(pair.other, other)) }))
      .filter(({ likeness }) => likeness >= LIKE_TEXTS)
      .sort((a, b) => b.likeness - a.likeness)
}
