/** Interview slots over the API, by the same commands as on their pages. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Language, LANGUAGES } from '../../../domain/language.ts'
import { type Api, acts, endpoint, id, instant, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { words } from '../words/index.ts'
import { askToChoose } from './commands/ask-to-choose.ts'
import { bookSlot } from './commands/book-slot.ts'
import { endSlot, openSlots, planSlots } from './commands/open-slots.ts'
import { choiceOf } from './queries/choice.ts'
import { panelOf } from './queries/panel.ts'
import { slotsOf } from './queries/slots.ts'

const edition = z.object({ edition: slug() })
const terms = z.object({
  region: z.string().max(60).nullable(),
  place: line(200).pipe(z.string().min(1)),
  days: z
    .array(z.object({ from: instant(), to: instant() }))
    .min(1)
    .max(31),
  minutes: z.number().int().min(5).max(240),
  pause: z.number().int().min(0).max(240),
  panel: z.array(id()).max(20),
  languages: z.array(z.enum(LANGUAGES)).max(3),
  changeHours: z.number().int().min(0).max(336),
})

function termsOf(body: z.output<typeof terms>) {
  return { ...body, days: body.days.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })) }
}

/** Adds the endpoints of slots to `routes`, under `tag`; `origin` is where mails lead. */
export function slotsApi(routes: Api, origin: string, tag: string): void {
  const act = acts(routes, tag, (language: Language) => refusalIn(words(language), language))
  reading(routes, tag)
  act(
    'post',
    '/editions/{edition}/interview-slots/plan',
    'What opening these slots would make, with every clash by name; nothing changes',
    { params: edition, body: terms },
    async ({ db, viewer, organisation, language, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : planSlots(db, viewer, found.place, termsOf(input), language, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/interview-slots',
    'Open those of the planned slots that begin at these instants',
    { params: edition, body: terms.extend({ starts: z.array(instant()).max(400), fingerprint: line(64) }) },
    async ({ db, viewer, organisation, language, now }, { edition: where, starts, fingerprint, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      const begin = starts.map((one) => new Date(one).toISOString())
      return found === null ? null : openSlots(db, viewer, found.place, { ...termsOf(input), starts: begin, fingerprint, language }, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/interview-slots/{slot}/end',
    'Take back a slot nobody holds',
    { params: edition.extend({ slot: id() }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : endSlot(db, viewer, found.place, input.slot, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/interview-requests',
    'Ask these applicants to choose a slot, by mail; more than slots are left only with `anyway`',
    { params: edition, body: z.object({ applications: z.array(id()).max(2000), fingerprint: line(64), anyway: z.boolean().default(false) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : askToChoose(db, viewer, found.place, input, origin, now)
    },
  )
  act(
    'post',
    '/applications/{application}/interview-booking',
    'Take a slot, or change to it: the team that was asked, or the office for it',
    { params: z.object({ application: id() }), body: z.object({ slot: id() }) },
    ({ db, viewer, now }, input) => bookSlot(db, viewer, input, origin, now),
  )
}

function reading(routes: Api, tag: string): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/interview-slots',
      tag,
      summary: 'Slots with who holds them, who may be asked, and the fingerprint of both',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : slotsOf(db, signedIn(c), found.place, language, now)
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}/interview',
      tag,
      summary: 'My interview: the hour I hold, and those I may choose',
      params: z.object({ application: id() }),
      answers: record(),
    },
    (c, { params }) => choiceOf(request(c).db, signedIn(c), params.application, c.var.now),
  )
  endpoint(
    routes,
    { method: 'get', path: '/panel', tag, summary: 'The interviews I sit in, without names', answers: z.object({ interviews: z.array(record()) }) },
    async (c) => ({ interviews: await panelOf(request(c).db, signedIn(c), c.var.language) }),
  )
}
