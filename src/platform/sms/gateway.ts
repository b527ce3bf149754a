/**
 * Where messages to phones leave: the HTTP gateway of any provider, or of a relay of one's own in front of it. One POST a
 * message, with the number, the text, the sender if there is one and an id that stays the same at each attempt; what
 * became of it is read from the status alone. A message that could not leave is a value, not a throw.
 */
import type { Delivery } from '../mail/send.ts'

export interface GatewayAddress {
  readonly url: string
  /** Sent as `Authorization: Bearer`; '' for none. */
  readonly token: string
  /** Body as JSON or as the fields of a form. */
  readonly format: 'json' | 'form'
  /** Name or number the phone shows; '' leaves it to the provider. */
  readonly sender: string
  /** Pieces a message may take at most: what each costs is the provider's affair, how many is ours. */
  readonly mostSegments: number
}

export interface TextMessage {
  readonly id: string
  /** E.164. */
  readonly to: string
  readonly text: string
}

export interface Gateway {
  readonly mostSegments: number
  deliver(message: TextMessage): Promise<Delivery>
}

const PATIENCE = 15_000
/** Of this message, and the same next time; anything else (a wrong token, no credit, too many at once, a gateway that is down) is the operator's to mend, and waits. */
const FINAL = new Set([400, 404, 410, 413, 422])
const USUAL_MOST = 3

/** The way out of this installation; without an address messages stay in the outbox and nothing leaves. */
export function makeGateway(address: GatewayAddress | null): Gateway {
  if (address === null) return { mostSegments: USUAL_MOST, deliver: async () => ({ outcome: 'kept', detail: '' }) }
  return { mostSegments: address.mostSegments, deliver: (message) => post(address, message) }
}

async function post({ url, token, format, sender }: GatewayAddress, { id, to, text }: TextMessage): Promise<Delivery> {
  const fields = { id, to, text, ...(sender === '' ? {} : { from: sender }) }
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        'content-type': format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'idempotency-key': id,
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      body: format === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
    })
    await answer.body?.cancel()
    if (answer.ok) return { outcome: 'sent', detail: '' }
    return { outcome: FINAL.has(answer.status) ? 'failed' : 'delayed', detail: `http ${answer.status}` }
  } catch (error) {
    return { outcome: 'delayed', detail: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
}
