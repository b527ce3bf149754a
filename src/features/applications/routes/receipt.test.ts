import { describe, expect, test } from 'vitest'
import { DURING, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED, leadsTo } from '../../../../tests/server/applicant.ts'
import { writeReceipt } from '../commands/write-receipt.ts'

const held = testDatabase()
const at = applicants(held)
const { get, post, written } = at

describe('a receipt', () => {
  test('is a document of the same bytes each time, in the language the application was sent in', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    await post(`/ar/applications/${application}/submission`, viewer, DECLARED)
    const read = async (language: string) => {
      const answer = await get(`/${language}/applications/${application}/receipt.pdf`, viewer)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      return Buffer.from(await answer.arrayBuffer())
    }
    const bytes = await read('ar')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.equals(await read('fr'))).toBe(true)
  })

  test('is checked by its hash by anyone, and tells nothing of whose it is', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
    const { hash } = await held.db.selectFrom('submission').select('hash').where('application', '=', application).executeTakeFirstOrThrow()
    const spaced = hash.toUpperCase().replace(/.{4}/g, '$& ')
    expect(leadsTo(await get(`/fr/receipts?hash=${encodeURIComponent(`SHA-256 ${spaced}`)}`, null))).toEqual([303, `/fr/receipts/${hash}`])
    const html = await (await get(`/fr/receipts/${hash}`, null)).text()
    expect(html).toMatch(/KW-2024-\d{4}/)
    expect(html).not.toContain('دار الظل')
    expect(html).not.toContain('سلمى')
    expect((await get(`/fr/receipts/${'0'.repeat(64)}`, null)).status).toBe(404)
    expect((await get('/fr/receipts/%00', null)).status).toBe(404)
  })

  test('is mailed once to its holder, with its number, time and hash', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    const application = await written(viewer)
    await post(`/ar/applications/${application}/submission`, viewer, DECLARED)
    for (let run = 0; run < 2; run++) await writeReceipt(held.db, at.call.organisation, application, 'https://kawaliss.example', DURING)
    const mails = await held.db.selectFrom('message').selectAll().where('object', '=', application).execute()
    expect(mails).toHaveLength(1)
    const { hash } = await held.db.selectFrom('submission').select('hash').where('application', '=', application).executeTakeFirstOrThrow()
    expect(mails[0]).toMatchObject({
      kind: 'application-receipt',
      person: viewer.person.id,
      language: 'ar',
      address: expect.stringContaining('@example.org'),
    })
    expect(JSON.stringify(mails[0]?.content)).toContain(hash)
    expect(JSON.stringify(mails[0]?.content)).toContain(`https://kawaliss.example/ar/applications/${application}/receipt`)
  })
})
