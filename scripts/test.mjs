// npm test: everything the checks need, then the checks. What continuous integration calls.
import { check, conclude } from './check.mjs'
import { ensureChromium } from './chromium.mjs'
import { setup } from './setup.mjs'

try {
  await setup({ development: true })
  const chromium = await ensureChromium()
  conclude(await check({ KAWALISS_CHROMIUM: chromium }))
} catch (error) {
  console.error(error.message)
  conclude({ passed: 0, failed: 1 })
}
