/** The pages of means asked as a browser without script would: who asks, in French unless told. */
import { expect } from 'vitest'
import { LANGUAGES } from '../../src/domain/language.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { meansRoutes } from '../../src/features/means/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { featureApp, type Fields } from './feature-app.ts'
import { htmlFaults } from './valid-html.ts'

export const NOW = new Date('2024-05-20T12:00:00Z')
export const BASE = '/desk/2024/means'

export type MeansApp = ReturnType<typeof meansApp>

export function meansApp(db: () => Database, organisation: () => string) {
  const app = featureApp(db, organisation, meansRoutes)
  const get = (viewer: SignedIn, path: string, language = 'fr') => app.ask('GET', `/${language}${BASE}${path}`, { viewer, now: NOW })
  return {
    app,
    get,
    post: (viewer: SignedIn, path: string, fields: Fields = {}) => app.ask('POST', `/fr${BASE}${path}`, { viewer, now: NOW }, fields),
    /** Each path is there, and valid in the three languages. */
    valid: async (viewer: SignedIn, paths: readonly string[]): Promise<void> => {
      for (const language of LANGUAGES) {
        for (const path of paths) {
          const answer = await get(viewer, path, language)
          expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
        }
      }
    },
  }
}

/** The three boxes of a date, the day of `NOW` unless told. */
export function boxes(name: string, [day, month, year]: readonly [string, string, string] = ['20', '5', '2024']): Record<string, string> {
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}

/** A refused form: its status, the faults of its markup, and the first sentence it says. */
export async function refusal(answer: Response): Promise<[number, readonly string[], string]> {
  const markup = await answer.text()
  const said = /<div class="errsum"[^>]*>(?:<h2[^>]*>[^<]*<\/h2><ul><li><a[^>]*>|<p>)([^<]+)</.exec(markup)?.[1] ?? ''
  return [answer.status, await htmlFaults(markup), said.replaceAll('\u00a0', ' ')]
}
