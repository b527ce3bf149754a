/** Corrections of one application: followed, asked for, put off, taken back. */
import { refusalIn } from '../../../design/refusal.ts'
import type { Language } from '../../../domain/language.ts'
import { type Acting, type Api, acts, day, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { applicationWords } from '../../applications/index.ts'
import { editionBySlug } from '../../programme/index.ts'
import { askCorrections, putOffCorrections, recallCorrections } from '../commands/ask-corrections.ts'
import { correctionsOf } from '../queries/corrections.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import { words } from '../words/index.ts'

const TAG = 'Eligibility'
const one = z.object({ edition: slug(), application: id() })

/** `origin` is where the mails lead back to. */
export function correctionApi(routes: Api, origin: string): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/applications/{application}/corrections',
      tag: TAG,
      summary: 'Corrections asked of an application, the last first, with what came of them',
      params: one,
      answers: z.object({ corrections: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const viewer = signedIn(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const view = found === null ? null : await eligibilityPage(db, viewer, found.place, params.application, language)
      if (found === null || view === null) return null
      return { corrections: (await correctionsOf(db, viewer, { ...found.place, region: view.region }, params.application, language, now)).lines }
    },
  )
  const act = acts(routes, TAG, (language: Language) => (refusal) => {
    const said = refusalIn(words(language), language)(refusal)
    return said === refusal.code ? refusalIn(applicationWords(language), language)(refusal) : said
  })
  const placeOf = async ({ db, organisation }: Acting, edition: string) => (await editionBySlug(db, organisation, edition))?.place ?? null
  const path = '/editions/{edition}/applications/{application}/corrections'
  act(
    'post',
    path,
    'Ask for corrections of some answers until a day; the whole team is written to',
    { params: one, body: z.object({ questions: z.array(line(80)).max(200), reason: line(2000), day: day() }) },
    async (acting, input) => {
      const place = await placeOf(acting, input.edition)
      return place === null ? null : askCorrections(acting.db, acting.viewer, place, input, origin, acting.now)
    },
  )
  act('put', `${path}/day`, 'Put the last day of the request off', { params: one, body: z.object({ day: day() }) }, async (acting, input) => {
    const place = await placeOf(acting, input.edition)
    return place === null ? null : putOffCorrections(acting.db, acting.viewer, place, input, origin, acting.now)
  })
  act('post', `${path}/removal`, 'Take the request back', { params: one }, async (acting, input) => {
    const place = await placeOf(acting, input.edition)
    return place === null ? null : recallCorrections(acting.db, acting.viewer, place, input, origin, acting.now)
  })
}
