/** Applicants who were told that their application is not eligible, and may appeal, on a server of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { decideEligibility, readyingLetters, runAutomaticChecks, writeEligibilityLetters } from '../../src/features/eligibility/index.ts'
import { approveBatch } from '../../src/features/messages/index.ts'
import { startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { smallEdition, type SmallEdition, submitted } from '../database/small-edition.ts'
import { lyingIn } from './filing-server.ts'
import { testServer } from './test-server.ts'

const DECIDED = new Date('2024-04-04T09:00:00Z')
const LEFT = new Date('2024-04-08T12:00:00Z')
/** Within the term: the clock of the server. */
export const APPEALED = new Date('2024-04-10T10:00:00Z')
/** After its last minute. */
export const OVER = new Date('2024-04-18T23:30:00Z')

export interface Refused {
  readonly application: string
  readonly holder: SignedIn
  readonly headers: Record<string, string>
  /** Address of the page where the appeal is written. */
  readonly page: string
}

/** A file of a form: its content, and the name the browser gives it. */
export type Chosen = readonly [content: Uint8Array, name: string]

/** Made at the top of a test file. */
export function appealingServer(held: { readonly db: Database }, settings: Readonly<Record<string, string>> = {}) {
  const folder = settings.KAWALISS_DATA ?? mkdtempSync(join(tmpdir(), 'appeals-'))
  const server = testServer(held, { KAWALISS_DATA: folder, ...settings })
  let made: SmallEdition | undefined
  beforeAll(async () => {
    made = await smallEdition(held.db)
    server.setClock(APPEALED)
  })
  afterAll(() => (settings.KAWALISS_DATA === undefined ? rmSync(folder, { recursive: true }) : undefined))
  const small = (): SmallEdition => {
    if (made === undefined) throw new Error('The edition is written before the first test.')
    return made
  }

  async function headersOf({ person }: SignedIn, at = APPEALED): Promise<Record<string, string>> {
    const token = await atomically(held.db, (trx) => startSession(trx, small().organisation, person.id, at))
    return { cookie: `session=${token}`, origin: server.origin }
  }

  return {
    server,
    headersOf,
    get small() {
      return small()
    },
    /** One declared too old by the officer, and told so. */
    async refused(): Promise<Refused> {
      const { organisation, programme, edition, officer, director } = small()
      const place = { programme, edition }
      const { application, holder } = await submitted(held.db, small(), { birth_date: '1990-01-05' })
      await runAutomaticChecks(held.db, officer, place, DECIDED)
      await decideEligibility(held.db, officer, place, { application, eligible: false, ground: 'age', reason: '34 ans le 31 mars 2024' }, DECIDED)
      const written = await writeEligibilityLetters(held.db, officer, place, { withEligible: false }, server.origin, DECIDED)
      if (!written.ok) throw new Error(`${organisation}: ${written.code}`)
      await approveBatch(held.db, director, written.value.batch, LEFT, readyingLetters(server.origin))
      return { application, holder, headers: await headersOf(holder), page: `${server.origin}/fr/applications/${application}/appeal` }
    },
    /** Headers of somebody of the team, with their role on record. */
    async desk(viewer: SignedIn, role: 'officer' | 'director' | 'auditor', region: string | null = null): Promise<Record<string, string>> {
      const { organisation, programme, edition } = small()
      const grant = { organisation, id: newId(), person: viewer.person.id, role, programme, edition, region, granted_at: DECIDED }
      await held.db.insertInto('role_grant').values(grant).execute()
      return headersOf(viewer)
    },
    /** Sends the form of the page, its text first, as a browser does. */
    lodge({ page, headers }: Refused, text: string, files: readonly Chosen[], more: Record<string, string> = {}): Promise<Response> {
      const body = new FormData()
      body.append('text', text)
      for (const [content, name] of files) body.append('files', new Blob([new Uint8Array(content)]), name)
      return fetch(page, { method: 'POST', headers: { ...headers, ...more }, body, redirect: 'manual' })
    },
    rowsOf: (application: string) => held.db.selectFrom('file').selectAll().where('application', '=', application).orderBy('name').execute(),
    async lodged(application: string): Promise<boolean> {
      return (await held.db.selectFrom('eligibility_appeal').select('text').where('application', '=', application).execute()).length > 0
    },
    lying: () => lyingIn(folder),
  }
}
