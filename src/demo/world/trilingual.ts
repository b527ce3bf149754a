/** Short texts of the world in its three languages, written in one line: 'عربي|français|English'. */
import type { Trilingual } from '../../domain/language.ts'

export function trilingual(line: string): Trilingual {
  const [ar, fr, en] = line.split('|')
  if (ar === undefined || fr === undefined || en === undefined) throw new Error(`demo world: not three languages: ${line}`)
  return { ar, fr, en }
}

/** A place as Moroccan signs write it, in both scripts, from 'عربي|français'. */
export function bilingual(line: string): string {
  const [ar, fr] = line.split('|')
  if (ar === undefined || fr === undefined) throw new Error(`demo world: not two languages: ${line}`)
  return `${fr} / ${ar}`
}
