/** Writing an appeal, and answering it at the desk. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { cleanText, parse } from '../../../platform/input/form.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { linkFiles, toFile } from '../../files/index.ts'
import { publicFrame, type StaffRoom } from '../../programme/index.ts'
import { type ArrivedAppeal, appealForm, LONGEST_APPEAL, withArrivedAppeal } from '../appeals/arriving.ts'
import { appealSentence, fileSentences, refusalStatus } from '../appeals/sentence.ts'
import type { OwnDecision } from '../appeals/views.ts'
import { words } from '../appeals/words/index.ts'
import { answerAppeal, lodgeAppeal } from '../commands/appeal.ts'
import { AppealPage, type AppealProps, FILES_FIELD } from '../pages/appeal.tsx'
import { AppealsPage, type TypedAnswer } from '../pages/appeals.tsx'
import { appealsOf, ownDecision } from '../queries/appeals.ts'
import { room, saidIn, sentence } from './around.ts'

export const appealRoutes = new Hono<AppEnv>()

/** A decision that may be appealed against; a page that is opened in vain leads back to the decision, which says why. */
appealRoutes.get('/applications/:application/appeal', async (c) => {
  const view = await ownDecision(request(c).db, signedIn(c), c.req.param('application'))
  if (view === null) return c.notFound()
  const open = view.membership === 'holder' && !view.withdrawn && view.appeal === null && view.until !== null && c.var.now <= view.until
  return open ? writing(c, view, { text: '', chosen: [], errors: [] }) : seeOther(c, `/applications/${view.told.application}/decision`)
})

type Came = Pick<AppealProps, 'text' | 'chosen' | 'errors' | 'refusal'>

async function writing(c: AppContext, view: OwnDecision, came: Came, status: 413 | 422 | 507 = 422): Promise<Response> {
  const { db, language, path, now, organisation, viewer } = request(c)
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <AppealPage language={language} frame={frame} path={path} view={view} {...came} />, wrong ? status : 200)
}

appealRoutes.post('/applications/:application/appeal', async (c) => {
  const viewer = signedIn(c)
  const application = c.req.param('application')
  const view = await ownDecision(request(c).db, viewer, application)
  return view === null ? c.notFound() : withArrivedAppeal(c, (arrived) => lodge(c, viewer, view, arrived))
})

/** Back to the decision, or the page again with the text as it was written, which files were chosen, and why nothing was sent. */
async function lodge(c: AppContext, viewer: SignedIn, view: OwnDecision, { body, names, files }: ArrivedAppeal): Promise<Response> {
  const { db, config, language, now } = request(c)
  const { application, zone } = view.told
  const form = parse(appealForm, body)
  const typed = { text: fieldText(body, 'text'), chosen: names }
  if (!form.ok) return writing(c, view, { ...typed, errors: errorSentences(form.errors, language) })
  const { text } = form.value
  const outcome = files.ok
    ? await lodgeAppeal(db, viewer, { application, text, with: { files: files.value, places: config, log: c.var.services.log } }, config.origin, now)
    : files
  if (outcome.ok) return seeOther(c, `/applications/${application}/decision`, 'appeal-lodged')
  const errors = fileSentences(outcome, names, language).map((message) => ({ field: FILES_FIELD, message }))
  const refusal = errors.length > 0 ? undefined : appealSentence(outcome, language, zone)
  return writing(c, view, { ...typed, errors, refusal }, refusalStatus(outcome))
}

/** Files given with an appeal: by the address of who gave them, and by that of the desk where it is answered. */
appealRoutes.get('/applications/:application/appeal/files/:file', async (c) => {
  const view = await ownDecision(request(c).db, signedIn(c), c.req.param('application'))
  return toFile(c, view?.appeal?.files ?? [])
})

appealRoutes.get('/desk/:edition/appeals/files/:file', async (c) => {
  const at = await room(c)
  const all = at === null ? null : await appealsOf(request(c).db, at.viewer, at.edition.place, c.var.language)
  return toFile(
    c,
    (all ?? []).flatMap(({ files }) => files),
  )
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
  const through = `/${language}/desk/${at.edition.slug}/appeals/files`
  const shown = await Promise.all(all.map(async (one) => ({ ...one, files: await linkFiles(c, one.files, through) })))
  return page(c, <AppealsPage {...around} {...came} appeals={shown} />, came.refusal === undefined ? 200 : 422)
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
