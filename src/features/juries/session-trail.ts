/** The trail of a session in words: what was prepared, then what was done in the room, each act with who did it. */
import type { Language } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { TrailLine } from '../audit/index.ts'
import type { JuryView } from './views.ts'
import { words } from './words/index.ts'

export interface WordedAct {
  readonly act: string
  readonly by: string
  readonly at: Date
}

/** Acts somebody does for themselves or for another: worded apart where they are their own. */
const OF_A_MEMBER = ['jury/came-in', 'jury/went-out', 'jury/recused']

/** Lines as they come from the trail, the newest first; acts that have no words are left out. What was decided and said is not told here: some who read the trail may be in conflict with the file. */
export function wordedTrail(lines: readonly TrailLine[], { items, members }: JuryView, language: Language): WordedAct[] {
  const t = words(language)
  const numbers = new Map(items.map(({ application, number }) => [application, number]))
  const names = new Map(members.map(({ person, name }) => [person, name]))
  let open = ''
  // From the oldest: an act on the open file is of the one opened last before it.
  const told = lines.toReversed().map(({ act, by, actor, at, details }) => {
    if (act === 'jury/file-opened') open = String(details.application)
    const application = typeof details.application === 'string' ? details.application : open
    const number = String(details.number ?? numbers.get(application) ?? '—')
    const own = OF_A_MEMBER.includes(act) && details.person === actor
    const name = names.get(String(details.person)) ?? '—'
    const key = `act.${own ? `${act}-self` : act}`
    return t.has(key) ? [{ act: t.any(key, { number: isolated(number, language), name: isolated(name, language) }), by: by ?? '', at }] : []
  })
  return told.flat().reverse()
}
