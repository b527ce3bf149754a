/** The fee sheet: rates, closing, the sheet to take away and to print. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import type { FeeWork } from '../../../domain/fee.ts'
import { inLanguage } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { mayReadReviews } from '../../../domain/review.ts'
import { money, parse } from '../../../platform/input/form.ts'
import { writeXlsx } from '../../../platform/sheets/xlsx.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { closeFeeSheet, setFeeRates } from '../commands/fees.ts'
import { feeSheet } from '../fees/sheet.ts'
import type { FeesView } from '../fees/views.ts'
import { words } from '../fees/words/index.ts'
import { FeePaper, FeesPage } from '../pages/fees.tsx'
import { feesOf } from '../queries/fees.ts'
import { words as reviewWords } from '../words/index.ts'
import { room } from './around.ts'

export const feeRoutes = new Hono<AppEnv>()

/** More is a slip of the pen. */
const MOST = '100000.00'
const rate = () => money({ max: MOST, required: false })
const ratesForm = z.object({ reading: rate(), interview: rate(), session: rate() })

const typedOf = (of: (work: FeeWork) => string): Readonly<Record<FeeWork, string>> => ({
  reading: of('reading'),
  interview: of('interview'),
  session: of('session'),
})

interface Shown {
  readonly typed?: Readonly<Record<FeeWork, string>>
  readonly errors?: FormErrors
  readonly refusal?: Refused
}

async function open(c: AppContext): Promise<{ at: StaffRoom; view: FeesView } | null> {
  const at = await room(c)
  const view = at === null ? null : await feesOf(request(c).db, at.viewer, at.edition.place, c.var.language)
  return at === null || view === null ? null : { at, view }
}

async function feesPage(c: AppContext, { typed, errors = [], refusal }: Shown = {}): Promise<Response> {
  const opened = await open(c)
  if (opened === null) return c.notFound()
  const { at, view } = opened
  const { language } = c.var
  const t = reviewWords(language)
  const key = `said.${c.req.query('said') ?? ''}`
  const status = errors.length > 0 ? 422 : refusal === undefined ? 200 : /changed|closed/.test(refusal.code) ? 409 : 422
  return page(
    c,
    <FeesPage
      language={language}
      frame={at.frame}
      slug={at.edition.slug}
      zone={at.edition.zone}
      view={view}
      readsReviews={mayReadReviews(at.viewer, at.edition.place)}
      typed={typed ?? typedOf((work) => view.rates[work] ?? '')}
      errors={errors}
      said={t.has(key) ? t.any(key) : undefined}
      refusal={refusal === undefined ? undefined : refusalIn(t, language)(refusal)}
    />,
    status,
  )
}

feeRoutes.get('/desk/:edition/fees', (c) => feesPage(c))

feeRoutes.get('/desk/:edition/fees.xlsx', async (c) => {
  const opened = await open(c)
  if (opened === null) return c.notFound()
  const { language } = c.var
  const { slug, zone } = opened.at.edition
  const bytes = await writeXlsx({ sheets: [feeSheet(opened.view, language)], rtl: language === 'ar', zone })
  return download(c, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `${words(language)('file', { edition: slug })}.xlsx`)
})

feeRoutes.get('/desk/:edition/fees/paper', async (c) => {
  const opened = await open(c)
  if (opened === null) return c.notFound()
  const { edition } = opened.at
  const { language } = c.var
  const names = { programme: inLanguage(edition.programmeName, language).text, edition: inLanguage(edition.name, language).text }
  return page(c, <FeePaper language={language} {...names} slug={edition.slug} zone={edition.zone} view={opened.view} />)
})

feeRoutes.post('/desk/:edition/fees/rates', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const typed = typedOf((work) => fieldText(body, work))
  const form = parse(ratesForm, body)
  if (!form.ok) return feesPage(c, { typed, errors: errorSentences(form.errors, c.var.language) })
  const seen = /^\d{1,4}$/.test(fieldText(body, 'seen')) ? Number(fieldText(body, 'seen')) : -1
  const outcome = await setFeeRates(request(c).db, at.viewer, at.edition.place, { ...form.value, seen }, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/fees`, 'fee-rates-set') : feesPage(c, { typed, refusal: outcome })
})

feeRoutes.post('/desk/:edition/fees/closing', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const fingerprint = fieldText(await readForm(c), 'fingerprint')
  const outcome = await closeFeeSheet(request(c).db, at.viewer, at.edition.place, fingerprint, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/fees`, 'fee-sheet-closed') : feesPage(c, { refusal: outcome })
})
