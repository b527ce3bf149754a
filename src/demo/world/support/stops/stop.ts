/** What a tour stops for: invented hosts in real towns. */
import type { Trilingual } from '../../../../domain/language.ts'
import { bilingual, trilingual } from '../../trilingual.ts'
import { type Subject, SUBJECTS } from '../subjects.ts'

export interface Stop {
  readonly key: string
  readonly kind: 'training' | 'visit' | 'meeting' | 'creative-workshop' | 'round-table'
  /** Name of the town, to tell a walk from a drive. */
  readonly town: string
  readonly title: Trilingual
  readonly place: string
  /** What a training teaches. */
  readonly subject?: Subject
}

const stop =
  (kind: Stop['kind']) =>
  (key: string, town: string, title: string, place: string): Stop => ({ key, kind, town, title: trilingual(title), place: bilingual(place) })

/** Key, town, title 'عربي|français|English', place 'عربي|français'. */
export const visit = stop('visit')
export const meeting = stop('meeting')
export const workshop = stop('creative-workshop')
export const roundTable = stop('round-table')

export function training(key: string, town: string, subject: Subject, place: string): Stop {
  return { key, kind: 'training', town, title: SUBJECTS[subject], place: bilingual(place), subject }
}
