/** The public page of a call, its rules, and its settings at the desk. */
import { Hono } from 'hono'
import { errorSentences } from '../../design/form/errors.ts'
import { nextChange } from '../../domain/call.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { pageCache } from '../../platform/web/page-cache.ts'
import { download, page } from '../../platform/web/respond.ts'
import { exportEdition, publicFrame, staffFrame } from '../programme/index.ts'
import { mayBeFramed } from '../../platform/web/security.ts'
import { CallPage } from './pages/call.tsx'
import { CardPage } from './pages/card.tsx'
import { QuestionsAheadPage } from './pages/questions-ahead.tsx'
import { RulesPage } from './pages/rules.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { words } from './words/index.ts'
import { callView, settingsOf } from './queries.ts'
import { ownExtraTime } from './queries/extra-times.ts'
import { quickQuestions, readQuickCheck } from './quick-check.ts'
import { callActRoutes } from './routes/call-acts.tsx'
import { alertRoutes } from './routes/alerts.tsx'
import { questionRoutes } from './routes/questions.tsx'
import { sessionRoutes } from './routes/sessions.ts'
import { extraTimeRoutes } from './routes/extra-time.tsx'
import { previewRoutes } from './routes/preview.tsx'
import { type CallView, type CheckView, DESK_PARTS, type DeskPart } from './views.ts'

export function callRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const kept = pageCache()

  routes.get('/calls/:edition', (c) =>
    kept.answer(c, async () => {
      const { db, organisation, viewer, language, path, now } = request(c)
      const call = await callView(db, organisation, c.req.param('edition'), now)
      if (call === null) return null
      const html = (
        <CallPage
          language={language}
          frame={await frameOf(c)}
          path={path}
          call={{ ...call, extra: await ownExtraTime(db, viewer, call.edition.id) }}
          check={checkOf(c, call, new URLSearchParams())}
          said={askedOf(c)}
        />
      )
      return { html, changesAt: nextChange(call.times, now) }
    }),
  )

  // The check before the form changes nothing; it is posted so that a birth date never stands in an address or a log.
  routes.post('/calls/:edition', async (c) => {
    const { db, organisation, language, path, now } = request(c)
    const call = await callView(db, organisation, c.req.param('edition'), now)
    if (call === null) return c.notFound()
    const body = await readForm(c)
    const typed = new URLSearchParams(Object.keys(body).map((name): [string, string] => [name, fieldText(body, name)]))
    const check = checkOf(c, call, typed)
    return page(
      c,
      <CallPage language={language} frame={await frameOf(c)} path={path} call={call} check={check} />,
      check.errors.length > 0 ? 422 : 200,
    )
  })

  routes.get('/calls/:edition/rules', (c) =>
    kept.answer(c, async () => {
      const { db, organisation, language, path, now } = request(c)
      const call = await callView(db, organisation, c.req.param('edition'), now)
      if (call === null) return null
      return { html: <RulesPage language={language} frame={await frameOf(c)} path={path} call={call} />, changesAt: nextChange(call.times, now) }
    }),
  )

  routes.get('/calls/:edition/form', (c) =>
    kept.answer(c, async () => {
      const { db, organisation, language, path, now } = request(c)
      const call = await callView(db, organisation, c.req.param('edition'), now)
      if (call === null) return null
      const html = <QuestionsAheadPage language={language} frame={await frameOf(c)} path={path} call={call} />
      return { html, changesAt: nextChange(call.times, now) }
    }),
  )

  routes.get('/calls/:edition/card', async (c) => {
    const { db, config, organisation, language, now } = request(c)
    const call = await callView(db, organisation, c.req.param('edition'), now)
    if (call === null) return c.notFound()
    mayBeFramed(c)
    return page(c, <CardPage language={language} call={call} origin={config.origin} />, 200, 'public')
  })

  routes.get('/desk/:edition/call', async (c) => {
    const { db, language, path, now } = request(c)
    const viewer = signedIn(c)
    const room = await staffFrame(db, viewer, c.req.param('edition'), language, path, now)
    const settings = room === null ? null : await settingsOf(db, viewer, room.edition, now)
    if (room === null || settings === null) return c.notFound()
    const wanted = DESK_PARTS.find((part) => part === c.req.query('part')) ?? 'calendar'
    const part: DeskPart = wanted === 'means' && !settings.whole ? 'calendar' : wanted
    return page(
      c,
      <SettingsPage
        language={language}
        frame={room.frame}
        path={path}
        part={part}
        settings={settings}
        origin={request(c).config.origin}
        said={saidOf(c)}
      />,
    )
  })

  routes.get('/desk/:edition/call/file', async (c) => {
    const { db } = request(c)
    const viewer = signedIn(c)
    const slug = c.req.param('edition')
    const text = await exportEdition(db, viewer, slug)
    if (text === null) return c.notFound()
    return download(c, new TextEncoder().encode(text), 'application/json; charset=utf-8', `edition-${slug}.json`)
  })

  routes.route('/', questionRoutes)
  routes.route('/', alertRoutes)
  routes.route('/', sessionRoutes)
  routes.route('/', previewRoutes)
  routes.route('/', callActRoutes)
  routes.route('/', extraTimeRoutes)
  return routes
}

/** Said once to who has just asked. */
function askedOf(c: AppContext): string | undefined {
  return c.req.query('said') === 'call-asked' ? words(c.var.language)('said.call-asked') : undefined
}

const SAID = ['edition-applied', 'edition-applied-before', 'call-public', 'call-extended', 'call-closing'] as const

function saidOf(c: AppContext): string | undefined {
  const said = SAID.find((one) => one === c.req.query('said'))
  return said === undefined ? undefined : words(c.var.language)(`said.${said}`)
}

/** The check as typed; answers are read, shown and forgotten. */
function checkOf(c: AppContext, call: CallView, typed: URLSearchParams): CheckView {
  const questions = quickQuestions(call.content, c.var.language)
  const answers = readQuickCheck(questions, call.content, typed, call.today)
  return { questions, answers, errors: errorSentences(answers?.faults ?? [], c.var.language) }
}

function frameOf(c: AppContext) {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  return publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
}
