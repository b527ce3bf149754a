/** What the routes of the desk of support share: the room of the edition, sentences for what happened, what was typed. */
import type { Context } from 'hono'
import { words as frameWords } from '../../../design/words/index.ts'
import type { Refused } from '../../../domain/result.ts'
import { newId } from '../../../platform/database/id.ts'
import type { Body } from '../../../platform/input/form.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { words } from '../words/index.ts'

/** The desk of the edition in the address, for a viewer who has a place at it; null for anyone else. */
export function roomOf(c: Context<AppEnv>, to: string): Promise<StaffRoom | null> {
  const { db, now, language } = request(c)
  const slug = c.req.param('edition') ?? ''
  return staffFrame(db, signedIn(c), slug, language, `/desk/${slug}${to}`, now)
}

export function around(c: AppContext, room: StaffRoom, to: string) {
  return {
    language: c.var.language,
    frame: room.frame,
    path: `/desk/${room.edition.slug}${to}`,
    edition: room.edition.slug,
    zone: room.edition.zone,
    said: saidOf(c),
  }
}

/** The sentence of what was just done, once. */
export function saidOf(c: AppContext): string | undefined {
  const said = c.req.query('said')
  const t = words(c.var.language)
  return said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined
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

/** The values of a field that may be sent several times. */
export function sentAs(body: Body, name: string): string[] {
  const sent = body[name]
  return sent === undefined ? [] : typeof sent === 'string' ? [sent] : [...sent]
}

/** The three boxes of a day. */
export function boxesOf(name: string, day: string): Record<string, string> {
  const [year = '', month = '', number = ''] = day.split('-')
  return { [`${name}.day`]: String(Number(number)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year }
}

/** What a new form carries so that it makes one record, however often it is sent. */
export function freshId(now: Date): { name: 'id'; value: string } {
  return { name: 'id', value: newId(now) }
}

/** The instant a day begins in a zone. */
export function startOf(day: string, zone: string): Date {
  const start = promisedInstant({ wall: `${day}T00:00`, zone }, 'earlier')
  return start.ok ? start.instant : new Date(`${day}T00:00:00Z`)
}
