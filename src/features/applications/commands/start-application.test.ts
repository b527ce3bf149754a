import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, type OpenCall, OPENS, openCall, somebody, TOO_LATE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { startApplication } from './start-application.ts'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
})

const start = (viewer: SignedIn, at = DURING, edition = '2024') => startApplication(held.db, viewer, { edition, language: 'ar' }, at)

describe('an application is begun', () => {
  test('with a number of its own: two hundred at once get two hundred numbers without a gap', async () => {
    const own = await openCall(held.db)
    const viewers = await Promise.all(Array.from({ length: 200 }, () => somebody(held.db, own.organisation)))
    const started = await Promise.all(viewers.map((viewer) => start(viewer)))
    const numbers = started.map((one) => (one.ok ? one.value.number : one.code)).sort()
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, n) => `KW-2024-${String(n + 1).padStart(4, '0')}`))
  })

  test('once a person: ten clicks at the same instant lead to one and the same', async () => {
    const own = await openCall(held.db)
    const viewer = await somebody(held.db, own.organisation)
    const started = await Promise.all(Array.from({ length: 10 }, () => start(viewer)))
    expect(new Set(started.map((one) => (one.ok ? one.value.application : one.code))).size).toBe(1)
    expect(started.filter((one) => one.ok && one.value.fresh)).toHaveLength(1)
    const next = await start(await somebody(held.db, own.organisation))
    expect(next).toMatchObject({ value: { number: 'KW-2024-0002' } })
  })

  test('only in a call that is open, and found again after it has closed', async () => {
    const viewer = await somebody(held.db, call.organisation)
    expect(await start(viewer, new Date(OPENS.getTime() - 1))).toMatchObject({ code: 'application/call-not-open' })
    expect(await start(viewer, TOO_LATE)).toMatchObject({ code: 'application/too-late-to-start' })
    expect(await start(viewer, DURING, 'no-such-edition')).toMatchObject({ code: 'application/unknown-call' })
    const mine = await start(viewer)
    expect(await start(viewer, TOO_LATE)).toMatchObject({ ok: true, value: { fresh: false, application: mine.ok && mine.value.application } })
  })

  test('in its own organisation only', async () => {
    const own = await openCall(held.db)
    const viewer = await somebody(held.db, own.organisation)
    const started = await start(viewer)
    const row = await held.db
      .selectFrom('application')
      .select(['organisation', 'call'])
      .where('id', '=', started.ok ? started.value.application : '')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ organisation: own.organisation, call: own.call })
  })
})
