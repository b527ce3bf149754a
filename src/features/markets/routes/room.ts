/** What the routes of markets share: the room of the edition, sentences for what happened, what was typed. */
import { words as frameWords } from '../../../design/words/index.ts'
import type { Refused } from '../../../domain/result.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { words } from '../words/index.ts'

/** The desk of the edition in the address, for a viewer who has a place at it; null for anyone else. */
export function roomOf(c: AppContext, to: string): Promise<StaffRoom | null> {
  const { db, now, language } = request(c)
  const slug = c.req.param('edition') ?? ''
  return staffFrame(db, signedIn(c), slug, language, `/desk/${slug}${to}`, now)
}

export function around(c: AppContext, room: StaffRoom, to: string) {
  const said = c.req.query('said')
  const t = words(c.var.language)
  return {
    language: c.var.language,
    frame: room.frame,
    path: `/desk/${room.edition.slug}${to}`,
    edition: room.edition.slug,
    zone: room.edition.zone,
    said: said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined,
  }
}

/** A refusal in the reader's words. */
export function sentence(c: AppContext, refusal: Refused): string {
  const own = words(c.var.language)
  const key = `refusal.${refusal.code}`
  return own.has(key) ? own.any(key, refusal.details) : frameWords(c.var.language).any(key, refusal.details)
}

/** Every field as it was sent. */
export function typedIn(body: Body): Record<string, string> {
  return Object.fromEntries(Object.keys(body).map((name) => [name, fieldText(body, name)]))
}
