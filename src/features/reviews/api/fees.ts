/** The fee sheet over the API: read, rates, closing. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Api, acts, amount, endpoint, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { closeFeeSheet, setFeeRates } from '../commands/fees.ts'
import { feesOf } from '../queries/fees.ts'
import { words } from '../words/index.ts'

/** Adds the endpoints of fees to `routes`, under `tag`. */
export function feesApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  const edition = z.object({ edition: slug() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/fees',
      tag,
      summary: 'What reviewers and jurors are owed for what they handed in and the days they sat; without names for who may not read them',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : feesOf(db, signedIn(c), found.place, language)
    },
  )
  act(
    'post',
    '/editions/{edition}/fees/rates',
    'Set what a reading, an interview and a day of sessions of the jury are paid',
    {
      params: edition,
      body: z.object({
        reading: amount().nullable(),
        interview: amount().nullable(),
        session: amount().nullable().default(null),
        seen: z.number().int().min(0).openapi({ description: 'Number of the change of rates you have read (`seq`); 0 when there was none.' }),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : setFeeRates(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/fees/closing',
    'Close the sheet that was shown: from then on it stands',
    { params: edition, body: z.object({ fingerprint: line(64) }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : closeFeeSheet(db, viewer, found.place, input.fingerprint, now)
    },
  )
}
