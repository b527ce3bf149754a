/** An applicant with a draft whose form has a question that takes two files of 5 MB, on a server of its own. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect } from 'vitest'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { startApplication } from '../../src/features/applications/index.ts'
import { startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { DURING, type OpenCall, openCall, somebody } from '../database/open-call.ts'
import { testServer } from './test-server.ts'

export interface Applicant {
  readonly viewer: SignedIn
  readonly application: string
  readonly headers: Record<string, string>
  /** Address of the question that takes files. */
  readonly question: string
  readonly page: string
}

/** Made at the top of a test file. */
export function filingServer(held: { readonly db: Database }, settings: Readonly<Record<string, string>> = {}) {
  const folder = settings.KAWALISS_DATA ?? mkdtempSync(join(tmpdir(), 'files-'))
  const server = testServer(held, { KAWALISS_DATA: folder, ...settings })
  let call: OpenCall | undefined
  beforeAll(async () => {
    call = await openCall(held.db)
    server.setClock(DURING)
  })
  afterAll(() => (settings.KAWALISS_DATA === undefined ? rmSync(folder, { recursive: true }) : undefined))

  const theCall = (): OpenCall => {
    if (call === undefined) throw new Error('The call is written before the first test.')
    return call
  }

  async function headersOf(viewer: SignedIn): Promise<Record<string, string>> {
    const token = await atomically(held.db, (trx) => startSession(trx, theCall().organisation, viewer.person.id, DURING))
    return { cookie: `session=${token}`, origin: server.origin }
  }

  async function applicant(): Promise<Applicant> {
    const viewer = await somebody(held.db, theCall().organisation)
    const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
    if (!started.ok) throw new Error(started.code)
    const { application } = started.value
    const base = `${server.origin}/fr/applications/${application}`
    return { viewer, application, headers: await headersOf(viewer), question: `${base}/questions/of_file`, page: `${base}/sections/kinds` }
  }

  return {
    server,
    folder,
    get call() {
      return theCall()
    },
    headersOf,
    applicant,
    /** Begins an upload in pieces; a length of null is told later. */
    begin({ question, headers }: Applicant, length: number | null, name = 'son.wav'): Promise<Response> {
      const size: Record<string, string> = length === null ? { 'upload-defer-length': '1' } : { 'upload-length': String(length) }
      const named = { 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` }
      return fetch(`${question}/uploads`, { method: 'POST', headers: { ...headers, ...tus({ ...size, ...named }) } })
    },
    /** Address of an upload that was begun. */
    placeOf(answer: Response): string {
      expect(answer.status).toBe(201)
      return `${server.origin}${answer.headers.get('location')}`
    },
    rowsOf: (application: string) =>
      held.db.selectFrom('file').selectAll().where('application', '=', application).orderBy('given_at').orderBy('id').execute(),
    async answersOf(application: string): Promise<Record<string, unknown> | undefined> {
      const row = await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirst()
      return row?.answers as Record<string, unknown> | undefined
    },
    /** Waits until what is made of files after the answer (first pages, erasures) is made: from then on only what is given adds to what lies. */
    settled: () =>
      until(async () => {
        const { rows } = await sql<{
          jobs: number
        }>`select count(*)::int as jobs from graphile_worker.jobs where task_identifier like 'file-%'`.execute(held.db)
        return rows[0]?.jobs === 0
      }),
    lying: () => lyingIn(folder),
  }
}

/** Names of everything that lies in the rooms of files. */
export function lyingIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'link-secret')
    .map((entry) => entry.name)
}

export const tus = (more: Record<string, string>) => ({ 'tus-resumable': '1.0.0', ...more })
export const chunk = (offset: number) => tus({ 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' })

/** Waits until something holds, for a quarter of a minute. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It never came to hold.')
}
