/** Help with applications: who is helped, help begun and ended, and what the holder declared by other means. */
import { refusalIn } from '../../../design/refusal.ts'
import { ASSISTANCE_CHANNELS, DECLARATION_WAYS } from '../../../domain/assistance.ts'
import { LANGUAGES, type Language } from '../../../domain/language.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { peopleWords } from '../../people/index.ts'
import { editionBySlug } from '../../programme/index.ts'
import { beginAssistance, endAssistance } from '../commands/assistance.ts'
import { sendForHolder } from '../commands/send-for-holder.ts'
import { assistancesOf } from '../queries/assistances.ts'
import { words } from '../words/index.ts'

const TAG = 'Applications'
const edition = z.object({ edition: slug() })
const person = z.object({
  email: z.string().email().max(200).nullable(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable(),
  nameAr: line(200),
  nameLatin: line(200),
  language: z.enum(LANGUAGES),
})

/** `origin` is where mails lead. */
export function assistanceApi(routes: Api, origin: string): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/assistances',
      tag: TAG,
      summary: 'Who is helped with an application, by whom, and how it stands',
      params: edition,
      answers: z.object({ assistances: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const room = await editionBySlug(db, organisation, params.edition)
      const view = room === null ? null : await assistancesOf(db, signedIn(c), room.place, language, now)
      return view === null ? null : { assistances: view.lines }
    },
  )
  const act = acts(routes, TAG, (language: Language) => (refusal) => {
    const said = refusalIn(words(language), language)(refusal)
    return said === refusal.code ? refusalIn(peopleWords(language), language)(refusal) : said
  })
  act(
    'post',
    '/editions/{edition}/assistances',
    'Begin to write an application for somebody: by its number, or for a person found by address or written down',
    {
      params: edition,
      body: z.object({
        whom: z.union([z.object({ number: line(40) }), z.object({ person })]),
        channel: z.enum(ASSISTANCE_CHANNELS),
        region: line(40).nullable(),
      }),
    },
    async ({ db, viewer, organisation, now }, input) => {
      const room = await editionBySlug(db, organisation, input.edition)
      if (room === null) return null
      const { whom } = input
      const lower = 'person' in whom ? { person: { ...whom.person, email: whom.person.email?.toLowerCase() ?? null } } : whom
      return beginAssistance(db, viewer, { ...room.place, slug: room.slug }, { ...input, whom: lower }, origin, now)
    },
  )
  act(
    'post',
    '/applications/{application}/assistances/{assistance}/removal',
    'End help: by who gives it, or by the holder, who then is helped no more',
    { params: z.object({ application: id(), assistance: id() }) },
    ({ db, viewer, now }, input) => endAssistance(db, viewer, input, now),
  )
  act(
    'post',
    '/applications/{application}/declaration',
    'Send an application for its holder, with how they declared it',
    { params: z.object({ application: id() }), body: z.object({ how: z.enum(DECLARATION_WAYS), language: z.enum(LANGUAGES) }) },
    ({ db, viewer, now }, input) => sendForHolder(db, viewer, input, now),
  )
}
