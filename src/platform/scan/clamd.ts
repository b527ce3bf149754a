/**
 * The virus scanner clamd, asked by its own protocol (clamd(8), INSTREAM): over a socket, `zINSTREAM\0`, then the
 * content in pieces, each after its length as four bytes in network order, then four zero bytes. The answer ends in
 * `\0`: `stream: OK`, `stream: <name> FOUND`, or `… ERROR`.
 */
import { connect, type Socket } from 'node:net'

/** Host and port, or the path of a Unix socket. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export type ScanVerdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly found: string }
  /** Not there, too slow, or it refused to look: nothing is known of the content. */
  | { readonly verdict: 'unreachable'; readonly found: string }

const PATIENCE = 60_000
const PIECE = 64 * 1024
const MOST_ANSWER = 4096

/** Has the content looked at. Never throws: a scanner that fails is a verdict. */
export async function scan(address: ScannerAddress, content: AsyncIterable<Uint8Array>, patience = PATIENCE): Promise<ScanVerdict> {
  const socket = connect(address)
  try {
    socket.setTimeout(patience, () => socket.destroy(new Error('the scanner was silent')))
    const answer = answerOf(socket)
    // The answer may fail before all is sent: it is read below.
    answer.catch(() => {})
    await send(socket, content).catch((error) => {
      // A scanner that has seen enough answers and closes: its answer counts.
      if (socket.readableEnded || socket.destroyed) return
      throw error
    })
    return verdictOf(await answer)
  } catch {
    return { verdict: 'unreachable', found: '' }
  } finally {
    socket.destroy()
  }
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const whole of content) {
    for (let from = 0; from < whole.length; from += PIECE) {
      const piece = whole.subarray(from, from + PIECE)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      await write(socket, Buffer.concat([length, piece]))
    }
  }
  await write(socket, Buffer.alloc(4))
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error == null ? resolve() : reject(error)))
  })
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = ''
  for await (const piece of socket) {
    answer += (piece as Buffer).toString('utf8')
    if (answer.includes('\0') || answer.length > MOST_ANSWER) break
  }
  return answer.split('\0')[0] ?? ''
}

function verdictOf(answer: string): ScanVerdict {
  if (/^stream: OK$/.test(answer)) return { verdict: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
  return found === undefined ? { verdict: 'unreachable', found: '' } : { verdict: 'infected', found }
}
