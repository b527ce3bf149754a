/**
 * One statement for what many requests ask in the same moment. A round trip to the database costs the processor more
 * than the look-up itself; when a hundred people press at once, they share a few. Nobody is given an answer that was on
 * its way before they asked.
 */

/** Asks about all of these; the answers are in the order of the questions. */
type AskAll<Question, Answer> = (questions: readonly Question[]) => Promise<readonly Answer[]>

interface Waiting<Question, Answer> {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** Questions of one statement at most. */
const MOST = 100

/**
 * Answers each question by itself, while asking together those that arrive in one turn of the event loop or while the
 * statement before is on its way. A statement that fails fails for all who share it, so no question may be one that
 * makes it fail; and it is asked on behalf of all, so it looks at nothing but the questions.
 */
export function together<Question, Answer>(askAll: AskAll<Question, Answer>): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = []
  let busy = false

  async function askWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const asked = waiting.splice(0, MOST)
      try {
        const answers = await askAll(asked.map((one) => one.question))
        asked.forEach((one, place) => one.resolve(answers[place] as Answer))
      } catch (error) {
        for (const one of asked) one.reject(error)
      }
    }
    busy = false
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject })
      if (busy) return
      busy = true
      setImmediate(() => void askWaiting())
    })
}

/** The same for each of several databases: those who ask one wait for nobody who asks another. */
export function togetherIn<Place extends object, Question, Answer>(
  askAll: (place: Place, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (place: Place, question: Question) => Promise<Answer> {
  const asking = new WeakMap<Place, (question: Question) => Promise<Answer>>()
  return (place, question) => {
    const known = asking.get(place) ?? together((questions: readonly Question[]) => askAll(place, questions))
    asking.set(place, known)
    return known(question)
  }
}
