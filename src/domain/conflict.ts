/**
 * What ties a reviewer to those who applied. A tie that leaves no doubt keeps the two apart at once; one that may be chance
 * (half a town bears one family name) is a question, and a person answers it with a reason.
 */
import { fold } from './fold.ts'
import { familyKey, sameFamily, sameName, sameSpelling, spellingKey } from './name-key.ts'
import { ok, type Result, refused } from './result.ts'
import { readingReason } from './review.ts'

/** In the order they are shown. */
export const TIE_KINDS = ['team', 'organisation', 'coaching', 'reciprocal', 'address', 'family-name'] as const
export type TieKind = (typeof TIE_KINDS)[number]

/** What gave a tie away, by kind; those of the second list leave a doubt. */
export const TIE_SIGNS = ['person', 'name', 'domain', 'e-mail', 'phone', 'one-to-one', 'group', 'reads'] as const
export type TieSign = (typeof TIE_SIGNS)[number]

/** Somebody as the finder compares them: what they wrote of themselves, in any script. */
export interface Tied {
  /** Ids of the people it is about. */
  readonly people: readonly string[]
  readonly names: readonly string[]
  readonly emails: readonly string[]
  /** As '+212…'. */
  readonly phones: readonly string[]
  /** Names of organisations. */
  readonly organisations: readonly string[]
}

export interface TiedReviewer extends Tied {
  readonly reviewer: string
  /** People they accompanied in an earlier edition, alone or in a group. */
  readonly coached: { readonly 'one-to-one': readonly string[]; readonly group: readonly string[] }
  /** People who read, or have read, an application of theirs. */
  readonly readBy: readonly string[]
}

export interface TiedApplication extends Tied {
  readonly application: string
}

export interface Tie {
  readonly reviewer: string
  readonly application: string
  readonly kind: TieKind
  readonly sign: TieSign
  /** Whether it leaves no doubt. */
  readonly certain: boolean
  /** The organisation or the domain both are of; empty for what two people have in common. */
  readonly shared: string
}

/** Providers of mail to anybody, and names kept for examples (RFC 2606): their addresses tie nobody to anybody. */
const FOR_ALL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|proton|protonmail|pm|gmx|mail|email|aol|yandex|zoho|tutanota|tuta|fastmail|hey|hushmail|menara|laposte|orange|free|wanadoo|sfr|neuf|bbox)\.(?:[a-z]{2,4}|co\.[a-z]{2}|com\.[a-z]{2})$|^example\.(?:com|net|org|ma)$|\.(?:example|invalid|test)$/

/** The domain of an address that is an organisation's own; null for a provider's. */
export function ownDomain(email: string): string | null {
  const domain = email.trim().toLowerCase().split('@')[1] ?? ''
  return domain === '' || FOR_ALL.test(domain) ? null : domain
}

/** Words that say what kind of house it is, not which. */
const HOUSES = new Set(
  'association assoc asso cooperative coop fondation foundation societe company sarl sarlau sa collectif collective centre center maison union federation reseau network ong ngo the la le les l de des du d et and of pour for جمعيه تعاونيه موسسه شركه مركز دار اتحاد شبكه تجمع الجمعيه التعاونيه الموسسه الشركه المركز'.split(
    ' ',
  ),
)

/** The words that name an organisation, without what kind of one it is; the whole name where nothing else is left. */
export function houseName(name: string): string {
  const words = fold(name).split(' ')
  const own = words.filter((word) => !HOUSES.has(word))
  return (own.length === 0 ? words : own).join(' ')
}

/** Names of organisations as somebody lists them, one after the other. */
export function listedOrganisations(text: string): string[] {
  return text
    .split(/[,;،؛\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Every tie between some reviewers and some applications, one for each pair and kind, in a fixed order. Work grows with what is shared. */
export function findTies(reviewers: readonly TiedReviewer[], applications: readonly TiedApplication[]): Tie[] {
  const index = indexOf(applications)
  const found = reviewers.flatMap((reviewer) => {
    const ties = new Map<string, Tie>()
    const candidates = new Set(marksOf(reviewer).flatMap((mark) => index.get(mark) ?? []))
    for (const application of candidates) for (const tie of tiesOf(reviewer, application)) if (!ties.has(keyOf(tie))) ties.set(keyOf(tie), tie)
    return [...ties.values()]
  })
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ reviewer, application, kind }: Tie): string => `${reviewer} ${application} ${kind}`

/** What somebody is looked up by. */
function marksOf(one: Tied | TiedReviewer): string[] {
  const others = 'readBy' in one ? [...one.coached['one-to-one'], ...one.coached.group, ...one.readBy] : []
  return [
    ...[...one.people, ...others].map((id) => `person ${id}`),
    ...one.emails.flatMap((email) => [`e-mail ${email.toLowerCase()}`, ...(ownDomain(email) === null ? [] : [`domain ${ownDomain(email)}`])]),
    ...one.phones.map((phone) => `phone ${phone}`),
    ...one.organisations.map((name) => `house ${spellingKey(houseName(name))}`),
    ...one.names.map((name) => `family ${familyKey(name)}`).filter((mark) => mark !== 'family '),
  ]
}

function indexOf(applications: readonly TiedApplication[]): Map<string, TiedApplication[]> {
  const index = new Map<string, TiedApplication[]>()
  for (const application of applications)
    for (const mark of new Set(marksOf(application))) {
      const held = index.get(mark)
      if (held === undefined) index.set(mark, [application])
      else held.push(application)
    }
  return index
}

/** The ties of one pair, the surest of a kind first. */
function tiesOf(reviewer: TiedReviewer, application: TiedApplication): Tie[] {
  const tie = (kind: TieKind, sign: TieSign, certain: boolean, shared = ''): Tie => ({
    reviewer: reviewer.reviewer,
    application: application.application,
    kind,
    sign,
    certain,
    shared,
  })
  const meet = (ids: readonly string[]): boolean => ids.some((id) => application.people.includes(id))
  const both = (mine: readonly string[], theirs: readonly string[], same: (a: string, b: string) => boolean): string | undefined =>
    mine.find((one) => theirs.some((other) => same(one, other)))
  const equal = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
  const house = both(reviewer.organisations, application.organisations, (a, b) => sameSpelling(houseName(a), houseName(b)))
  const domain = both(reviewer.emails, application.emails, (a, b) => ownDomain(a) !== null && ownDomain(a) === ownDomain(b))
  const named = both(reviewer.names, application.names, sameName)
  const family = both(reviewer.names, application.names, sameFamily)
  if (meet(reviewer.people)) return [tie('team', 'person', true)]
  return [
    ...(named === undefined ? [] : [tie('team', 'name', false)]),
    ...(house === undefined ? [] : [tie('organisation', 'name', true, house)]),
    ...(domain === undefined ? [] : [tie('organisation', 'domain', false, ownDomain(domain) ?? '')]),
    ...(meet(reviewer.coached['one-to-one']) ? [tie('coaching', 'one-to-one', true)] : []),
    ...(meet(reviewer.coached.group) ? [tie('coaching', 'group', false)] : []),
    ...(meet(reviewer.readBy) ? [tie('reciprocal', 'reads', true)] : []),
    ...(both(reviewer.emails, application.emails, equal) === undefined ? [] : [tie('address', 'e-mail', true)]),
    ...(both(reviewer.phones, application.phones, equal) === undefined ? [] : [tie('address', 'phone', true)]),
    // Who bears the whole name is asked about once.
    ...(family === undefined || named !== undefined ? [] : [tie('family-name', 'name', false)]),
  ]
}

/** What the last answer to a tie was, and what it was read with. */
export interface TieFacts {
  /** Number of the last answer; 0 when there is none. */
  readonly seq: number
  readonly sealed: boolean
}

export interface TieAnswer {
  readonly stands: boolean
  readonly reason: string
  /** Number of the answer the officer had before their eyes. */
  readonly seen: number
}

/** An officer says whether a tie stands, and why. Refuses `conflict/sealed`, `…/unreasoned`, `review/reason-too-long`, `…/judged-since`. */
export function judgeTie(facts: TieFacts, { reason, seen }: TieAnswer): Result<null> {
  if (facts.sealed) return refused('conflict/sealed')
  if (facts.seq !== seen) return refused('conflict/judged-since')
  const reasoned = readingReason(reason, 'conflict/unreasoned')
  return reasoned.ok ? ok(null) : reasoned
}
