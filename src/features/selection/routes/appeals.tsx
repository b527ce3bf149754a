/** Writing an appeal against a selection, and answering it at the desk. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { lodgeSelectionAppeal, SMALLEST_PANEL } from '../../../domain/selection-appeal.ts'
import { type Refused, refused } from '../../../domain/result.ts'
import type { Language } from '../../../domain/language.ts'
import { cleanText, decimal, parse, text } from '../../../platform/input/form.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { appealSentence } from '../../eligibility/index.ts'
import { appealOr, LONGEST_APPEAL } from '../appeals/sentence.ts'
import { publicFrame, type StaffRoom } from '../../programme/index.ts'
import type { OwnSelectionAppeal } from '../appeals/views.ts'
import { words } from '../appeals/words/index.ts'
import { appealSelection } from '../commands/appeal.ts'
import { prepareSelectionAppealAnswer } from '../commands/appeal-answer.ts'
import { chooseAppealPlace } from '../commands/appeal-place.ts'
import { SelectionAppealsPage, type TypedAnswer } from '../pages/appeals/desk.tsx'
import type { TypedPlace } from '../pages/appeals/place.tsx'
import { WriteAppealPage, type WriteAppealProps } from '../pages/appeals/own.tsx'
import { ownSelectionAppeal, selectionAppealsOf } from '../queries/appeals.ts'
import { desk } from './around.ts'
import { appealReadingRoutes } from './appeal-reading.tsx'

export const selectionAppealRoutes = new Hono<AppEnv>()
selectionAppealRoutes.route('/', appealReadingRoutes)

const appealForm = z.object({ text: text({ max: LONGEST_APPEAL }) })
const scoreForm = z.object({ score: decimal({ decimals: 2 }) })

selectionAppealRoutes.get('/applications/:application/selection-appeal', async (c) => {
  const own = await ownSelectionAppeal(request(c).db, signedIn(c), c.req.param('application'))
  if (own === null) return c.notFound()
  const open = lodgeSelectionAppeal({ ...own, lodgedAt: own.appeal?.lodgedAt ?? null }, { text: 'x' }, c.var.now).ok
  return open ? writing(c, own, { text: '', errors: [] }) : seeOther(c, `/applications/${own.application}/reasons`)
})

async function writing(c: AppContext, own: OwnSelectionAppeal, came: Pick<WriteAppealProps, 'text' | 'errors' | 'refusal'>): Promise<Response> {
  const { db, language, path, now, organisation, viewer } = request(c)
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <WriteAppealPage language={language} frame={frame} path={path} own={own} {...came} />, wrong ? 422 : 200)
}

selectionAppealRoutes.post('/applications/:application/selection-appeal', async (c) => {
  const { db, config, language, now } = request(c)
  const viewer = signedIn(c)
  const body = await readForm(c)
  const own = await ownSelectionAppeal(db, viewer, c.req.param('application'))
  if (own === null) return c.notFound()
  const typed = fieldText(body, 'text')
  const form = parse(appealForm, body)
  if (!form.ok) return writing(c, own, { text: typed, errors: errorSentences(form.errors, language) })
  const outcome = await appealSelection(db, viewer, { application: own.application, text: form.value.text }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/applications/${own.application}/reasons`, 'appeal-lodged')
  return writing(c, own, { text: typed, errors: [], refusal: appealSentence(outcome, language, own.zone) })
})

selectionAppealRoutes.get('/desk/:edition/selection/appeals', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : appeals(c, at)
})

async function appeals(c: AppContext, at: StaffRoom, came: { typed?: TypedAnswer; place?: TypedPlace; refusal?: string } = {}): Promise<Response> {
  const { db, language } = request(c)
  const all = await selectionAppealsOf(db, at.viewer, at.edition.place, language)
  if (all === null) return c.notFound()
  const t = words(language)
  const key = `said.${c.req.query('said') ?? ''}`
  const said = t.has(key) ? t.any(key) : undefined
  const around = { language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone, said }
  return page(c, <SelectionAppealsPage {...around} {...came} appeals={all} />, came.refusal === undefined ? 200 : 422)
}

/** The field a refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'selection-appeal/panel-too-small': 'panel',
  'selection-appeal/panel-took-part': 'panel',
  'selection-appeal/preparer-on-panel': 'panel',
  'selection-appeal/score-missing': 'score',
  'appeal/answer-missing': 'answer',
  'selection-appeal/extra-reason-missing': 'reason',
  'selection-appeal/reason-too-long': 'reason',
  'selection-appeal/direction-only': 'choice',
}

selectionAppealRoutes.post('/desk/:edition/selection/appeals', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const { db, config, language, now } = request(c)
  const body = await readForm(c)
  const application = fieldText(body, 'application')
  const name = (of: string): string => `${of}-${application}`
  const sent = body[name('panel')] ?? []
  const typed = {
    application,
    panel: typeof sent === 'string' ? [sent] : sent,
    upheld: fieldText(body, name('upheld')),
    score: fieldText(body, name('score')),
    answer: cleanText(fieldText(body, name('answer'))),
  }
  const again = (errors: FormErrors, refusal: string): Promise<Response> => appeals(c, at, { typed: { ...typed, errors }, refusal })
  const upheld = typed.upheld === 'yes'
  const score = upheld ? scoreTyped(typed.score) : null
  const faults = answerFaults({ ...typed, score }, language, at.edition.zone).map((one) => ({ ...one, field: name(one.field) }))
  if (faults[0] !== undefined) return again(faults, faults[0].message)
  const input = { ...typed, upheld, score, seen: Number(fieldText(body, name('seen'))) }
  const outcome = await prepareSelectionAppealAnswer(db, at.viewer, at.edition.place, input, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/appeals`, 'appeal-prepared')
  if (outcome.code === 'appeal/unknown') return c.notFound()
  const message = appealOr(outcome, language, at.edition.zone)
  const of = FIELDS[outcome.code]
  return again(of === undefined ? [] : [{ field: name(of), message }], message)
})

/** Everything the form lacks, at once. */
function answerFaults(
  typed: { readonly panel: readonly string[]; readonly upheld: string; readonly score: string | null; readonly answer: string },
  language: Language,
  zone: string,
): { field: string; message: string }[] {
  const t = words(language)
  const said = (refusal: Refused): string => appealOr(refusal, language, zone)
  const over = typed.answer.length - LONGEST_APPEAL
  return [
    ...(new Set(typed.panel).size < SMALLEST_PANEL
      ? [{ field: 'panel', message: said(refused('selection-appeal/panel-too-small', { count: SMALLEST_PANEL })) }]
      : []),
    ...(typed.upheld !== 'yes' && typed.upheld !== 'no' ? [{ field: 'upheld', message: t('desk.choice-missing') }] : []),
    ...(typed.upheld === 'yes' && typed.score === null ? [{ field: 'score', message: said(refused('selection-appeal/score-missing')) }] : []),
    ...(typed.answer.trim() === '' ? [{ field: 'answer', message: said(refused('appeal/answer-missing')) }] : []),
    ...(over > 0
      ? [{ field: 'answer', message: t('desk.too-long', { max: formatNumber(LONGEST_APPEAL, language), over: formatNumber(over, language) }) }]
      : []),
  ]
}

selectionAppealRoutes.post('/desk/:edition/selection/appeals/places', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const application = fieldText(body, 'application')
  const name = (of: string): string => `${of}-${application}`
  const [choice, reason] = [fieldText(body, name('choice')), cleanText(fieldText(body, name('reason')))]
  const typed = { application, choice, reason }
  const again = (errors: FormErrors, refusal: string): Promise<Response> => appeals(c, at, { place: { ...typed, errors }, refusal })
  if (choice !== 'wait' && choice !== 'extra') {
    const message = words(language)('place.choice-missing')
    return again([{ field: name('choice'), message }], message)
  }
  const outcome = await chooseAppealPlace(db, at.viewer, at.edition.place, { application, choice, reason }, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/appeals`, 'place-chosen')
  if (outcome.code === 'appeal/unknown') return c.notFound()
  const message = appealOr(outcome, language, at.edition.zone)
  const of = FIELDS[outcome.code]
  return again(of === undefined ? [] : [{ field: name(of), message }], message)
})

function scoreTyped(typed: string): string | null {
  const form = parse(scoreForm, { score: typed })
  return form.ok && Number(form.value.score) >= 0 && Number(form.value.score) <= 100 ? form.value.score : null
}
