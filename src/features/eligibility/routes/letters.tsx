/** Letters at the desk, and the decision as the applicant reads it. */
import type { Html } from '#html'
import { Hono } from 'hono'
import { mayWriteEligibilityLetters } from '../../../domain/appeal.ts'
import { isSignedIn } from '../../../domain/viewer.ts'
import { isId } from '../../../platform/database/id.ts'
import { renderPdf } from '../../../platform/documents/pdf.ts'
import { cleanLine, latinDigits } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { linkFiles } from '../../files/index.ts'
import { publicFrame, type StaffRoom } from '../../programme/index.ts'
import type { WrittenAppeal } from '../appeals/views.ts'
import { words as appealWords } from '../appeals/words/index.ts'
import { setAppealTerm, writeEligibilityLetters } from '../commands/letters.ts'
import { decisionLetter } from '../letters/letter.ts'
import type { ToldDecision } from '../letters/views.ts'
import { words } from '../letters/words/index.ts'
import { EligibilityLettersPage } from '../pages/eligibility-letters.tsx'
import { DecisionCard, OwnDecisionPage } from '../pages/own-decision.tsx'
import { ownDecision } from '../queries/appeals.ts'
import { LETTERS_A_PAGE, lettersToWrite } from '../queries/eligibility-letters.ts'
import { standingDecision } from '../queries/told-decisions.ts'
import { room, saidIn, sentence } from './around.ts'

export const letterRoutes = new Hono<AppEnv>()

letterRoutes.get('/desk/:edition/eligibility-letters', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : letters(c, at)
})

async function letters(c: AppContext, at: StaffRoom, refusal?: string, term?: string): Promise<Response> {
  const { db, config, language } = request(c)
  const asked = c.req.query('page') ?? ''
  const number = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1
  const view = await lettersToWrite(db, at.viewer, at.edition.place, number, config.origin)
  if (view === null) return c.notFound()
  const around = { language, frame: at.frame, slug: at.edition.slug, said: saidIn(c, words(language)), refusal, term }
  const errors = term === undefined || refusal === undefined ? [] : [{ field: 'days', message: refusal }]
  const pages = Math.ceil(view.total / LETTERS_A_PAGE)
  // Letters written meanwhile leave fewer pages behind.
  if (number > Math.max(1, pages) && refusal === undefined)
    return seeOther(c, `/desk/${at.edition.slug}/eligibility-letters${pages > 1 ? `?page=${pages}` : ''}`)
  return page(c, <EligibilityLettersPage {...around} errors={errors} view={view} page={number} pages={pages} />, refusal === undefined ? 200 : 422)
}

letterRoutes.post('/desk/:edition/eligibility-letters', async (c) => {
  const at = await room(c)
  if (at === null || !mayWriteEligibilityLetters(at.viewer, at.edition.place)) return c.notFound()
  const { db, config, now } = request(c)
  const withEligible = [(await readForm(c)).with ?? []].flat().includes('eligible')
  const outcome = await writeEligibilityLetters(db, at.viewer, at.edition.place, { withEligible }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/eligibility-letters`, 'letters-written')
  return letters(c, at, sentence(c, outcome))
})

letterRoutes.post('/desk/:edition/eligibility-letters/term', async (c) => {
  const at = await room(c)
  if (at === null || !mayWriteEligibilityLetters(at.viewer, at.edition.place)) return c.notFound()
  const typed = latinDigits(cleanLine(fieldText(await readForm(c), 'days'))).slice(0, 10)
  const days = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
  const outcome = await setAppealTerm(request(c).db, at.viewer, at.edition.place, days, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/eligibility-letters`, 'term-set')
  return letters(c, at, sentence(c, outcome), typed)
})

letterRoutes.get('/desk/:edition/eligibility-letters/:file{.+\\.pdf}', async (c) => {
  const at = await room(c)
  const application = c.req.param('file').slice(0, -4)
  if (at === null || !isId(application)) return c.notFound()
  const told = await standingDecision(request(c).db, at.viewer, at.edition.place, application)
  return told === null ? c.notFound() : pdf(c, told, null)
})

async function pdf(c: AppContext, told: ToldDecision, answer: WrittenAppeal['answer']): Promise<Response> {
  const { language } = told
  const at = told.leftAt ?? told.decidedAt
  const bytes = await renderPdf({ template: 'letter', language, at: answer?.at ?? at, data: decisionLetter(told, answer) })
  return download(c, bytes, 'application/pdf', words(language)('letter.file', { number: told.number }))
}

letterRoutes.get('/applications/:application/decision', async (c) => {
  const { db, language, path, now, organisation, viewer } = request(c)
  const view = await ownDecision(db, signedIn(c), c.req.param('application'))
  if (view === null) return c.notFound()
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  const files = await linkFiles(c, view.appeal?.files ?? [], `/${language}/applications/${view.told.application}/appeal/files`)
  const around = { language, frame, path, now, said: saidIn(c, appealWords(language)) }
  return page(c, <OwnDecisionPage {...around} view={view} files={files} />)
})

letterRoutes.get('/applications/:application/decision.pdf', async (c) => {
  const view = await ownDecision(request(c).db, signedIn(c), c.req.param('application'))
  if (view === null) return c.notFound()
  return pdf(c, view.told, view.told.eligible ? null : (view.appeal?.answer ?? null))
})

/** What the page of a receipt says of the decision: nothing before its letter has left. `over` when nothing comes after it but an appeal. */
export async function decisionOnReceipt(c: AppContext, application: string): Promise<{ readonly html: Html; readonly over: boolean }> {
  const { db, viewer, language, now } = request(c)
  const view = isSignedIn(viewer) ? await ownDecision(db, viewer, application) : null
  if (view === null) return { html: <></>, over: false }
  return { html: <DecisionCard view={view} language={language} now={now} />, over: !view.told.eligible }
}
