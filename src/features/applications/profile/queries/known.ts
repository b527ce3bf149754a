/** What is known of the viewer that an application may begin with: their last application here, and their record. */
import { type Answer, type Answers, type FormDefinition, isAnswered, type Question } from '../../../../domain/form.ts'
import { isAboutHolder, isWorthOffering } from '../../../../domain/profile.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { readAnswers } from '../../answers.ts'
import { editionLists } from '../../queries/edition-lists.ts'
import type { Known, KnownAnswer } from '../views.ts'

/** What could be taken over into the form a call has now; null when it is not worth asking. Only what that form would accept, and never a consent. */
export async function knownOf(db: Reader, viewer: SignedIn, edition: string, now: Date): Promise<Known | null> {
  const call = await callOf(db, viewer, edition)
  if (call === undefined) return null
  const form = call.definition as FormDefinition
  const questions = form.sections.flatMap((section) => section.questions)
  const [person, before, lists] = await Promise.all([
    personOf(db, viewer),
    lastSubmission(db, viewer, call.id),
    editionLists(db, viewer.organisation, call.edition, now),
  ])
  const record = fromRecord(questions, person)
  const sent = before === undefined ? {} : fromSubmission(questions, before.answers as Answers, before.definition as FormDefinition)
  // The desk may have corrected a name or a date of birth since; all else is newer in what was sent.
  const all: Answers = { ...record.reachable, ...sent, ...record.lasting }
  const { answers } = readAnswers(form, all, lists)
  const known = questions.flatMap((question): KnownAnswer[] => {
    const answer = answers[question.code]
    if (answer === undefined || !(question.code in all) || !isAnswered(answer)) return []
    const from = before !== undefined && sent[question.code] === all[question.code] ? String(before.year) : 'record'
    return [{ question, answer, from }]
  })
  return isWorthOffering(known.map(({ question }) => question)) ? { answers: known, lists } : null
}

function callOf(db: Reader, viewer: SignedIn, edition: string) {
  return db
    .selectFrom('call as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 'c.organisation').onRef('f.call', '=', 'c.id'))
    .select(['c.id', 'e.id as edition', 'f.definition'])
    .where('c.organisation', '=', viewer.organisation)
    .where('e.slug', '=', edition)
    .orderBy('f.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface PersonFacts {
  readonly name_ar: string
  readonly name_latin: string
  readonly phone: string | null
  readonly email: string | null
  readonly born_on: string | null
  readonly gender: string | null
}

function personOf(db: Reader, viewer: SignedIn): Promise<PersonFacts> {
  return db
    .selectFrom('person')
    .select(['name_ar', 'name_latin', 'phone', 'email', 'born_on', 'gender'])
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', viewer.person.id)
    .executeTakeFirstOrThrow()
}

/** The application the viewer sent last as its holder, in any other call. */
function lastSubmission(db: Reader, viewer: SignedIn, call: string) {
  return db
    .selectFrom('application_member as m')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'm.organisation').onRef('a.id', '=', 'm.application'))
    .innerJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'a.organisation').onRef('s.application', '=', 'a.id'))
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.id', '=', 's.form_version'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'a.organisation').onRef('e.id', '=', 'a.edition'))
    .select(['s.answers', 'f.definition', 'e.year'])
    .where('m.organisation', '=', viewer.organisation)
    .where('m.person', '=', viewer.person.id)
    .where('m.part', '=', 'holder')
    .where('a.call', '<>', call)
    .orderBy('s.submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Answers to questions about the holder that both forms ask, under the same code and of the same kind. */
function fromSubmission(questions: readonly Question[], answers: Answers, form: FormDefinition): Record<string, Answer> {
  const asked = new Map(form.sections.flatMap((section) => section.questions).map(({ code, kind }) => [code, kind]))
  const same = questions.filter((question) => isAboutHolder(question) && asked.get(question.code) === question.kind)
  return Object.fromEntries(same.flatMap(({ code }) => (answers[code] === undefined ? [] : [[code, answers[code] as Answer]])))
}

/** What the record of a person says: what lasts (names, birth, gender), and how they are reached. */
function fromRecord(questions: readonly Question[], person: PersonFacts): Record<'lasting' | 'reachable', Record<string, Answer>> {
  const about = questions.filter(isAboutHolder)
  const firstOf = (kind: Question['kind']): string => about.find((question) => question.kind === kind)?.code ?? ''
  const answered = (all: Record<string, string | null>): Record<string, Answer> =>
    Object.fromEntries(Object.entries(all).flatMap(([code, answer]) => (code === '' || answer === null || answer === '' ? [] : [[code, answer]])))
  const asked = (code: string): string => (about.some((question) => question.code === code) ? code : '')
  return {
    lasting: answered({
      [asked('holder_name_ar')]: person.name_ar,
      [asked('holder_name_latin')]: person.name_latin,
      [asked('birth_date')]: person.born_on,
      [asked('gender')]: person.gender,
    }),
    reachable: answered({ [firstOf('phone')]: person.phone, [firstOf('email')]: person.email }),
  }
}
