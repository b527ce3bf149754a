/** The desk of eligibility: the list, its export, the checks, the page of one application. */
import { Hono } from 'hono'
import { isVerdict, mayDecideEligibility } from '../../domain/eligibility-decision.ts'
import { inLanguage } from '../../domain/language.ts'
import type { Refused } from '../../domain/result.ts'
import { scopeOf } from '../../domain/scope.ts'
import { regionOf } from '../../domain/territory.ts'
import { OFFICERS } from '../../domain/viewer.ts'
import { isId } from '../../platform/database/id.ts'
import { cleanLine, cleanText } from '../../platform/input/form.ts'
import { writeCsv } from '../../platform/sheets/csv.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { download, page, seeOther } from '../../platform/web/respond.ts'
import { applicationWords } from '../applications/index.ts'
import { trailOf } from '../audit/index.ts'
import { fileWords, linkFiles, toFile } from '../files/index.ts'
import { type StaffRoom, staffFrame } from '../programme/index.ts'
import { decideEligibility, recordVerdicts } from './commands/decide.ts'
import { runAutomaticChecks } from './commands/run-automatic-checks.ts'
import { readFilters } from './filters.ts'
import { DeskListPage } from './pages/desk-list.tsx'
import { EligibilityPage, type Typed } from './pages/eligibility.tsx'
import { deskExport, deskList, PAGE } from './queries/desk-list.ts'
import { eligibilityPage } from './queries/eligibility-page.ts'
import type { EligibilityView } from './views.ts'
import { words } from './words/index.ts'

const LONGEST_REASON = 2000
const NOTHING_TYPED: Typed = { verdicts: {}, decision: null }

export const eligibilityRoutes = new Hono<AppEnv>()

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

async function listPage(c: AppContext, at: StaffRoom, refusal?: string): Promise<Response> {
  const { db, language, path, now } = request(c)
  const filters = readFilters((name) => c.req.query(name))
  const list = await deskList(db, at.viewer, at.edition.place, filters)
  if (list === null) return c.notFound()
  const around = { language, frame: at.frame, path: path.replace('/checks', ''), slug: at.edition.slug, zone: at.edition.zone, now }
  const mayCheck = scopeOf(at.viewer, OFFICERS, at.edition.place).length > 0
  return page(
    c,
    <DeskListPage {...around} list={list} filters={filters} pageSize={PAGE} mayCheck={mayCheck} said={said(c)} refusal={refusal} />,
    refusal === undefined ? 200 : 422,
  )
}

eligibilityRoutes.get('/desk/:edition/applications', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : listPage(c, at)
})

eligibilityRoutes.get('/desk/:edition/applications.csv', async (c) => {
  const at = await room(c)
  const { db, language } = request(c)
  const filters = readFilters((name) => c.req.query(name))
  const [lines, list] =
    at === null
      ? [null, null]
      : await Promise.all([deskExport(db, at.viewer, at.edition.place, filters), deskList(db, at.viewer, at.edition.place, filters)])
  if (at === null || lines === null || list === null) return c.notFound()
  const t = words(language)
  const name = (all: readonly { code: string; name: Parameters<typeof inLanguage>[0] }[], code: string | null): string => {
    const found = all.find((one) => one.code === code)?.name ?? (code === null ? undefined : regionOf(code)?.name)
    return found === undefined ? (code ?? '') : inLanguage(found, language).text
  }
  const columns = [
    t('desk.number'),
    t('likeness.project'),
    t('desk.holder'),
    t('desk.kind'),
    t('desk.region'),
    t('desk.sector'),
    t('desk.language'),
  ].map((label) => ({ label }))
  const rows = lines.map((line) => [
    line.number,
    line.title,
    line.holderName,
    name(list.kinds, line.kind),
    name(list.regions, line.region),
    name(list.sectors, line.sector),
    t(`language.${line.language}`),
    line.submittedAt,
    t(`state.${line.state}`),
    line.ground === null ? null : name(list.rules, line.ground),
  ])
  const sheet = {
    columns: [...columns, { label: t('desk.submitted'), kind: 'instant' as const }, { label: t('desk.state') }, { label: t('desk.ground') }],
    rows,
  }
  return download(c, writeCsv(sheet, at.edition.zone), 'text/csv; charset=utf-8', t('desk.file', { edition: at.edition.slug }))
})

eligibilityRoutes.post('/desk/:edition/applications/checks', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const outcome = await runAutomaticChecks(request(c).db, at.viewer, at.edition.place, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/applications`, 'checks-run') : listPage(c, at, sentence(c, outcome))
})

async function filePage(c: AppContext, at: StaffRoom, typed: Typed = NOTHING_TYPED, refusal?: string): Promise<Response> {
  const { db, language } = request(c)
  const application = c.req.param('application') ?? ''
  const view = await eligibilityPage(db, at.viewer, at.edition.place, application, language)
  if (view === null) return c.notFound()
  const path = `/desk/${at.edition.slug}/eligibility/${application}`
  const props = {
    language,
    frame: at.frame,
    path,
    slug: at.edition.slug,
    zone: at.edition.zone,
    view,
    typed,
    refusal,
    said: said(c),
    trail: await trail(c, at, application),
    files: await linkFiles(c, view.files, `/${language}${path}/files`),
  }
  return page(c, <EligibilityPage {...props} />, refusal === undefined ? 200 : 422)
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

/** Rules whose verdict or reason differs from the one that stands. */
function changes(view: EligibilityView, typed: Typed['verdicts']) {
  return view.rules.flatMap((rule) => {
    const one = typed[rule.code]
    const stands = rule.officer ?? rule.automatic
    if (one === undefined || !isVerdict(one.verdict)) return []
    const same = stands?.verdict === one.verdict && one.reason === (rule.officer?.reason ?? '')
    return same ? [] : [{ rule: rule.code, verdict: one.verdict, reason: one.reason }]
  })
}

eligibilityRoutes.post('/desk/:edition/eligibility/:application/verdicts', async (c) => {
  const at = await room(c)
  const { db, now, language } = request(c)
  const application = c.req.param('application')
  const view = at === null ? null : await eligibilityPage(db, at.viewer, at.edition.place, application, language)
  if (at === null || view === null || !isId(application)) return c.notFound()
  if (!mayDecideEligibility(at.viewer, { ...at.edition.place, region: view.region })) return c.notFound()
  const body = await readForm(c)
  const verdicts = Object.fromEntries(
    view.rules.map(({ code }) => [
      code,
      { verdict: fieldText(body, `verdict.${code}`), reason: cleanLine(fieldText(body, `reason.${code}`)).slice(0, LONGEST_REASON) },
    ]),
  )
  const outcome = await recordVerdicts(db, at.viewer, at.edition.place, application, changes(view, verdicts), now)
  if (!outcome.ok) return filePage(c, at, { verdicts, decision: null }, sentence(c, outcome))
  return seeOther(c, `/desk/${at.edition.slug}/eligibility/${application}`, 'verdicts-kept')
})

eligibilityRoutes.post('/desk/:edition/eligibility/:application/decision', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const application = c.req.param('application')
  const body = await readForm(c)
  const decision = {
    eligible: fieldText(body, 'eligible'),
    ground: fieldText(body, 'ground'),
    reason: cleanText(fieldText(body, 'reason')).slice(0, LONGEST_REASON),
  }
  const input = {
    application,
    eligible: decision.eligible === 'yes',
    ground: decision.ground === '' ? null : decision.ground,
    reason: decision.reason,
  }
  const outcome = await decideEligibility(request(c).db, at.viewer, at.edition.place, input, c.var.now)
  if (!outcome.ok) return outcome.code === 'eligibility/unknown' ? c.notFound() : filePage(c, at, { verdicts: {}, decision }, sentence(c, outcome))
  return seeOther(c, `/desk/${at.edition.slug}/eligibility/${application}`, 'decided')
})
