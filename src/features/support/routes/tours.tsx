/** Tours at the desk: the list, one with its days, planned, changed, cancelled. */
import { Hono } from 'hono'
import type { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { mayPlan } from '../../../domain/activity.ts'
import { isId } from '../../../platform/database/id.ts'
import { parse } from '../../../platform/input/form.ts'
import { addDays } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { cancelTour, changeTour, planTour, type TourTerms } from '../commands/tour.ts'
import { cancelForm, changeForm, newForm, tourForm } from '../forms.ts'
import { TourFormPage, type TourFormProps } from '../pages/tour-form.tsx'
import { TourPage } from '../pages/tour.tsx'
import { ToursPage } from '../pages/tours.tsx'
import { activitiesOf } from '../queries/activities.ts'
import { regionsOf } from '../queries/planning-lists.ts'
import { tourById, type TourView, toursOf } from '../queries/tours.ts'
import { around, boxesOf, freshId, roomOf, sentence, startOf, typedIn } from './room.ts'

export const tourRoutes = new Hono<AppEnv>()

tourRoutes.get('/desk/:edition/tours', async (c) => {
  const { db, language } = request(c)
  const room = await roomOf(c, '/tours')
  if (room === null) return c.notFound()
  const tours = await toursOf(db, room.viewer, room.edition.place, language)
  return page(c, <ToursPage {...around(c, room, '/tours')} tours={tours} plans={mayPlan(room.viewer, room.edition.place)} />)
})

tourRoutes.get('/desk/:edition/tours/new', async (c) => {
  const room = await planner(c, '/tours/new')
  if (room === null) return c.notFound()
  return formPage(c, room, { tour: null, values: {}, hidden: freshId(c.var.now), errors: [] })
})

tourRoutes.post('/desk/:edition/tours', async (c) => {
  const { db, now } = request(c)
  const room = await planner(c, '/tours/new')
  if (room === null) return c.notFound()
  const sent = await sentTerms(c, room)
  const named = parse(newForm, sent.body)
  const id = named.ok && named.value.id !== null ? named.value.id : freshId(now).value
  const shown = { tour: null, values: sent.values, hidden: { name: 'id', value: id } as const }
  if (sent.terms === null) return formPage(c, room, { ...shown, errors: sent.errors }, 422)
  const outcome = await planTour(db, room.viewer, { ...sent.terms, edition: room.edition.id, id }, now)
  if (!outcome.ok) return formPage(c, room, { ...shown, errors: [], refusal: sentence(c, outcome) }, 422)
  return seeOther(c, `/desk/${room.edition.slug}/tours/${outcome.value.tour}`, 'tour-planned')
})

tourRoutes.get('/desk/:edition/tours/:tour', async (c) => (await tourPage(c, { errors: [] })) ?? c.notFound())

tourRoutes.get('/desk/:edition/tours/:tour/change', async (c) => {
  const room = await planner(c, `/tours/${c.req.param('tour')}/change`)
  const tour = room === null ? null : await tourOf(c, room)
  if (room === null || tour === null || tour.cancelled) return c.notFound()
  const hidden = { name: 'version', value: String(tour.written.version) } as const
  return formPage(c, room, { tour: tour.id, values: standing(tour), hidden, errors: [] })
})

tourRoutes.post('/desk/:edition/tours/:tour', async (c) => {
  const { db, now } = request(c)
  const room = await planner(c, `/tours/${c.req.param('tour')}/change`)
  const tour = room === null ? null : await tourOf(c, room)
  if (room === null || tour === null) return c.notFound()
  const sent = await sentTerms(c, room)
  const known = parse(changeForm, sent.body)
  const version = known.ok ? known.value.version : 0
  const shown = { tour: tour.id, values: sent.values, hidden: { name: 'version', value: String(version) } as const }
  if (sent.terms === null) return formPage(c, room, { ...shown, errors: sent.errors }, 422)
  const outcome = await changeTour(db, room.viewer, { ...sent.terms, tour: tour.id, version }, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/tours/${tour.id}`, 'tour-changed')
  if (outcome.code === 'page/not-found') return c.notFound()
  return formPage(c, room, { ...shown, errors: [], refusal: sentence(c, outcome) }, outcome.code === 'tour/changed-since' ? 409 : 422)
})

tourRoutes.post('/desk/:edition/tours/:tour/cancellation', async (c) => {
  const { db, language, now } = request(c)
  const room = await planner(c, '/tours')
  const tour = room === null ? null : await tourOf(c, room)
  if (room === null || tour === null) return c.notFound()
  const body = await readForm(c)
  const form = parse(cancelForm, body)
  const reason = fieldText(body, 'reason')
  if (!form.ok) return (await tourPage(c, { errors: errorSentences(form.errors, language), reason }, 422)) ?? c.notFound()
  const outcome = await cancelTour(db, room.viewer, { tour: tour.id, reason: form.value.reason }, now)
  if (!outcome.ok) return (await tourPage(c, { errors: [], reason, refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/tours/${tour.id}`, 'tour-cancelled')
})

async function planner(c: AppContext, to: string): Promise<StaffRoom | null> {
  const room = await roomOf(c, to)
  return room !== null && mayPlan(room.viewer, room.edition.place) ? room : null
}

function tourOf(c: AppContext, room: StaffRoom): Promise<TourView | null> {
  const { db, language } = request(c)
  const id = c.req.param('tour') ?? ''
  return isId(id) ? tourById(db, room.viewer, room.edition.place, id, language) : Promise.resolve(null)
}

async function tourPage(
  c: AppContext,
  more: { errors: FormErrors; reason?: string; refusal?: string },
  status: 200 | 422 = 200,
): Promise<Response | null> {
  const { db, language, now } = request(c)
  const to = `/tours/${c.req.param('tour') ?? ''}`
  const room = await roomOf(c, to)
  const tour = room === null ? null : await tourOf(c, room)
  if (room === null || tour === null) return null
  const { zone, place } = room.edition
  const span = { from: startOf(tour.from, zone), to: startOf(addDays(tour.to, 1), zone), tour: tour.id }
  const lines = await activitiesOf(db, room.viewer, place, span, language)
  return page(c, <TourPage {...around(c, room, to)} tour={tour} lines={lines} now={now} plans={mayPlan(room.viewer, place)} {...more} />, status)
}

async function formPage(
  c: AppContext,
  room: StaffRoom,
  shown: Pick<TourFormProps, 'tour' | 'values' | 'hidden' | 'errors'> & { refusal?: string },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { db, language } = request(c)
  const regions = await regionsOf(db, room.viewer.organisation, room.edition.id, language)
  const to = shown.tour === null ? '/tours/new' : `/tours/${shown.tour}/change`
  return page(c, <TourFormPage {...around(c, room, to)} regions={regions} {...shown} />, status)
}

async function sentTerms(c: AppContext, room: StaffRoom) {
  const { db, language } = request(c)
  const body = await readForm(c)
  const regions = await regionsOf(db, room.viewer.organisation, room.edition.id, language)
  const form = parse(tourForm(regions.map((one) => one.code)), body)
  const values = typedIn(body)
  if (!form.ok) return { body, values, terms: null, errors: errorSentences(form.errors, language) }
  return { body, values, terms: termsOf(form.value), errors: [] }
}

function termsOf(value: z.infer<ReturnType<typeof tourForm>>): TourTerms {
  return {
    name: { ar: value.name_ar, fr: value.name_fr, en: value.name_en },
    theme: { ar: value.theme_ar, fr: value.theme_fr, en: value.theme_en },
    stops: { ar: value.stops_ar, fr: value.stops_fr, en: value.stops_en },
    host: value.host,
    region: value.region,
    startsOn: value.starts_on,
    endsOn: value.ends_on,
  }
}

function standing(tour: TourView): Record<string, string> {
  const { written } = tour
  const three = (name: 'name' | 'theme' | 'stops') =>
    Object.fromEntries((['ar', 'fr', 'en'] as const).map((one) => [`${name}_${one}`, written[name][one]]))
  return {
    ...three('name'),
    ...three('theme'),
    ...three('stops'),
    host: tour.host,
    region: written.region ?? '',
    ...boxesOf('starts_on', tour.from),
    ...boxesOf('ends_on', tour.to),
  }
}
