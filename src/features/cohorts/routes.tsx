/** The cohort: public catalogue and project pages, the holder's offer, the desk. */
import { Hono } from 'hono'
import { errorSentences } from '../../design/form/errors.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import { mayOffer } from '../../domain/cohort.ts'
import type { Refused } from '../../domain/result.ts'
import { words as frameWords } from '../../design/words/index.ts'
import { isId } from '../../platform/database/id.ts'
import { type Body, parse } from '../../platform/input/form.ts'
import { promisedInstant } from '../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { publicFrame, staffFrame } from '../programme/index.ts'
import { answerOffer } from './commands/answer-offer.ts'
import { makeOffer, offerToSelected } from './commands/make-offer.ts'
import { recordDeparture } from './commands/record-departure.ts'
import { recordGraduation } from './commands/record-graduation.ts'
import { answerForm, departureForm, graduationForm, offerAllForm, replacementForm } from './forms.ts'
import { CataloguePage } from './pages/catalogue.tsx'
import { CohortPage, type CohortProps } from './pages/cohort.tsx'
import { OfferPage } from './pages/offer.tsx'
import { ProjectPage } from './pages/project.tsx'
import { catalogue, listsOfCatalogue, showcaseProject } from './queries/catalogue.ts'
import { cohortOf, offersOf, reserveOf, unofferedCount } from './queries/cohort.ts'
import { words } from './words/index.ts'

const PAGE = 12

export const cohortRoutes = new Hono<AppEnv>()

cohortRoutes.get('/projects', async (c) => {
  const { db, organisation, language, path } = request(c)
  const filter = { q: (c.req.query('q') ?? '').slice(0, 80), region: c.req.query('region') ?? '', sector: c.req.query('sector') ?? '' }
  const at = pageNumber(c.req.query('page'))
  const asked = {
    limit: PAGE,
    offset: (at - 1) * PAGE,
    q: filter.q,
    ...(filter.region === '' ? {} : { region: filter.region }),
    ...(filter.sector === '' ? {} : { sector: filter.sector }),
  }
  const [{ cards, total }, lists, frame] = await Promise.all([
    catalogue(db, organisation, asked, language),
    listsOfCatalogue(db, organisation, language),
    frameOf(c),
  ])
  return page(
    c,
    <CataloguePage
      language={language}
      frame={frame}
      path={path}
      query={new URL(c.req.url).search}
      cards={cards}
      total={total}
      page={at}
      pages={Math.ceil(total / PAGE)}
      {...filter}
      {...lists}
    />,
  )
})

cohortRoutes.get('/projects/:edition/:slug', async (c) => {
  const { db, organisation, language, path } = request(c)
  const project = await showcaseProject(db, organisation, c.req.param('edition'), c.req.param('slug'), language)
  if (project === null) return c.notFound()
  return page(c, <ProjectPage language={language} frame={await frameOf(c)} path={path} project={project} />)
})

cohortRoutes.get('/offers/:offer', async (c) => (await offerPage(c, {})) ?? c.notFound())

cohortRoutes.post('/offers/:offer/answer', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const id = c.req.param('offer')
  const form = parse(answerForm, await readForm(c))
  if (!isId(id)) return c.notFound()
  if (!form.ok) return (await offerPage(c, { errors: errorSentences(form.errors, language) })) ?? c.notFound()
  const outcome = await answerOffer(db, viewer, { offer: id, accepted: form.value.answer === 'accept', showcased: form.value.showcased }, now)
  if (!outcome.ok) return (await offerPage(c, { refusal: sentence(c, outcome) })) ?? c.notFound()
  return seeOther(c, `/offers/${id}`)
})

cohortRoutes.get('/desk/:edition/cohort', async (c) => (await desk(c, {})) ?? c.notFound())

cohortRoutes.post('/desk/:edition/cohort/offers', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language, config } = request(c)
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const body = await readForm(c)
  const form = parse(offerAllForm, body)
  if (!form.ok) return (await desk(c, { errors: errorSentences(form.errors, language), values: texts(body) })) ?? c.notFound()
  const end = promisedInstant({ wall: `${form.value.reply_by}T23:59`, zone: room.edition.zone })
  const outcome = await offerToSelected(db, viewer, { edition: room.edition.id, replyBy: end.ok ? end.instant : now }, config.origin, now)
  if (!outcome.ok) return (await desk(c, { refusal: sentence(c, outcome), values: texts(body) })) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/cohort`, 'offered')
})

cohortRoutes.post('/desk/:edition/cohort/replacements', async (c) => {
  const viewer = signedIn(c)
  const { db, now, config } = request(c)
  const room = await roomOf(c)
  const form = parse(replacementForm, await readForm(c))
  if (room === null || !form.ok) return c.notFound()
  const { application, replaces } = form.value
  const replyBy = new Date(now.getTime() + REPLY_DAYS * 86_400_000)
  const outcome = await makeOffer(
    db,
    viewer,
    { edition: room.edition.id, application, ...(replaces === null ? {} : { replaces }), replyBy },
    config.origin,
    now,
  )
  if (!outcome.ok) return (await desk(c, { refusal: sentence(c, outcome) })) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/cohort`, 'replaced')
})

cohortRoutes.post('/desk/:edition/cohort/departures', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const body = await readForm(c)
  const form = parse(departureForm, body)
  if (!form.ok) return (await desk(c, { errors: errorSentences(form.errors, language), values: texts(body) })) ?? c.notFound()
  const outcome = await recordDeparture(db, viewer, { project: form.value.project, leftOn: form.value.left_on, reason: form.value.reason }, now)
  if (!outcome.ok) return (await desk(c, { refusal: sentence(c, outcome), values: texts(body) })) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/cohort`, 'left')
})

cohortRoutes.post('/desk/:edition/cohort/graduation', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const body = await readForm(c)
  const form = parse(graduationForm, body)
  if (!form.ok) return (await desk(c, { errors: errorSentences(form.errors, language), values: texts(body) })) ?? c.notFound()
  const outcome = await recordGraduation(db, viewer, { edition: room.edition.id, on: form.value.on }, now)
  if (!outcome.ok) return (await desk(c, { refusal: sentence(c, outcome), values: texts(body) })) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/cohort`, 'graduated')
})

/** Days a reserve has to answer: the programme is waiting. */
const REPLY_DAYS = 3

function pageNumber(asked: string | undefined): number {
  const number = Number.parseInt(asked ?? '1', 10)
  return Number.isInteger(number) && number > 0 && number < 10_000 ? number : 1
}

function texts(body: Body): Record<string, string> {
  return Object.fromEntries(Object.keys(body).map((name) => [name, fieldText(body, name)]))
}

function sentence(c: AppContext, refusal: Refused): string {
  const own = words(c.var.language)
  const key = `refusal.${refusal.code}`
  return own.has(key) ? own.any(key, refusal.details) : frameWords(c.var.language).any(key, refusal.details)
}

function frameOf(c: AppContext) {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  return publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
}

function roomOf(c: AppContext) {
  const { db, now, language } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, '/desk', now)
}

async function desk(c: AppContext, more: Partial<Pick<CohortProps, 'errors' | 'values'>> & { refusal?: string }): Promise<Response | null> {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const slug = c.req.param('edition') ?? ''
  const path = `/desk/${slug}/cohort`
  const room = await staffFrame(db, viewer, slug, language, path, now)
  if (room === null) return null
  const { edition } = room
  const [rows, reserve, unoffered] = await Promise.all([
    cohortOf(db, viewer, edition.place, language, now),
    reserveOf(db, viewer, edition.place, language),
    unofferedCount(db, viewer, edition.place),
  ])
  const said = c.req.query('said')
  const t = words(language)
  const props: CohortProps = {
    language,
    frame: room.frame,
    path,
    edition: edition.slug,
    zone: edition.zone,
    rows,
    reserve,
    unoffered,
    acts: mayOffer(viewer, edition.place),
    said: said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined,
    errors: [],
    values: {},
    ...more,
  }
  const wrong = more.refusal !== undefined || (more.errors?.length ?? 0) > 0
  return page(c, <CohortPage {...props} />, wrong ? 422 : 200)
}

async function offerPage(c: AppContext, more: { errors?: FormErrors; refusal?: string }): Promise<Response | null> {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const id = c.req.param('offer') ?? ''
  const [offer] = isId(id) ? await offersOf(db, viewer, language, id) : []
  if (offer === undefined) return null
  const wrong = more.refusal !== undefined || more.errors !== undefined
  return page(
    c,
    <OfferPage
      language={language}
      frame={await frameOf(c)}
      path={`/offers/${id}`}
      offer={offer}
      late={now > offer.replyBy}
      errors={more.errors ?? []}
      {...(more.refusal === undefined ? {} : { refusal: more.refusal })}
    />,
    wrong ? 422 : 200,
  )
}

/** The viewer's places as doors on their own page: the room of the project once the place is taken, before that the offer. */
export async function doorOfOffers(c: AppContext) {
  const { db, language } = request(c)
  const offers = await offersOf(db, signedIn(c), language)
  if (offers.length === 0) return []
  return [
    {
      title: words(language)('door.offers'),
      links: offers.map((offer) => ({
        name: offer.title,
        href: offer.accepted ? `/${language}/space/${offer.project}` : `/${language}/offers/${offer.id}`,
        hint: offer.edition,
      })),
    },
  ]
}
