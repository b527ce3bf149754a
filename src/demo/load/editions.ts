/** The editions of the reference programme, from their files, by the same commands as anyone's. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importEdition, publishCall, readEditionFile } from '../../features/programme/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { root } from '../../platform/root.ts'
import { ORGANISATION } from './organisation.ts'
import { type DemoStage, reached } from './stage.ts'

/** When each edition was prepared and its call made public: some days before it opened. */
const PREPARED: Readonly<Record<string, { imported: string; published: string }>> = {
  '2023': { imported: '2023-03-10T09:00:00Z', published: '2023-03-27T09:00:00Z' },
  '2024': { imported: '2024-02-12T09:00:00Z', published: '2024-02-26T09:00:00Z' },
  '2025': { imported: '2025-02-17T09:00:00Z', published: '2025-03-05T09:00:00Z' },
}

export async function loadEditions(db: Database, stage: DemoStage): Promise<void> {
  const system = { system: true as const, organisation: ORGANISATION }
  for (const [year, { imported, published }] of Object.entries(PREPARED)) {
    if (year === '2025' && !reached(stage, 'closed')) continue
    const reading = readEditionFile(await readFile(join(root, 'editions', `kawaliss-${year}.json`), 'utf8'))
    if (!reading.ok) throw new Error(`editions/kawaliss-${year}.json: ${JSON.stringify(reading.faults)}`)
    const edition = await importEdition(db, system, reading.file, new Date(imported))
    if (!edition.ok) throw new Error(`edition ${year}: ${edition.code}`)
    const call = await publishCall(db, system, year, new Date(published))
    if (!call.ok) throw new Error(`call ${year}: ${call.code}`)
  }
}
