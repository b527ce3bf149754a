/** Verified facts of the holder of an application. */
import { refusalIn } from '../../../design/refusal.ts'
import type { Result } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Database } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type Api, day, endpoint, id, outcome, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { answerContest, revokeVerification, verifyFact } from '../commands/verify-fact.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import { factMarks } from '../queries/verification.ts'
import { words } from '../words/index.ts'

const TAG = 'Eligibility'
const PATH = '/editions/{edition}/applications/{application}/verifications'
const one = z.object({ edition: slug(), application: id() })
const act = z.object({ edition: slug(), application: id(), verification: id() })

export function verificationEndpoints(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: PATH,
      tag: TAG,
      summary: 'Answers that state a fact, beside what was verified of the holder',
      params: one,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const view = found === null ? null : await eligibilityPage(db, signedIn(c), found.place, params.application, language)
      if (found === null || view === null || !view.mayDecide) return null
      return { facts: await factMarks(db, organisation, params.application, view.sheet, dayIn(now, found.zone)) }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: PATH,
      tag: TAG,
      summary: 'State that an answer was seen proved',
      params: one,
      body: z.object({ question: line(60), basis: line(500), validUntil: day().nullable() }),
      answers: record(),
    },
    (c, { params, body }) => run(c, params.edition, (db, viewer, place, now) => verifyFact(db, viewer, place, { ...params, ...body }, now)),
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: `${PATH}/{verification}/revocation`,
      tag: TAG,
      summary: 'Revoke a verification, with the reason its person reads',
      params: act,
      body: z.object({ reason: line(1000) }),
      answers: record(),
    },
    (c, { params, body }) => run(c, params.edition, (db, viewer, place, now) => revokeVerification(db, viewer, place, { ...params, ...body }, now)),
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: `${PATH}/{verification}/contest-answer`,
      tag: TAG,
      summary: 'Answer who contests a verification, and let it stand',
      params: act,
      body: z.object({ answer: line(1000) }),
      answers: record(),
    },
    (c, { params, body }) => run(c, params.edition, (db, viewer, place, now) => answerContest(db, viewer, place, { ...params, ...body }, now)),
  )
}

async function run(
  c: AppContext,
  edition: string,
  command: (db: Database, viewer: SignedIn, place: Place, now: Date) => Promise<Result<object | null>>,
): Promise<Response | null> {
  const { db, organisation, now, language } = request(c)
  const found = await editionBySlug(db, organisation, edition)
  return found === null ? null : outcome(c, await command(db, signedIn(c), found.place, now), refusalIn(words(language), language))
}
