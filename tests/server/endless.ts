/** A form that never ends, as an enemy sends it. */
import { once } from 'node:events'
import { request } from 'node:http'

/** Between the parts of the form; what is sent first opens them with it. */
export const EDGE = '----enemy'

/** Sends `first` and then without end, of half a gigabyte that was announced, as fast as it is taken, until answered. What was taken: bytes that left this end. */
export async function sendEndlessly(
  to: string,
  headers: Record<string, string>,
  first: readonly (string | Uint8Array)[],
): Promise<{ status: number; text: string; taken: number }> {
  const asking = request(to, {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${EDGE}`, 'content-length': 500_000_000 },
  })
  asking.on('error', () => {})
  const answered = once(asking, 'response')
  for (const part of first) asking.write(part)
  const piece = Buffer.alloc(262_144)
  let over = false
  void answered.then(() => (over = true))
  while (!over && !asking.destroyed) if (!asking.write(piece)) await Promise.race([once(asking, 'drain'), answered])
  const [answer] = await answered
  let text = ''
  for await (const part of answer) text += String(part)
  const taken = asking.socket?.bytesWritten ?? 0
  asking.destroy()
  return { status: answer.statusCode ?? 0, text, taken }
}
