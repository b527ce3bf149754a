/** Likely pairs as the desk reads them: both applications within what the viewer may see, or there is no pair. */
import type { Language, Trilingual } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import { reaches, scopeOf } from '../../../domain/scope.ts'
import { OFFICERS, type Place, type Role, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { keptUntilWritten } from '../../../platform/database/kept-reads.ts'
import { PAIR_STATES, type PairFilters, type PairState, type PairsView, type PairView } from '../duplicates/views.ts'
import type { Likeness } from '../views.ts'
import { type FoundPair, pairsBefore, pairsIn } from './likeness.ts'
import type { Subject } from './likeness-subjects.ts'
import { type SharedText, sharedTexts } from './shared-texts.ts'
import type { WrittenPairVerdict } from './pair-verdicts.ts'

export const PAIRS_A_PAGE = 20

/** Editions of the organisation, by id. */
type Editions = ReadonlyMap<string, { readonly slug: string; readonly name: Trilingual; readonly programme: string }>

/**
 * A page of the pairs of an edition; null when the viewer has no place at this desk. `also`: two applications whose pair
 * comes first whatever the filters say, because somebody has just written about it.
 */
export async function pairsPage(
  db: Reader,
  viewer: Viewer,
  place: Place,
  filters: PairFilters,
  language: Language,
  also: readonly string[] = [],
): Promise<PairsView | null> {
  if (scopeOf(viewer, FILE_READERS, place).length === 0) return null
  const [within, before] = await Promise.all([
    kept(db, viewer, place, 'in', () => pairsIn(db, viewer.organisation, place.edition)),
    kept(db, viewer, place, 'before', () => pairsBefore(db, viewer.organisation, place.edition)),
  ])
  const editions = await editionsOf(db, viewer.organisation)
  const seen = [...within, ...before].filter((pair) => mayActOn(viewer, FILE_READERS, editions, pair))
  const byState = Map.groupBy(seen, (pair) => stateOf(pair))
  const chosen = (byState.get(filters.state) ?? []).filter(
    ({ one, other }) => filters.number === '' || [one.number, other.number].includes(filters.number),
  )
  const from = (filters.page - 1) * PAIRS_A_PAGE
  const shown = chosen.slice(from, from + PAIRS_A_PAGE)
  const written = seen.filter(({ one, other }) => also.includes(one.application) && also.includes(other.application) && one !== other)
  const first = written.filter((pair) => !shown.includes(pair))
  const page = [...first, ...shown]
  const texts = await sharedTexts(
    db,
    viewer.organisation,
    page.filter((pair) => mayActOn(viewer, OFFICERS, editions, pair)),
  )
  return {
    counts: Object.fromEntries(PAIR_STATES.map((state) => [state, byState.get(state)?.length ?? 0])) as Record<PairState, number>,
    total: chosen.length,
    pairs: page.map((pair) => viewOf(pair, viewer, place, editions, language, texts)),
  }
}

function kept(db: Reader, viewer: Viewer, place: Place, which: string, read: () => Promise<FoundPair[]>): Promise<FoundPair[]> {
  return keptUntilWritten(db, `pairs-${which} ${viewer.organisation} ${place.edition}`, read)
}

/** Whether one of the roles reaches both applications, each in its edition and region. */
function mayActOn(viewer: Viewer, roles: readonly Role[], editions: Editions, { one, other }: Pick<FoundPair, 'one' | 'other'>): boolean {
  return [one, other].every(({ edition, region }) => {
    const programme = editions.get(edition)?.programme
    return programme !== undefined && reaches(scopeOf(viewer, roles, { programme, edition }), region)
  })
}

function stateOf({ one, other, verdict }: FoundPair): PairState {
  if (verdict !== null) return 'decided'
  return one.edition === other.edition ? 'open' : 'before'
}

function viewOf(
  pair: FoundPair,
  viewer: Viewer,
  place: Place,
  editions: Editions,
  language: Language,
  texts: ReadonlyMap<string, SharedText>,
): PairView {
  const across = pair.one.edition !== pair.other.edition
  // What was sent later stands second.
  const inOrder = across ? pair.other.edition === place.edition : pair.one.submittedAt <= pair.other.submittedAt
  const [first, second] = inOrder ? [pair.one, pair.other] : [pair.other, pair.one]
  const text = texts.get(`${pair.one.application} ${pair.other.application}`)
  const shared = text === undefined ? null : inOrder ? { first: text.one, second: text.other } : { first: text.other, second: text.one }
  const side = (subject: Subject) => ({
    application: subject.application,
    number: subject.number,
    title: subject.title,
    holderName: subject.holderName,
    birthDate: subject.born,
    region: subject.region,
    submittedAt: subject.submittedAt,
    edition: editions.get(subject.edition) as { slug: string; name: Trilingual },
  })
  return {
    first: side(first),
    second: side(second),
    same: pair.same,
    nameLikeness: pair.nameLikeness,
    textLikeness: pair.texts[0]?.likeness ?? 0,
    shared,
    across,
    judged: judgedOf(pair.verdict, language),
    kept: pair.verdict?.kept ?? null,
    seq: pair.verdict?.seq ?? 0,
    mayJudge: mayActOn(viewer, OFFICERS, editions, pair),
  }
}

function judgedOf(verdict: WrittenPairVerdict | null, language: Language): Likeness['judged'] {
  return verdict === null ? null : { same: verdict.same, reason: verdict.reason, at: verdict.at, by: shortName(verdict.by, language) }
}

export async function editionsOf(db: Reader, organisation: string): Promise<Editions> {
  const rows = await db.selectFrom('edition').select(['id', 'slug', 'name', 'programme']).where('organisation', '=', organisation).execute()
  return new Map(rows.map(({ id, ...edition }) => [id, edition]))
}

/** Those who may be the same person as one application, or its project; those told apart are left out. */
export async function likenessesOf(db: Reader, viewer: Viewer, place: Place, application: string, language: Language): Promise<Likeness[]> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  const pairs = await pairsIn(db, viewer.organisation, place.edition, application)
  return pairs
    .filter(({ one, other, verdict }) => verdict?.same !== false && [one, other].every(({ region }) => reaches(scope, region)))
    .map(({ one, other, same, nameLikeness, texts, verdict }) => {
      const twin = one.application === application ? other : one
      return {
        application: twin.application,
        number: twin.number,
        title: twin.title,
        holderName: twin.holderName,
        birthDate: twin.born,
        submittedAt: twin.submittedAt,
        same,
        nameLikeness,
        textLikeness: texts[0]?.likeness ?? 0,
        judged: judgedOf(verdict, language),
      }
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1))
}
