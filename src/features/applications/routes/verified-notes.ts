/** Beside a question: that its answer was seen proved once, and need not be proved again. */
import { factOf, standing } from '../../../domain/verification.ts'
import { dayIn, formatDate } from '../../../platform/time/time.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { factText, verificationsOf } from '../../people/index.ts'
import type { SectionView } from '../views.ts'
import { words } from '../words/index.ts'

/** A sentence by code of question; for the holder alone, whose facts they are. */
export async function verifiedNotes(c: AppContext, view: SectionView): Promise<Readonly<Record<string, string>>> {
  const stating = view.section.questions.flatMap((question) => {
    const fact = factOf(question)
    return fact === null ? [] : [{ code: question.code, fact }]
  })
  if (stating.length === 0 || view.membership !== 'holder') return {}
  const { organisation, person } = signedIn(c)
  const { db, language, now } = request(c)
  const { zone } = view.call
  const all = await verificationsOf(db, organisation, person.id)
  return Object.fromEntries(
    stating.flatMap(({ code, fact }) => {
      const verified = standing(all, fact, dayIn(now, zone))
      if (verified === null || verified.contested) return []
      const facts = { value: factText(fact, verified.value, language), day: formatDate(verified.verifiedAt, language, 'long', zone) }
      return [[code, words(language)('section.verified', facts)]]
    }),
  )
}
