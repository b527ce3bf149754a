/** Writing an application on a phone whose network comes and goes: what is kept, what leaves by itself. */
import { describe, expect, test } from 'vitest'
import { ORGANISATION } from '../../src/demo/load/organisation.ts'
import { saveDraft } from '../../src/features/applications/index.ts'
import { newId } from '../../src/platform/database/id.ts'
import { DURING, somebody } from '../database/open-call.ts'
import { PATIENCE, phones, shown, WHOLE_2024 } from './phones.ts'

const { held, wire, phone, begin, offline, online, answersOf } = phones()

describe('an application opened once on a phone', { timeout: 120_000 }, () => {
  test('is read and written without a network, by the button too, and all of it leaves by itself, from another page', async () => {
    const { page, context, application, at } = await phone()
    await page.goto(at('/sections/contact'))
    await page.fill('[name=holder_name_ar]', 'سلمى أوحساين')
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ holder_name_ar: 'سلمى أوحساين' })
    // The phone has heard that it arrived: cut before that, it would rightly count the answer as waiting.
    await page.locator('[data-saved]').getByText('Tout est enregistré').waitFor()
    await offline(context)
    await page.goto(at())
    expect(await shown(page)).toContain('Le réseau ne répond pas')
    await page.goto(at('/sections/contact'))
    // What was saved after the page was kept is there as well.
    expect(await page.inputValue('[name=holder_name_ar]')).toBe('سلمى أوحساين')
    await page.fill('[name=holder_name_latin]', 'Salma Ouhssain')
    await page.getByText('Hors connexion · gardé sur ce téléphone').waitFor()
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await page.waitForURL(/sections\/residence\?said=kept-here/)
    expect(await shown(page)).toContain('partira tout seul au retour du réseau')
    await page.fill('[name=town]', 'Taza')
    await page.close()

    // The browser was closed; it is opened again, still without a network.
    const again = await context.newPage()
    await again.goto(at('/sections/residence'))
    expect(await again.inputValue('[name=town]')).toBe('Taza')
    await again.goto(at('/sections/contact'))
    expect(await again.inputValue('[name=holder_name_latin]')).toBe('Salma Ouhssain')
    await again.goto(at())
    await again.getByText('Gardées sur ce téléphone, pas encore envoyées\u00a0: 2 réponses').click()
    await again.getByText('Taza').waitFor()
    expect(await shown(again)).toContain('Salma Ouhssain')
    expect(await answersOf(application)).toEqual({ holder_name_ar: 'سلمى أوحساين' })

    await online(context)
    await again.goto(at('/sections/market'))
    const whole = { holder_name_ar: 'سلمى أوحساين', holder_name_latin: 'Salma Ouhssain', town: 'Taza' }
    await expect.poll(() => answersOf(application), PATIENCE).toEqual(whole)
    expect(await held.db.selectFrom('draft_aside').select('question').where('application', '=', application).execute()).toEqual([])
    await context.close()
  })

  test('is not sent without a network, and says so in words', async () => {
    const { page, context, at } = await phone()
    // The form of a page to check that was whole when it was kept.
    await page.goto(at('/check'))
    await page.evaluate(`{
      const form = document.createElement('form')
      form.method = 'post'
      form.action = location.pathname.replace(/check$/, 'submission')
      document.body.append(form)
    }`)
    await offline(context)
    await page.evaluate("document.querySelector('form[action$=submission]').submit()")
    await page.waitForURL(/check\?said=not-sent/)
    expect(await shown(page)).toContain('Votre dossier n’est pas parti')
    await context.close()
  })

  test('shows what was written on another device meanwhile beside what was written here', async () => {
    const { page, viewer, context, application, at } = await phone()
    await offline(context)
    await page.goto(at('/sections/market'))
    await page.fill('[name=market]', 'Du téléphone')
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
    await page.waitForURL(/said=kept-here/)
    await saveDraft(held.db, viewer, { application, answers: { market: 'Du portable' }, known: {}, page: newId(), turn: 0 }, DURING)
    await online(context)
    // What waited leaves by itself once a page is open; a page opened after that says so.
    const opened = async () => {
      await page.goto(at())
      return shown(page)
    }
    await expect.poll(opened, { timeout: 60_000, interval: 500 }).toContain('Une réponse a été écrite deux fois')
    await page.getByRole('link', { name: 'Choisir' }).click()
    expect(await shown(page)).toContain('Du téléphone')
    expect(await shown(page)).toContain('Du portable')
    await context.close()
  })

  test('gives the call too, and in place of what was never opened a page that leads to what is there', async () => {
    const { page, context } = await phone()
    await offline(context)
    await page.goto(`${wire.origin}/fr/calls/2024`)
    expect(await shown(page)).toContain('Le réseau ne répond pas')
    expect(await page.locator('h1').innerText()).toBe('Faites entrer votre projet en scène')
    await page.goto(`${wire.origin}/fr/projects`)
    expect(await shown(page)).toContain('Pas de réseau, la lampe reste allumée')
    await page.getByRole('link', { name: 'Continuer «' }).click()
    await page.getByRole('heading', { name: 'Envoi' }).waitFor()
    await online(context)
    await page.goto(`${wire.origin}/fr/calls/2024`)
    expect(await shown(page)).not.toContain('Le réseau ne répond pas')
    await context.close()
  })
})

describe('an application with answers that wait on the phone', { timeout: 120_000 }, () => {
  test('is not sent before they have left and its writer has seen them', async () => {
    const viewer = await somebody(held.db, ORGANISATION)
    const application = await begin(viewer)
    await saveDraft(held.db, viewer, { application, answers: WHOLE_2024, known: {}, page: newId(), turn: 0 }, DURING)
    const { page, context, at } = await phone({ viewer, application })
    await offline(context)
    await page.goto(at('/sections/market'))
    await page.fill('[name=market]', 'Écrit au dernier moment')
    await page.goto(at('/check'))
    await page.check('[name="declaration.true"]', { force: true })
    await page.check('[name="declaration.rules"]', { force: true })
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.locator('[data-saved] a').waitFor()
    expect(page.url()).toBe(at('/check'))
    await online(context)
    await page.locator('.sheet').getByText('Écrit au dernier moment').waitFor()
    await page.check('[name="declaration.true"]', { force: true })
    await page.check('[name="declaration.rules"]', { force: true })
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.waitForURL(/receipt/)
    const sent = await held.db.selectFrom('submission').select('answers').where('application', '=', application).executeTakeFirstOrThrow()
    expect(sent.answers).toMatchObject({ market: 'Écrit au dernier moment' })
    await context.close()
  })

  test('is found sent by who goes back from the receipt past a refusal, and never said not to have left', async () => {
    const viewer = await somebody(held.db, ORGANISATION)
    const application = await begin(viewer)
    await saveDraft(held.db, viewer, { application, answers: WHOLE_2024, known: {}, page: newId(), turn: 0 }, DURING)
    const { page, context, at } = await phone({ viewer, application })
    await page.goto(at('/check'))
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.locator('.errsum').waitFor()
    await page.check('[name="declaration.true"]', { force: true })
    await page.check('[name="declaration.rules"]', { force: true })
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.waitForURL(/receipt/)
    await page.goBack({ waitUntil: 'domcontentloaded' }).catch(() => null)
    await page.waitForURL(/receipt/)
    expect(await shown(page)).not.toContain('n’est pas parti')
    await context.close()
  })

  test('is shown as it is kept when the network is silent for four seconds', async () => {
    const { page, context, at } = await phone()
    wire.stall()
    const began = Date.now()
    await page.goto(at('/sections/residence'), { waitUntil: 'domcontentloaded' })
    expect(await shown(page)).toContain('Le réseau ne répond pas')
    expect(Date.now() - began).toBeGreaterThan(3500)
    await context.close()
  })
})
