/** A newcomer enters by a mailed link, applies to the call of 2024, and holds a receipt: on a phone in Arabic, on a laptop in French without script, and in English. */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadEditions } from '../../src/demo/load/editions.ts'
import { loadOrganisation } from '../../src/demo/load/organisation.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { verifyAudit } from '../../src/platform/database/audit.ts'
import { ORGANISATION } from '../../src/demo/load/organisation.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { testBrowser } from './browser.ts'
import { enterByMail, fill, inspect } from './hands.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const OPEN = new Date('2024-03-20T10:00:00Z')

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
  await loadEditions(held.db, 'call')
  server.setClock(OPEN)
})

interface Story {
  readonly language: 'ar' | 'fr' | 'en'
  readonly width: 390 | 1280
  readonly script: boolean
  readonly answers: Readonly<Record<string, string>>
}

const AR = {
  holder_name_ar: 'أمينة بنعلي',
  holder_name_latin: 'Amina Benali',
  gender: 'woman',
  phone: '٠٦١٢٣٤٥٦٧٨',
  'birth_date.day': '٥',
  'birth_date.month': '6',
  'birth_date.year': '2001',
  region: 'FM',
  province: 'MA-TAZ',
  town: 'تازة',
  past_support: 'no',
  applicant_kind: 'team',
  team_size: '3',
  team: 'أمينة تدير وتحكي، وكريم يصنع الدمى، وسناء تتكلف بالحسابات.',
  team_strength: 'عرضنا سبع مرات في ساحات القرى، ولنا شراكة مع دار الشباب.',
  consent_data: 'yes',
  project_title: 'دار الظل',
  sector: 'performing_arts',
  stage: 'first-try',
  pitch: 'مسرح ظل متنقل يعيد حكايات القرى إلى ساحاتها، وتموله الجماعات والمدارس.',
  what: 'نصنع عروض مسرح ظل بدمى من جلد مُعاد استعماله، ونعرضها ليلاً في ساحات القرى حول تازة. كل عرض يبدأ بحكاية يرويها شيخ من المكان، ثم نحولها مع أطفال المدرسة إلى مشاهد من ضوء وظل.',
  pure_creation: 'no',
  market: 'تشتري الجماعات العرض بألفي درهم، وتشتري المدارس الورشة بثمانمائة درهم، ونبيع دمى صغيرة بعد كل عرض.',
  impact: 'تعود الحكاية إلى أهلها، ويتعلم الأطفال صنعة، ويجد ثلاثة شبان شغلاً قرب بيوتهم.',
  need: 'نحتاج إلى من يعلمنا التسعير وكتابة العقود والتعامل مع الجماعات.',
  budget_total: '60 000',
  funding_requested: '٣٠٠٠٠',
}
const LATIN = {
  ...AR,
  phone: '06 12 34 56 78',
  'birth_date.day': '5',
  town: 'Taza',
  team: 'Amina dirige et raconte, Karim fabrique les marionnettes, Sanae tient les comptes.',
  team_strength: 'Sept représentations sur des places de village, et un accord avec la maison des jeunes.',
  project_title: 'Dar Dhell',
  pitch: 'Un théâtre d’ombres qui rend aux villages leurs contes, payé par les communes et les écoles.',
  what: 'Nous faisons des spectacles d’ombres avec des marionnettes de cuir récupéré, la nuit, sur les places autour de Taza. Chaque soirée commence par un conte dit par un ancien du lieu, puis nous en faisons des scènes avec les enfants de l’école.',
  market: 'La commune achète la soirée 2 000 dirhams, l’école l’atelier 800, et nous vendons de petites marionnettes.',
  impact: 'Le conte revient chez lui, les enfants apprennent un métier, trois jeunes trouvent du travail près de chez eux.',
  need: 'Apprendre à fixer un prix, écrire un contrat, parler aux communes.',
  funding_requested: '30 000',
}
const STORIES: readonly Story[] = [
  { language: 'ar', width: 390, script: true, answers: AR },
  { language: 'ar', width: 390, script: false, answers: AR },
  { language: 'fr', width: 1280, script: false, answers: LATIN },
  { language: 'fr', width: 1280, script: true, answers: LATIN },
  { language: 'en', width: 1280, script: true, answers: LATIN },
  { language: 'en', width: 1280, script: false, answers: LATIN },
]

describe.each(STORIES)('a newcomer in $language, $width px wide, script $script', ({ language, width, script, answers }) => {
  test('applies and holds a receipt with number, time, hash and PDF', { timeout: 120_000 }, async () => {
    const page = await browser.device({ width, script })
    const email = `${language}-${script ? 'script' : 'plain'}@newcomers.example`
    await enterByMail(page, held.db, server.origin, language, email)
    await page.goto(`${server.origin}/${language}/calls/2024`)
    await inspect(page, script)
    await page.locator(`form[action="/${language}/calls/2024/applications"] button`).first().click()
    await page.waitForURL(/\/applications\/[0-9a-f-]{36}/)
    const home = page.url().replace(/\?.*$/, '')
    await inspect(page, script)
    const sections = await page.$$eval('.tasks a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(sections.length).toBe(7)
    for (const section of sections) {
      await page.goto(server.origin + section)
      await inspect(page, script)
      await fill(page, { ...answers, email })
      await page.locator('main form button[type="submit"]').first().click()
      await page.waitForURL((url) => url.pathname !== section || url.search !== '')
      expect(await page.locator('.errsum').count()).toBe(0)
    }
    await page.goto(`${home}/check`)
    await inspect(page, script)
    await page
      .locator('main form input[type="checkbox"]')
      .evaluateAll((boxes) => boxes.length)
      .then((count) => expect(count).toBeGreaterThan(0))
    for (const box of await page.locator('main form input[type="checkbox"]').all()) await box.check()
    await page.locator('main form button[type="submit"]').last().click()
    await page.waitForURL(/\/receipt/)
    await inspect(page, script)

    const sent = await held.db
      .selectFrom('submission as s')
      .innerJoin('application as a', 'a.id', 's.application')
      .innerJoin('person as p', 'p.id', 's.submitted_by')
      .select(['a.number', 's.hash', 's.region', 's.title', 's.language', 's.answers'])
      .where('p.email', '=', email)
      .executeTakeFirstOrThrow()
    const shown = await page.locator('main').innerText()
    expect(shown).toContain(sent.number)
    expect(shown.replace(/\s/g, '')).toContain(sent.hash)
    expect([sent.region, sent.title, sent.language]).toEqual(['FM', answers.project_title, language])
    expect(sent.answers).toMatchObject({ phone: '+212612345678', birth_date: '2001-06-05', funding_requested: '30000.00' })
    const pdf = await page.request.get(`${home}/receipt.pdf`)
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })
})

test('each newcomer was mailed a receipt in their own language', async () => {
  await expect
    .poll(
      async () => {
        const mails = await held.db.selectFrom('message').select(['language', 'address']).where('kind', '=', 'application-receipt').execute()
        return mails.map((mail) => `${mail.language} ${mail.address}`).sort()
      },
      { timeout: 20_000 },
    )
    .toEqual(STORIES.map(({ language, script }) => `${language} ${language}-${script ? 'script' : 'plain'}@newcomers.example`).sort())
})

test('the chain of the trail holds after all of it', async () => {
  expect((await verifyAudit(held.db, ORGANISATION)).faults).toEqual([])
})
