/** The name of a project in an address: its Latin title where it has one, else its application number. */
import { fold } from '../../domain/fold.ts'

/** Lower-case Latin letters, digits and hyphens, closed by the last digits of the number so that no two projects meet. */
export function slugOf(title: string, number: string): string {
  const end = number.split('-').at(-1) ?? number
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return words === '' ? `p-${end}` : `${words}-${end}`
}
