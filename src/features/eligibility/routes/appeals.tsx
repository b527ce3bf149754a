/** Writing an appeal, and answering it at the desk. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import { cleanText, parse, text } from '../../../platform/input/form.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { z } from 'zod'
import { publicFrame, type StaffRoom } from '../../programme/index.ts'
import { appealSentence } from '../appeals/sentence.ts'
import type { OwnDecision } from '../appeals/views.ts'
import { words } from '../appeals/words/index.ts'
import { answerAppeal, lodgeAppeal } from '../commands/appeal.ts'
import { AppealPage, type AppealProps } from '../pages/appeal.tsx'
import { AppealsPage, type TypedAnswer } from '../pages/appeals.tsx'
import { appealsOf, ownDecision } from '../queries/appeals.ts'
import { room, saidIn, sentence } from './around.ts'

export const appealRoutes = new Hono<AppEnv>()

/** Characters of an appeal, and of its answer. */
export const LONGEST_APPEAL = 5000

const appealForm = z.object({ text: text({ max: LONGEST_APPEAL }) })

/** A decision that may be appealed against; a page that is opened in vain leads back to the decision, which says why. */
appealRoutes.get('/applications/:application/appeal', async (c) => {
  const view = await ownDecision(request(c).db, signedIn(c), c.req.param('application'))
  if (view === null) return c.notFound()
  const open = view.membership === 'holder' && !view.withdrawn && view.appeal === null && view.until !== null && c.var.now <= view.until
  return open ? writing(c, view, { text: '', errors: [] }) : seeOther(c, `/applications/${view.told.application}/decision`)
})

async function writing(c: AppContext, view: OwnDecision, came: Pick<AppealProps, 'text' | 'errors' | 'refusal'>): Promise<Response> {
  const { db, language, path, now, organisation, viewer } = request(c)
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <AppealPage language={language} frame={frame} path={path} view={view} {...came} />, wrong ? 422 : 200)
}

appealRoutes.post('/applications/:application/appeal', async (c) => {
  const { db, config, language, now } = request(c)
  const viewer = signedIn(c)
  const application = c.req.param('application')
  const body = await readForm(c)
  const view = await ownDecision(db, viewer, application)
  if (view === null) return c.notFound()
  const typed = fieldText(body, 'text')
  const form = parse(appealForm, body)
  if (!form.ok) return writing(c, view, { text: typed, errors: errorSentences(form.errors, language) })
  const outcome = await lodgeAppeal(db, viewer, { application, text: form.value.text }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/applications/${application}/decision`, 'appeal-lodged')
  return writing(c, view, { text: typed, errors: [], refusal: appealSentence(outcome, language, view.told.zone) })
})

appealRoutes.get('/desk/:edition/appeals', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : appeals(c, at)
})

async function appeals(c: AppContext, at: StaffRoom, came: { typed?: TypedAnswer; refusal?: string } = {}): Promise<Response> {
  const { db, language } = request(c)
  const all = await appealsOf(db, at.viewer, at.edition.place, language)
  if (all === null) return c.notFound()
  const around = { language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone, said: saidIn(c, words(language)) }
  return page(c, <AppealsPage {...around} {...came} appeals={all} />, came.refusal === undefined ? 200 : 422)
}

appealRoutes.post('/desk/:edition/appeals', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, config, language, now } = request(c)
  const body = await readForm(c)
  const application = fieldText(body, 'application')
  const fields = { upheld: `upheld-${application}`, answer: `answer-${application}` }
  const upheld = fieldText(body, fields.upheld)
  const answer = cleanText(fieldText(body, fields.answer))
  const typed = { application, upheld, answer }
  if (upheld !== 'yes' && upheld !== 'no') {
    const message = words(language)('desk.choice-missing')
    return appeals(c, at, { typed: { ...typed, errors: [{ field: fields.upheld, message }] }, refusal: message })
  }
  if (answer.length > LONGEST_APPEAL) {
    const details = { max: LONGEST_APPEAL, count: answer.length }
    const errors = errorSentences([{ field: fields.answer, code: 'too-long', details }], language)
    return appeals(c, at, { typed: { ...typed, errors }, refusal: errors[0]?.message ?? '' })
  }
  const outcome = await answerAppeal(db, at.viewer, at.edition.place, { application, upheld: upheld === 'yes', answer }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/appeals`, 'appeal-answered')
  if (outcome.code === 'appeal/unknown') return c.notFound()
  const message = (outcome.code === 'appeal/already-answered' ? await answeredBy(c, at, application) : undefined) ?? sentence(c, outcome)
  const errors = outcome.code === 'appeal/answer-missing' ? [{ field: fields.answer, message }] : []
  return appeals(c, at, { typed: { ...typed, errors }, refusal: message })
})

/** Who answered meanwhile, and when; undefined when it cannot be told. */
async function answeredBy(c: AppContext, at: StaffRoom, application: string): Promise<string | undefined> {
  const { db, language } = request(c)
  const appeal = (await appealsOf(db, at.viewer, at.edition.place, language))?.find((one) => one.application === application)
  if (appeal?.answer == null || appeal.answeredBy === null) return undefined
  const when = formatDateTime(appeal.answer.at, language, at.edition.zone, { style: 'day-month' })
  return words(language)('desk.answered-since', { by: appeal.answeredBy, at: when })
}
