/** Grids filled in elsewhere: what may be filled in, what lines would change, and the change itself. */
import { refusalIn } from '../../../design/refusal.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, id, words as line, record, slug, z } from '../../../platform/web/api.ts'
import { paperCode } from '../../../domain/paper-grid.ts'
import { applyPaper } from '../commands/paper.ts'
import { planPaper } from '../paper/plan.ts'
import { MOST_LINES } from '../paper/workbook.ts'
import { paperFiles, paperReviewer } from '../queries/paper.ts'
import { words } from '../words/index.ts'

const where = z.object({ edition: slug() })
const whose = z.object({ reviewer: id().optional() })
const lines = z.array(z.object({ row: z.number().int().min(1), code: line(200), step: line(20), comment: line(10_000) })).max(MOST_LINES)

/** `reviewer` is for the office that writes for a reviewer; without it the grids are one's own. */
export function paperApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/paper-grids',
      tag,
      summary: 'Grids that can be filled in elsewhere, a line a criterion of a file',
      params: where,
      query: whose,
      answers: z.object({ lines: z.array(record()) }),
    },
    async (c, { params, query }) => {
      const { db, language } = request(c)
      const viewer = signedIn(c)
      const of = await paperReviewer(db, viewer, asked(params.edition, query.reviewer))
      if (of === null) return null
      const files = await paperFiles(db, viewer.organisation, of, language)
      return {
        lines: files
          .filter(({ state }) => state === 'open')
          .flatMap(({ assignment, number, version, criteria, scale, scores, comments }) =>
            criteria.map(({ code }) => ({
              code: paperCode(assignment, code, version),
              number,
              criterion: code,
              ...scale,
              step: scores[code] ?? null,
              comment: comments[code] ?? '',
            })),
          ),
      }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/paper-grids/plan',
      tag,
      summary:
        'What these lines would change, every fault by its cell, files set aside because they changed since, and the fingerprint to apply it with',
      params: where,
      body: whose.extend({ lines }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, language } = request(c)
      const viewer = signedIn(c)
      const of = await paperReviewer(db, viewer, asked(params.edition, body.reviewer))
      return of === null ? null : planPaper(body.lines, await paperFiles(db, viewer.organisation, of, language))
    },
  )
  act(
    'post',
    '/editions/{edition}/paper-grids',
    'Apply the lines that were shown, but those of files set aside',
    { params: where, body: whose.extend({ lines, fingerprint: line(64), handIn: z.boolean() }) },
    async ({ db, viewer, now }, { edition, reviewer, ...input }) => applyPaper(db, viewer, { ...input, ...asked(edition, reviewer) }, now),
  )
}

function asked(edition: string, reviewer: string | undefined): { slug: string; reviewer?: string } {
  return { slug: edition, ...(reviewer === undefined ? {} : { reviewer }) }
}
