/** Which pairs are shown, in the address of the page; and the names of the fields about one pair. */
import { numberFrom } from '../../../domain/application.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { PAIR_STATES, type PairFilters } from './views.ts'

const LONGEST_NUMBER = 40

/** What is not there, or makes no sense, filters nothing. */
export function readPairFilters(asked: (name: string) => string | undefined): PairFilters {
  const text = (name: string): string => cleanLine(asked(name) ?? '').slice(0, LONGEST_NUMBER)
  return {
    state: PAIR_STATES.find((one) => one === text('state')) ?? 'open',
    number: numberFrom(text('number')),
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

export function pairQuery({ state, number, page }: PairFilters): string {
  const query = new URLSearchParams()
  if (state !== 'open') query.set('state', state)
  if (number !== '') query.set('number', number)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** One page holds many pairs: each has fields of its own. */
export function pairField(name: 'verdict' | 'reason', first: string, second: string): string {
  return `${name}-${first}-${second}`
}
