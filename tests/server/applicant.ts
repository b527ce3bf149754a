/** Applicants as the tests of the routes know them: browsers without script, on an organisation with one open call. */
import { beforeAll } from 'vitest'
import type { SignedIn, Viewer } from '../../src/domain/viewer.ts'
import { applicationRoutes } from '../../src/features/applications/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { DURING, type OpenCall, openCall, WHOLE } from '../database/open-call.ts'
import { type Fields, featureApp, frameOf } from './feature-app.ts'

/** Answers of the two sections everyone fills in, as a form sends them. */
export const WHO = {
  holder_name_ar: WHOLE.holder_name_ar,
  holder_name_latin: WHOLE.holder_name_latin,
  'birth_date.day': '14',
  'birth_date.month': '6',
  'birth_date.year': '2000',
  gender: 'woman',
  applicant_kind: 'person',
}
export const PROJECT = { region: WHOLE.region, project_title: WHOLE.project_title, sector: WHOLE.sector, summary: WHOLE.summary }
export const DECLARED = { 'declaration.true': 'yes', 'declaration.rules': 'yes' }

/** Made at the top of a test file; the call is there once its tests run. */
export function applicants(held: { readonly db: Database }) {
  let call: OpenCall | undefined
  beforeAll(async () => {
    call = await openCall(held.db)
  })
  const theCall = (): OpenCall => {
    if (call === undefined) throw new Error('The call is written before the first test.')
    return call
  }
  const app = featureApp(
    () => held.db,
    () => theCall().organisation,
    applicationRoutes({ frame: frameOf }),
  )
  const get = (path: string, viewer: Viewer | null, now = DURING) => app.ask('GET', path, { viewer, now })
  const post = (path: string, viewer: Viewer | null, fields: Fields = {}, now = DURING) => app.ask('POST', path, { viewer, now }, fields)
  const patch = (path: string, viewer: Viewer | null, fields: Fields, now = DURING) => app.ask('PATCH', path, { viewer, now }, fields)

  /** Begins an empty application; answers its id. */
  async function begun(viewer: SignedIn): Promise<string> {
    const answer = await post('/fr/calls/2024/applications', viewer, { begin: 'empty' })
    return /applications\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  /** Begins one and fills in every section, page after page. */
  async function written(viewer: SignedIn): Promise<string> {
    const application = await begun(viewer)
    for (const [section, answers] of Object.entries({ who: WHO, project: PROJECT, kinds: {} })) {
      const path = `/fr/applications/${application}/sections/${section}`
      await post(path, viewer, { ...(await fieldsOf(await get(path, viewer))), ...answers })
    }
    return application
  }

  return {
    get call() {
      return theCall()
    },
    get,
    post,
    patch,
    begun,
    written,
  }
}

/** Status and address of a redirect. */
export function leadsTo(answer: Response): [number, string | null] {
  return [answer.status, answer.headers.get('location')]
}

/** What a browser would send back of a page: every field with its value, the hidden ones included. */
export async function fieldsOf(answer: Response): Promise<Record<string, string>> {
  const html = await answer.text()
  const fields: Record<string, string> = {}
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const type = attribute('type') ?? 'text'
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue
    const name = attribute('name')
    if (name !== undefined) fields[name] = decoded(attribute('value') ?? '')
  }
  for (const [, name, text] of main.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name as string] = decoded(text as string)
  for (const [, name, options] of main.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name as string] = /value="([^"]*)" selected/.exec(options as string)?.[1] ?? ''
  }
  return fields
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
