/** Reviewers over the API: who reads in an edition, invited by role or by address, their terms, their end. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Language, LANGUAGES } from '../../../domain/language.ts'
import { LONGEST_NAME } from '../../../domain/person.ts'
import type { Refused } from '../../../domain/result.ts'
import { LONGEST_AFFILIATIONS } from '../../../domain/reviewer.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { peopleWords } from '../../people/index.ts'
import { editionBySlug } from '../../programme/index.ts'
import { answerInvitation, changeReviewer, endReviewer, inviteReviewer } from '../commands/reviewer.ts'
import { reviewersOf } from '../queries/desk.ts'
import { words } from '../words/index.ts'

/** Of whom was invited by address, names are refused in the words of people. */
function invitationRefusals(language: Language): (refusal: Refused) => string {
  const own = words(language)
  return (refusal) => refusalIn(own.has(`refusal.${refusal.code}`) ? own : peopleWords(language), language)(refusal)
}

/** Adds the endpoints of reviewers to `routes`, under `tag`; `origin` is where mails lead. */
export function reviewersApi(routes: Api, origin: string, tag: string): void {
  const act = acts(routes, tag, invitationRefusals)
  const edition = z.object({ edition: slug() })
  const code = z.string().max(40)
  const terms = z.object({
    languages: z.array(z.enum(LANGUAGES)).max(3),
    sectors: z.array(code).max(60),
    region: code.nullable(),
    affiliations: line(LONGEST_AFFILIATIONS).default(''),
    minLoad: z.number().int(),
    maxLoad: z.number().int(),
  })
  const newcomer = z.object({
    email: z.string().trim().toLowerCase().email().max(200),
    nameAr: line(LONGEST_NAME),
    nameLatin: line(LONGEST_NAME),
    language: z.enum(LANGUAGES),
  })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/reviewers',
      tag,
      summary: 'Reviewers with what they read',
      params: edition,
      answers: z.object({ reviewers: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const all = found === null ? null : await reviewersOf(db, signedIn(c), found.place, language)
      return all === null ? null : { reviewers: all }
    },
  )
  act(
    'post',
    '/editions/{edition}/reviewers',
    'Invite somebody who holds the role of reviewer, or anybody by their address, who gets the role in this edition',
    { params: edition, body: z.union([terms.extend({ person: id() }), terms.extend({ newcomer })]) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : inviteReviewer(db, viewer, found.place, input, origin, now)
    },
  )
  act(
    'put',
    '/editions/{edition}/reviewers/{reviewer}',
    'Change what a reviewer reads',
    { params: edition.extend({ reviewer: id() }), body: terms },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : changeReviewer(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/reviewers/{reviewer}/end',
    'End the part of a reviewer; what is not handed in goes back to be assigned',
    { params: edition.extend({ reviewer: id() }), body: z.object({ reason: line(500) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : endReviewer(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/reviews/invitations/{reviewer}',
    'Answer an invitation to read',
    // Too long is refused by the rule, which says by how much.
    { params: z.object({ reviewer: id() }), body: z.object({ accepts: z.boolean(), affiliations: line(10_000).default('') }) },
    ({ db, viewer, now }, input) => answerInvitation(db, viewer, input, now),
  )
}
