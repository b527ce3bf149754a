/** What members of a jury say of a file, in the language they speak, and what the chair has written down. */
import type { JuryVote } from '../../domain/jury.ts'

export interface Voice {
  readonly vote: JuryVote
  readonly note: string
}

/** Said in turn, two a file. */
export const VOICES: readonly Voice[] = [
  { vote: 'for', note: 'Le chiffrage tient, même si une seule cliente est citée.' },
  { vote: 'for', note: 'فريق صغير، لكنه أنجز من قبل ويعرف ما ينقصه.' },
  { vote: 'abstain', note: 'Utile à sa ville ; je ne vois pas encore qui paie.' },
  { vote: 'for', note: 'الفكرة واضحة، والميزانية في حدود ما يطلب البرنامج.' },
  { vote: 'for', note: 'L’équipe a déjà livré : c’est rare à cet âge.' },
  { vote: 'against', note: 'ينقصه شريك في مدينته، ولم يقل أين سيعمل.' },
  { vote: 'for', note: 'Les deux lectures disent la même chose avec d’autres mots.' },
  { vote: 'for', note: 'الحاجة إلى المواكبة بيّنة، والأثر في الحي ممكن.' },
]

/** What the chair notes where the jury adds something to a file it keeps as it is. */
export const REMARKS: readonly string[] = [
  'Le jury souhaite que l’accompagnement commence par les prix et les premiers clients.',
  'ترى اللجنة أن يُنصح المشروع بالعمل مع جمعية قريبة منه.',
]
