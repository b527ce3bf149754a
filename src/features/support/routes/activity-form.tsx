/** The form of an activity: a new one, alone or inside a tour, or a change to one. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FieldFault } from '../../../design/form/errors.ts'
import type { z } from 'zod'
import { ACTIVITY_KINDS, mayPlan, partOf } from '../../../domain/activity.ts'
import type { Refused } from '../../../domain/result.ts'
import { isId } from '../../../platform/database/id.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { promisedInstant, wallIn } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import type { ActivityTerms } from '../commands/activity-facts.ts'
import { changeActivity } from '../commands/change-activity.ts'
import { planActivity } from '../commands/plan-activity.ts'
import { activityForm, changeForm, newForm } from '../forms.ts'
import { ActivityFormPage, type ActivityFormProps, type TypedActivity } from '../pages/activity-form.tsx'
import { writtenActivity, type WrittenActivity } from '../queries/activity-terms.ts'
import { clashesOf } from '../queries/clashes.ts'
import { type PlanningLists, planningLists } from '../queries/planning-lists.ts'
import { words } from '../words/index.ts'
import { around, boxesOf, freshId, roomOf, sentAs, sentence, typedIn } from './room.ts'

export const activityFormRoutes = new Hono<AppEnv>()

activityFormRoutes.get('/desk/:edition/activities/new', async (c) => {
  const { db, language, now } = request(c)
  const room = await planner(c, '/activities/new')
  if (room === null) return c.notFound()
  const lists = await planningLists(db, room.viewer, room.edition.place, language)
  return formPage(c, room, lists, { ...proposed(c, lists), activity: null, hidden: freshId(now), errors: [] })
})

activityFormRoutes.post('/desk/:edition/activities', async (c) => {
  const { db, now } = request(c)
  const room = await planner(c, '/activities/new')
  if (room === null) return c.notFound()
  const sent = await sentTerms(c, room)
  const named = parse(newForm, sent.body)
  const id = named.ok && named.value.id !== null ? named.value.id : freshId(now).value
  const shown = { ...sent.typed, activity: null, hidden: { name: 'id', value: id } as const }
  if (sent.terms === null) return formPage(c, room, sent.lists, { ...shown, errors: sent.errors }, 422)
  const outcome = await planActivity(db, room.viewer, { ...sent.terms, edition: room.edition.id, id }, now)
  if (!outcome.ok) return refusedPage(c, room, sent.lists, shown, sent.terms, outcome)
  const back = sent.terms.tour === null ? `/activities/${outcome.value.activity}` : `/tours/${sent.terms.tour}`
  return seeOther(c, `/desk/${room.edition.slug}${back}`, 'planned')
})

activityFormRoutes.get('/desk/:edition/activities/:activity/change', async (c) => {
  const { db, language } = request(c)
  const id = c.req.param('activity')
  const room = await planner(c, `/activities/${id}/change`)
  const written = room !== null && isId(id) ? await writtenActivity(db, room.viewer, room.edition.place, id) : null
  if (room === null || written === null || written.closed) return c.notFound()
  const lists = await planningLists(db, room.viewer, room.edition.place, language)
  const hidden = { name: 'version', value: String(written.version) } as const
  return formPage(c, room, lists, { ...standing(written, room.edition.zone), activity: id, hidden, errors: [] })
})

activityFormRoutes.post('/desk/:edition/activities/:activity', async (c) => {
  const { db, now } = request(c)
  const id = c.req.param('activity')
  const room = await planner(c, `/activities/${id}/change`)
  if (room === null || !isId(id) || (await writtenActivity(db, room.viewer, room.edition.place, id)) === null) return c.notFound()
  const sent = await sentTerms(c, room)
  const known = parse(changeForm, sent.body)
  const version = known.ok ? known.value.version : 0
  const shown = { ...sent.typed, activity: id, hidden: { name: 'version', value: String(version) } as const }
  if (sent.terms === null) return formPage(c, room, sent.lists, { ...shown, errors: sent.errors }, 422)
  const outcome = await changeActivity(db, room.viewer, { ...sent.terms, activity: id, version }, now)
  if (!outcome.ok) return refusedPage(c, room, sent.lists, shown, sent.terms, outcome)
  return seeOther(c, `/desk/${room.edition.slug}/activities/${id}`, 'changed')
})

/** The room, for those who plan. */
async function planner(c: AppContext, to: string): Promise<StaffRoom | null> {
  const room = await roomOf(c, to)
  return room !== null && mayPlan(room.viewer, room.edition.place) ? room : null
}

type Shown = Omit<ActivityFormProps, keyof ReturnType<typeof around> | 'lists'>

function formPage(c: AppContext, room: StaffRoom, lists: PlanningLists, shown: Shown, status: 200 | 409 | 422 = 200): Response {
  const to = shown.activity === null ? '/activities/new' : `/activities/${shown.activity}/change`
  return page(c, <ActivityFormPage {...around(c, room, to)} lists={lists} {...shown} />, status)
}

/** The form again, with why not, and who is where when something clashes. */
async function refusedPage(
  c: AppContext,
  room: StaffRoom,
  lists: PlanningLists,
  shown: Omit<Shown, 'errors'>,
  terms: ActivityTerms,
  refusal: Refused,
): Promise<Response> {
  if (refusal.code === 'page/not-found') return c.notFound() as Response
  const { db, language } = request(c)
  const asked = {
    from: terms.from,
    to: terms.to,
    people: terms.people.map((one) => one.person),
    projects: terms.projects,
    room: terms.room,
    except: shown.activity,
  }
  const clashes = refusal.code.endsWith('-busy') ? await clashesOf(db, room.viewer, asked, language) : []
  const status = refusal.code === 'activity/changed-since' ? 409 : 422
  return formPage(c, room, lists, { ...shown, errors: [], refusal: sentence(c, refusal), clashes }, status)
}

/** A new form as its address proposes it: inside a tour, of a kind, on a day. */
function proposed(c: AppContext, lists: PlanningLists): TypedActivity {
  const tour = lists.tours.find((one) => one.id === c.req.query('tour'))
  const kind = ACTIVITY_KINDS.find((one) => one === c.req.query('kind'))
  return {
    values: { ...(kind === undefined ? {} : { kind }), ...(tour === undefined ? {} : { tour: tour.id, ...boxesOf('on', tour.from) }) },
    trainers: [],
    projects: [],
  }
}

function standing(written: WrittenActivity, zone: string): TypedActivity {
  const [from, to] = [wallIn(written.from, zone), wallIn(written.to, zone)]
  return {
    values: {
      kind: written.kind,
      title_ar: written.title.ar,
      title_fr: written.title.fr,
      title_en: written.title.en,
      region: written.region ?? '',
      ...boxesOf('on', from.slice(0, 10)),
      begins: from.slice(11, 16),
      ends: to.slice(11, 16),
      place: written.place,
      room: written.room ?? '',
      tour: written.tour ?? '',
      organiser: written.people.find((one) => one.part === 'organiser')?.person ?? '',
      public: written.public ? 'yes' : 'no',
    },
    trainers: written.people.filter((one) => one.part !== 'organiser').map((one) => one.person),
    projects: written.projects,
  }
}

interface Sent {
  readonly body: Body
  readonly lists: PlanningLists
  readonly typed: TypedActivity
  readonly terms: ActivityTerms | null
  readonly errors: ReturnType<typeof errorSentences>
}

async function sentTerms(c: AppContext, room: StaffRoom): Promise<Sent> {
  const { db, language } = request(c)
  const lists = await planningLists(db, room.viewer, room.edition.place, language)
  const body = await readForm(c)
  const typed = { values: typedIn(body), trainers: sentAs(body, 'trainer'), projects: sentAs(body, 'projects') }
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id)
  const form = parse(
    activityForm({
      regions: lists.regions.map((one) => one.code),
      tours: ids(lists.tours),
      trainers: ids(lists.trainers),
      organisers: ids(lists.organisers),
      projects: ids(lists.projects),
      rooms: ids(lists.rooms),
    }),
    body,
  )
  const wrong = (faults: readonly FieldFault[]): Sent => ({
    body,
    lists,
    typed,
    terms: null,
    errors: errorSentences(faults, language).map((error) =>
      error.field === 'begins' || error.field === 'ends' ? { ...error, message: words(language)('plan.time-error') } : error,
    ),
  })
  if (!form.ok) return wrong(form.errors)
  const { zone } = room.edition
  const from = promisedInstant({ wall: `${form.value.on}T${form.value.begins}`, zone }, 'earlier')
  const to = promisedInstant({ wall: `${form.value.on}T${form.value.ends}`, zone })
  if (!from.ok) return wrong([{ field: 'begins', code: 'date', details: {} }])
  if (!to.ok) return wrong([{ field: 'ends', code: 'date', details: {} }])
  return { body, lists, typed, terms: termsOf(form.value, from.instant, to.instant), errors: [] }
}

type Parsed = z.infer<ReturnType<typeof activityForm>>

function termsOf(value: Parsed, from: Date, to: Date): ActivityTerms {
  const { organiser, trainer } = value
  return {
    kind: value.kind,
    title: { ar: value.title_ar, fr: value.title_fr, en: value.title_en },
    region: value.region,
    from,
    to,
    place: value.place,
    ...(value.public === 'yes' || value.public === 'no' ? { public: value.public === 'yes' } : {}),
    tour: value.tour,
    room: value.room,
    people: [
      ...(organiser === null ? [] : [{ person: organiser, part: 'organiser' as const }]),
      ...trainer.map((person) => ({ person, part: partOf(value.kind) })),
    ],
    projects: value.projects,
  }
}
