/** The desk of eligibility: the list and what is done from it, the page of one application. */
import { Hono } from 'hono'
import { mayDecideEligibility } from '../../domain/eligibility-decision.ts'
import type { Language } from '../../domain/language.ts'
import { LONGEST_VIEW_QUERY } from '../../domain/list-view.ts'
import { type Refused, refused } from '../../domain/result.ts'
import { isId } from '../../platform/database/id.ts'
import { cleanText } from '../../platform/input/form.ts'
import { dayIn } from '../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { applicationWords, helpedBy } from '../applications/index.ts'
import { trailOf } from '../audit/index.ts'
import { fileWords, linkFiles, toFile } from '../files/index.ts'
import { type StaffRoom, staffFrame } from '../programme/index.ts'
import { decideEligibility, recordVerdicts } from './commands/decide.ts'
import { checkOne } from './commands/run-automatic-checks.ts'
import { judgeDocuments } from './commands/judge-documents.ts'
import { judgementsOf, outdatedDocuments, readDocuments } from './document-fields.ts'
import { EligibilityPage, type Typed } from './pages/eligibility.tsx'
import { filtersOf } from './filters.ts'
import { correctionsOf } from './queries/corrections.ts'
import { neighboursInList } from './queries/desk-list.ts'
import { eligibilityPage } from './queries/eligibility-page.ts'
import { actRoutes } from './routes/acts.tsx'
import { appealRoutes } from './routes/appeals.tsx'
import { correctionRoutes } from './routes/corrections.tsx'
import { duplicateRoutes } from './routes/duplicates.tsx'
import { letterRoutes } from './routes/letters.tsx'
import { listRoutes } from './routes/list.tsx'
import { viewRoutes } from './routes/views.tsx'
import { factMarks } from './queries/verification.ts'
import { shownDocumentVerdicts, shownVerdicts } from './queries/shown-verdicts.ts'
import { saidSince, withNames } from './since.ts'
import { verificationRoutes } from './routes/verification.tsx'
import { besideRules, changedVerdicts, nonsense, outdated, readSeen, readVerdicts } from './verdict-fields.ts'
import { words } from './words/index.ts'

const NOTHING_TYPED: Typed = { verdicts: {}, decision: null }

export const eligibilityRoutes = new Hono<AppEnv>()
for (const routes of [listRoutes, viewRoutes, actRoutes, duplicateRoutes, verificationRoutes, letterRoutes, appealRoutes])
  eligibilityRoutes.route('/', routes)

function room(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

function sentence(c: AppContext, refusal: Refused): string {
  return words(c.var.language).any(`refusal.${refusal.code}`, refusal.details)
}

function said(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}

/** The list one came from, for the next address. */
function listOf(c: AppContext): string {
  const list = c.req.query('list')?.slice(0, LONGEST_VIEW_QUERY)
  return list === undefined ? '' : `?list=${encodeURIComponent(list)}`
}

async function filePage(c: AppContext, at: StaffRoom, typed: Typed = NOTHING_TYPED, refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const application = c.req.param('application') ?? ''
  const found = await eligibilityPage(db, at.viewer, at.edition.place, application, language)
  if (found === null) return c.notFound()
  const list = c.req.query('list')?.slice(0, LONGEST_VIEW_QUERY)
  const beside = list === undefined ? null : await neighboursInList(db, at.viewer, at.edition.place, filtersOf(list, at.edition.zone), application)
  const view = { ...found, ...beside }
  const path = `/desk/${at.edition.slug}/eligibility/${application}`
  const props = {
    language,
    frame: at.frame,
    path,
    slug: at.edition.slug,
    zone: at.edition.zone,
    view,
    typed,
    refusal:
      refusal === undefined ? undefined : (saidSince(refusal, view, at.edition.zone, language) ?? sentence(c, withNames(refusal, view, language))),
    way: readersOf(refusal, at, application, language),
    said: said(c),
    list: listOf(c),
    corrections: await correctionsOf(db, at.viewer, { ...at.edition.place, region: view.region }, application, language, c.var.now),
    helped: await helpedBy(db, at.viewer.organisation, application),
    trail: await trail(c, at, application),
    files: await linkFiles(c, view.files, `/${language}${path}/files`),
    marks: view.mayDecide ? await factMarks(db, at.viewer.organisation, application, view.sheet, dayIn(c.var.now, at.edition.zone)) : {},
  }
  return page(c, <EligibilityPage {...props} />, refusal === undefined ? 200 : 422)
}

/** Where the readings of the application are, for a refusal that waits for them. */
function readersOf(refusal: Refused | undefined, { edition }: StaffRoom, application: string, language: Language) {
  if (refusal?.code !== 'eligibility/under-review') return undefined
  return { href: `/${language}/desk/${edition.slug}/reviews/files/${application}`, name: words(language)('decision.readers') }
}

/** The acts of this stage and of the one before it, in words; later stages tell their own. */
async function trail(c: AppContext, at: StaffRoom, application: string) {
  const { db, language } = request(c)
  const all = [words(language), applicationWords(language), fileWords(language)]
  const lines = await trailOf(db, at.viewer, application, language)
  return lines.flatMap(({ act, by, at: when }) => {
    const key = `act.${act}`
    const own = all.find((one) => one.has(key))
    return own === undefined ? [] : [{ act: own.any(key), by, at: when }]
  })
}

eligibilityRoutes.get('/desk/:edition/eligibility/:application', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : filePage(c, at)
})

eligibilityRoutes.get('/desk/:edition/eligibility/:application/files/:file', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const view = await eligibilityPage(request(c).db, at.viewer, at.edition.place, c.req.param('application'), c.var.language)
  return view === null ? c.notFound() : toFile(c, view.files)
})

eligibilityRoutes.post('/desk/:edition/eligibility/:application/verdicts', async (c) => {
  const at = await room(c)
  const { db, now, language } = request(c)
  const application = c.req.param('application')
  const view = at === null ? null : await eligibilityPage(db, at.viewer, at.edition.place, application, language)
  if (at === null || view === null || !isId(application)) return c.notFound()
  if (!mayDecideEligibility(at.viewer, { ...at.edition.place, region: view.region })) return c.notFound()
  const body = await readForm(c)
  const typed = readVerdicts(body, view.rules)
  const unknown = nonsense(view.rules, typed)
  if (unknown !== undefined) return filePage(c, at, { verdicts: typed, decision: null }, refused('eligibility/unknown-verdict', { rules: [unknown] }))
  const shown = await shownVerdicts(db, at.viewer.organisation, application, outdated(view.rules, typed))
  const changed = changedVerdicts(view.rules, typed, shown)
  const outcome = await recordVerdicts(db, at.viewer, at.edition.place, application, changed, now, fieldText(body, 'confirmed') === 'yes')
  const verdicts = Object.fromEntries(changed.map((one) => [one.rule, one]))
  const contradicts = !outcome.ok && outcome.code === 'eligibility/already-eligible'
  if (!outcome.ok) return filePage(c, at, { verdicts, decision: null, contradicts, errors: besideRules(outcome, language) }, outcome)
  return seeOther(c, `/desk/${at.edition.slug}/eligibility/${application}${listOf(c)}`, 'verdicts-kept')
})

eligibilityRoutes.post('/desk/:edition/eligibility/:application/checks', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const application = c.req.param('application')
  const outcome = await checkOne(request(c).db, at.viewer, at.edition.place, application, c.var.now)
  if (!outcome.ok) return outcome.code === 'eligibility/unknown' ? c.notFound() : filePage(c, at, NOTHING_TYPED, outcome)
  return seeOther(c, `/desk/${at.edition.slug}/eligibility/${application}${listOf(c)}`, 'rules-read')
})

eligibilityRoutes.post('/desk/:edition/eligibility/:application/documents', async (c) => {
  const at = await room(c)
  const { db, now, language } = request(c)
  const application = c.req.param('application')
  const view = at === null ? null : await eligibilityPage(db, at.viewer, at.edition.place, application, language)
  if (at === null || view === null || !view.mayDecide) return c.notFound()
  const body = await readForm(c)
  const typed = readDocuments(body, view.documents)
  const confirmed = fieldText(body, 'confirmed') === 'yes'
  const shown = await shownDocumentVerdicts(db, at.viewer.organisation, application, outdatedDocuments(view.documents, typed))
  const outcome = await judgeDocuments(db, at.viewer, at.edition.place, application, judgementsOf(view.documents, typed, shown), now, confirmed)
  const toConfirm = !outcome.ok && outcome.code === 'document/already-eligible'
  if (!outcome.ok) return filePage(c, at, { ...NOTHING_TYPED, documents: typed, toConfirm }, outcome)
  return seeOther(c, `/desk/${at.edition.slug}/eligibility/${application}${listOf(c)}`, 'documents-kept')
})

eligibilityRoutes.post('/desk/:edition/eligibility/:application/decision', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const application = c.req.param('application')
  const body = await readForm(c)
  const decision = {
    eligible: fieldText(body, 'eligible'),
    ground: fieldText(body, 'ground'),
    reason: cleanText(fieldText(body, 'reason')),
  }
  if (decision.eligible !== 'yes' && decision.eligible !== 'no') return filePage(c, at, { verdicts: {}, decision }, refused('eligibility/no-choice'))
  const input = {
    application,
    eligible: decision.eligible === 'yes',
    ground: decision.ground === '' ? null : decision.ground,
    reason: decision.reason,
    seen: readSeen(fieldText(body, 'seen')),
    confirmed: fieldText(body, 'confirmed') === 'yes',
  }
  const outcome = await decideEligibility(request(c).db, at.viewer, at.edition.place, input, c.var.now)
  if (!outcome.ok) {
    const setsAside = outcome.code === 'eligibility/readings-handed-in'
    return outcome.code === 'eligibility/unknown' ? c.notFound() : filePage(c, at, { verdicts: {}, decision, setsAside }, outcome)
  }
  return seeOther(c, `/desk/${at.edition.slug}/eligibility/${application}${listOf(c)}`, 'decided')
})

eligibilityRoutes.route('/', correctionRoutes)
