/** Extra time for one person: read, given, taken back. */
import { EXTRA_TIME_GROUNDS } from '../../../domain/extra-time.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { type Acting, type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { giveExtraTime, recallExtraTime } from '../commands/extra-time.ts'
import { extraTimeRefusal } from '../extra-time-refusal.ts'
import { extraTimesOf } from '../queries/extra-times.ts'

const TAG = 'Calls'
const edition = z.object({ edition: slug() })
const path = '/editions/{edition}/call/extra-times'

export function extraTimeApi(routes: Api, origin: string): void {
  endpoint(
    routes,
    {
      method: 'get',
      path,
      tag: TAG,
      summary: 'Who was given extra time in the call, the last first',
      params: edition,
      answers: z.object({ extraTimes: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const room = await editionBySlug(db, organisation, params.edition)
      const view = room === null ? null : await extraTimesOf(db, signedIn(c), room.place, language, now)
      return view === null ? null : { extraTimes: view.lines }
    },
  )
  const act = acts(routes, TAG, extraTimeRefusal)
  const placeOf = async ({ db, organisation }: Acting, wanted: string) => {
    const room = await editionBySlug(db, organisation, wanted)
    return room === null ? null : { ...room.place, slug: room.slug }
  }
  act(
    'post',
    path,
    'Give the team of an application (by its number), or a person (by their address), more time',
    {
      params: edition,
      body: z.object({
        whom: z.union([z.string().email().max(200), z.string().regex(/^[A-Za-z0-9 -]{3,40}$/)]),
        until: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
        ground: z.enum(EXTRA_TIME_GROUNDS),
        reason: line(1000),
        language: z.enum(LANGUAGES),
      }),
    },
    async (acting, input) => {
      const place = await placeOf(acting, input.edition)
      return place === null ? null : giveExtraTime(acting.db, acting.viewer, place, input, origin, acting.now)
    },
  )
  act('post', `${path}/{extraTime}/removal`, 'Take extra time back', { params: edition.extend({ extraTime: id() }) }, async (acting, input) => {
    const place = await placeOf(acting, input.edition)
    return place === null ? null : recallExtraTime(acting.db, acting.viewer, place, input, origin, acting.now)
  })
}
