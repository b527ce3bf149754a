/**
 * The baseline: a bare `node:http` server in a process of its own. It is told what to be:
 * - `page`: one constant answer to every request, with the headers of ours;
 * - `draft`: reads a JSON body and sends it to the statement of the draft save over a pool of `pg`, as large as ours.
 */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ConnectionOptions } from '../src/platform/database/database.ts'
import type { DraftSave } from '../src/features/applications/commands/draft-statement.ts'

export type BareServer =
  | { readonly page: { readonly headers: readonly string[]; readonly body: string } }
  | { readonly draft: { readonly connection: ConnectionOptions; readonly poolSize: number; readonly shift: number } }

/** `headers` as Node lists them, name and value in turn; `body` in base64. */
function constant({ headers, body }: { readonly headers: readonly string[]; readonly body: string }): RequestListener {
  const bytes = Buffer.from(body, 'base64')
  return (_request, response) => {
    response.writeHead(200, headers as string[])
    response.end(bytes)
  }
}

async function saving({ connection, poolSize, shift }: Extract<BareServer, { draft: unknown }>['draft']): Promise<RequestListener> {
  const { openDatabase } = await import('../src/platform/database/database.ts')
  const { sendDraftSave } = await import('../src/features/applications/commands/draft-statement.ts')
  const db = openDatabase(connection, poolSize)
  return (request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      text += part
    })
    request.on('end', async () => {
      const save = JSON.parse(text) as Omit<DraftSave, 'at'>
      const answer = await sendDraftSave(db, { ...save, at: new Date(Date.now() + shift) })
      const saved = answer !== null && answer !== 'again' && answer.saved !== null
      response.writeHead(saved ? 200 : 409, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  }
}

// Kept alive until it is stopped.
process.channel?.ref()
process.once('message', async (what: BareServer) => {
  const server = createServer('page' in what ? constant(what.page) : await saving(what.draft))
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
})
