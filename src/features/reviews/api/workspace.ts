/** The grid in parts, for a program that keeps it while somebody writes. */
import { refusalIn } from '../../../design/refusal.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, endpoint, id, words as line, outcome, record, z } from '../../../platform/web/api.ts'
import { saveCells } from '../commands/workspace.ts'
import { saveSampleCells } from '../samples/commands/mark-sample.ts'
import { words } from '../words/index.ts'

const change = z.object({ value: line(4000), over: z.array(line(4000)).max(50) })

export function workspaceApi(routes: Api, tag: string): void {
  endpoint(
    routes,
    {
      method: 'patch',
      path: '/reviews/{assignment}',
      tag,
      summary:
        'Keep some steps and comments (score.team, comment.team), each over the value it was changed from; what another device changed is named, not undone',
      params: z.object({ assignment: id() }),
      body: z.object({ changes: z.record(z.string().max(80), change) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await saveCells(db, signedIn(c), { ...body, ...params }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'patch',
      path: '/reviews/samples/{sample}',
      tag,
      summary: 'The same of the grid of a sample file, which counts nowhere',
      params: z.object({ sample: id() }),
      body: z.object({ changes: z.record(z.string().max(80), change) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await saveSampleCells(db, signedIn(c), { ...body, ...params }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
}
