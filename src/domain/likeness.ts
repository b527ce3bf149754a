/**
 * Which applications may be the same person's, or the same project. What is compared is drawn from each application once
 * (`traitsOf`); pairs are found by looking up what two of them share, never by trying every pair (`likelyPairs`). A
 * likeness is a question: a person answers it.
 */
import { type Answers, type FormDefinition, isAnswered, type QuestionKind } from './form.ts'
import { fold } from './fold.ts'
import { nameKey, sameName } from './name-key.ts'
import { reasonFits } from './reason.ts'
import { ok, type Result, refused } from './result.ts'
import { sampleOf, SHARED_SAMPLES } from './text-likeness.ts'

export const LIKENESS_TRAITS = ['account', 'cin', 'phone', 'email', 'birth-date', 'name', 'title', 'text'] as const
export type LikenessTrait = (typeof LIKENESS_TRAITS)[number]

/** What is compared of one application. */
export interface Traits {
  readonly phone: readonly string[]
  readonly email: readonly string[]
  readonly cin: readonly string[]
  /** The name of the holder in each script, as written. */
  readonly names: readonly string[]
  readonly title: string
  /** Long answers, by question. */
  readonly texts: readonly { readonly question: string; readonly sample: readonly number[] }[]
}

export interface LikenessSubject {
  readonly application: string
  /** Who holds it: one person has one account, whatever they write. */
  readonly holder: string
  /** 'YYYY-MM-DD'. */
  readonly born: string | null
  readonly traits: Traits
}

export interface LikelyPair {
  readonly one: string
  readonly other: string
  readonly traits: ReadonlySet<LikenessTrait>
  /** Long answers of the two that are to be compared in full. */
  readonly texts: readonly { readonly one: string; readonly other: string }[]
}

const CONTACTS = ['phone', 'email', 'cin'] as const satisfies readonly QuestionKind[]

export function traitsOf(form: FormDefinition, answers: Answers): Traits {
  const questions = form.sections.flatMap((section) => section.questions)
  const textIn = (code: string): string => (typeof answers[code] === 'string' && isAnswered(answers[code]) ? (answers[code] as string) : '')
  const ofKind = (kind: QuestionKind): string[] =>
    questions.filter((question) => question.kind === kind && textIn(question.code) !== '').map(({ code }) => textIn(code).toLowerCase())
  return {
    phone: ofKind('phone'),
    email: ofKind('email'),
    cin: ofKind('cin'),
    names: [textIn('holder_name_ar'), textIn('holder_name_latin')].filter((name) => name !== ''),
    title: fold(textIn('project_title')),
    texts: questions
      .filter(({ kind }) => kind === 'text')
      .map(({ code }) => ({ question: code, sample: sampleOf(textIn(code)) }))
      .filter(({ sample }) => sample.length > 0),
  }
}

/** Worked out once: the traits of an application do not change, and are kept. */
const marks = new WeakMap<Traits, readonly string[]>()

/** What an application is looked up by: a trait and what stands for it. */
export function marksOf({ holder, traits }: Pick<LikenessSubject, 'holder' | 'traits'>): readonly string[] {
  const known = marks.get(traits) ?? marksIn(traits)
  marks.set(traits, known)
  return [`account ${holder}`, ...known]
}

function marksIn(traits: Traits): string[] {
  return [
    ...CONTACTS.flatMap((trait) => traits[trait].map((value) => `${trait} ${value}`)),
    ...traits.names.flatMap((name) => [...new Set([fold(name), nameKey(name)])].filter((key) => key !== '').map((key) => `name ${key}`)),
    ...(traits.title === '' ? [] : [`title ${traits.title}`]),
    ...traits.texts.flatMap(({ sample }) => sample.map((run) => `text ${run}`)),
  ]
}

/** Beyond this many, those who share a mark are shown in a row, each beside the next, not each beside all. */
const MOST_TOGETHER = 40

/** Pairs that share a mark, of those wanted. Work grows with what is shared, not with the square of the applications. */
export function likelyPairs<Subject extends LikenessSubject>(
  subjects: readonly Subject[],
  wanted: (one: Subject, other: Subject) => boolean = () => true,
): LikelyPair[] {
  const holders = new Map<string, Set<Subject>>()
  for (const subject of subjects) {
    for (const mark of marksOf(subject)) {
      const set = holders.get(mark)
      if (set === undefined) holders.set(mark, new Set([subject]))
      else set.add(subject)
    }
  }
  const shared = new Map<string, { one: Subject; other: Subject; marks: string[] }>()
  for (const [mark, set] of holders) {
    // A phrase that so many write is nobody's own.
    if (set.size < 2 || (mark.startsWith('text ') && set.size > MOST_TOGETHER)) continue
    for (const [a, b] of besideEachOther([...set])) {
      if (!wanted(a, b)) continue
      const [one, other] = a.application < b.application ? [a, b] : [b, a]
      const name = `${one.application} ${other.application}`
      const known = shared.get(name) ?? { one, other, marks: [] }
      known.marks.push(mark.slice(0, mark.indexOf(' ')))
      shared.set(name, known)
    }
  }
  return [...shared.values()].flatMap(({ one, other, marks }) => pairOf(one, other, marks))
}

function besideEachOther<Subject>(all: readonly Subject[]): [Subject, Subject][] {
  if (all.length > MOST_TOGETHER) return all.slice(1).map((one, place) => [all[place] as Subject, one])
  return all.flatMap((one, place) => all.slice(place + 1).map((other): [Subject, Subject] => [one, other]))
}

function pairOf(one: LikenessSubject, other: LikenessSubject, marks: readonly string[]): LikelyPair[] {
  const texts = marks.filter((mark) => mark === 'text').length >= SHARED_SAMPLES ? likeTexts(one, other) : []
  const shared = (trait: LikenessTrait): boolean => trait !== 'text' && marks.includes(trait) && (trait !== 'name' || areNamedAlike(one, other))
  const traits = new Set(LIKENESS_TRAITS.filter(shared))
  if (traits.size === 0 && texts.length === 0) return []
  if (one.born !== null && one.born === other.born) traits.add('birth-date')
  return [{ one: one.application, other: other.application, traits, texts }]
}

/** One name, as it is written or in another spelling; not two that only look up alike. */
function areNamedAlike({ traits: { names } }: LikenessSubject, { traits: { names: others } }: LikenessSubject): boolean {
  return names.some((name) => others.some((other) => fold(name) === fold(other) || sameName(name, other)))
}

function likeTexts({ traits: { texts } }: LikenessSubject, { traits: { texts: others } }: LikenessSubject): LikelyPair['texts'] {
  return texts.flatMap(({ question, sample }) =>
    others
      .filter((other) => other.sample.filter((run) => sample.includes(run)).length >= SHARED_SAMPLES)
      .map((other) => ({ one: question, other: other.question })),
  )
}

/**
 * Whether what two applications share raises the question. A name does unless the birth dates speak against it: many bear
 * one name, and a birth date alone tells nothing either.
 */
export function raisesDoubt(traits: ReadonlySet<LikenessTrait>, born: { readonly one: string | null; readonly other: string | null }): boolean {
  for (const trait of traits) if (trait !== 'birth-date' && (trait !== 'name' || !speakAgainst(born.one, born.other))) return true
  return false
}

/** Two dates known that differ in more than one of day, month and year: no slip of the pen. A day and a month changed for each other are one. */
function speakAgainst(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const [year, month, day] = one.split('-')
  const [year2, month2, day2] = other.split('-')
  if (year === year2 && month === day2 && day === month2) return false
  return [year !== year2, month !== month2, day !== day2].filter(Boolean).length > 1
}

/** An officer's word on a pair. */
export interface PairVerdict {
  readonly same: boolean
  /** Of two applications of one edition, the one that goes on. */
  readonly kept: string | null
}

/** Whether a likeness still stands against an application: not once the two are known to be different, nor against the one that is kept. */
export function standsAgainst(application: string, verdict: PairVerdict | null): boolean {
  return verdict === null || (verdict.same && verdict.kept !== application)
}

export interface PairFacts {
  /** Whether both are of one edition. */
  readonly together: boolean
  readonly one: string
  readonly other: string
}

/**
 * An application that does not go on fails the rule on duplicates. Of one already found eligible that is said twice: it stays
 * eligible, and only another decision changes that. Refuses `likeness/already-eligible`.
 */
export function mayLeave(left: { readonly number: string; readonly eligible: boolean | null }, confirmed: boolean): Result<null> {
  return left.eligible === true && !confirmed ? refused('likeness/already-eligible', { number: left.number }) : ok(null)
}

/** A person says whether two applications are one person's or one project, why, and which of the two goes on. Refuses `likeness/verdict-unreasoned`, `eligibility/reason-too-long`, `likeness/kept-missing`. */
export function judgePair(facts: PairFacts, input: PairVerdict & { readonly reason: string }): Result<PairVerdict> {
  if (input.reason.trim() === '') return refused('likeness/verdict-unreasoned')
  const fits = reasonFits(input.reason)
  if (!fits.ok) return fits
  if (!input.same || !facts.together) return ok({ same: input.same, kept: null })
  if (input.kept !== facts.one && input.kept !== facts.other) return refused('likeness/kept-missing')
  return ok({ same: true, kept: input.kept })
}
