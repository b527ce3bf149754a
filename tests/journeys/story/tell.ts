/** The whole of an edition, told once in one language on one device. */
import { expect, test } from 'vitest'
import { verifyAudit } from '../../../src/platform/database/audit.ts'
import { ORGANISATION } from '../../../src/demo/load/organisation.ts'
import { testDatabase } from '../../database/test-database.ts'
import { testServer } from '../../server/test-server.ts'
import { testBrowser } from '../browser.ts'
import { applies } from './applying.ts'
import { isAdmitted, isSelected, isTold } from './deciding.ts'
import { isCounted } from './counting.ts'
import { isPaid } from './paying.ts'
import { isAssigned, isChecked, isInterviewed, isRead } from './reading.ts'
import { isSupported } from './supporting.ts'
import { begin, type Setting } from './telling.ts'

export function tellEdition(setting: Setting): void {
  const held = testDatabase()
  const server = testServer(held)
  const browser = testBrowser()
  const script = setting.script ? 'with script' : 'without script'
  test(`the edition of 2024 in ${setting.language}, ${setting.width} px wide, ${script}: from a first visit to the figures of the communiqué`, {
    timeout: 300_000,
  }, async () => {
    const told = await begin(setting, held.db, server, browser)
    await applies(told, browser)
    await isChecked(told)
    await isAssigned(told)
    await isRead(told)
    await isInterviewed(told)
    await isSelected(told)
    await isTold(told)
    await isAdmitted(told)
    await isSupported(told)
    await isPaid(told)
    await isCounted(told)
    expect((await verifyAudit(held.db, ORGANISATION)).faults).toEqual([])
  })
}
