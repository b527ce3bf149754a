/** Links that whoever holds them may follow for a short time: the server signs what they lead to and until when, and keeps nothing. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a link leads somewhere, in seconds. */
export const LINK_SECONDS = 15 * 60

/** `<end in base 36>.<signature>`: of 128 bits, over what the link leads to and its end. */
export function signLink(secret: Buffer, target: string, now: Date, seconds = LINK_SECONDS): string {
  const end = Math.floor(now.getTime() / 1000) + seconds
  return `${end.toString(36)}.${signature(secret, target, end)}`
}

/** Whether the link was signed here for this target; 'expired' when it was, and its time is over. */
export function checkLink(secret: Buffer, target: string, link: string, now: Date): 'valid' | 'expired' | 'false' {
  const [, end, given] = /^([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})$/.exec(link) ?? []
  if (end === undefined || given === undefined) return 'false'
  const until = Number.parseInt(end, 36)
  if (!timingSafeEqual(Buffer.from(signature(secret, target, until)), Buffer.from(given))) return 'false'
  return until * 1000 >= now.getTime() ? 'valid' : 'expired'
}

function signature(secret: Buffer, target: string, end: number): string {
  return createHmac('sha256', secret).update(`${target}\n${end}`).digest().subarray(0, 16).toString('base64url')
}
