/** A short message to the phone of somebody who wants them: that something waits, never what it says. */
import { type Language, LANGUAGES } from '../../domain/language.ts'
import { DAY_BEGINS, isQuiet, phoneText } from '../../domain/text-message.ts'
import type { Trx } from '../../platform/database/database.ts'
import { newId } from '../../platform/database/id.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import { nextDay } from '../../platform/sms/day.ts'
import { words } from './words/index.ts'

export type PhoneNews =
  /** A call closes soon and a draft waits; `at` is the deadline in words of each language. */
  | { readonly what: 'deadline'; readonly at: Readonly<Record<Language, string>> }
  /** Something in a file is to be mended before a day. */
  | { readonly what: 'correction'; readonly by: Readonly<Record<Language, string>> }
  /** An answer has come; which, stands on the page and in the mail. */
  | { readonly what: 'results' }
  /** A letter about an application has come, before the results. */
  | { readonly what: 'eligibility' }
  /** An answer is waited for until a moment; to what, stands on the page. */
  | { readonly what: 'offer'; readonly by: Readonly<Record<Language, string>> }

export interface PhoneMessage {
  readonly organisation: string
  readonly person: string
  /** Of the call it is about: the message leaves when it is day there. */
  readonly zone: string
  readonly news: PhoneNews
  /** The record it is about. */
  readonly object?: string
}

/**
 * Puts a message for a person's phone in the outbox, in the caller's transaction, in their language; it leaves between eight
 * in the morning and nine in the evening of its zone. Null when they want none. The link leads to their own page,
 * where they are asked to sign in: nothing of a decision or of a person is in it.
 */
export async function tellByPhone(trx: Trx, { organisation, person, zone, news, object }: PhoneMessage, now: Date): Promise<string | null> {
  const reader = await trx
    .selectFrom('phone_consent as k')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'k.organisation').onRef('p.id', '=', 'k.person'))
    .select(['k.phone', 'p.language'])
    .where('k.organisation', '=', organisation)
    .where('k.person', '=', person)
    .where('k.ended_at', 'is', null)
    .executeTakeFirst()
  if (reader === undefined) return null
  const { phone, language } = reader
  const id = newId(now)
  const content = [phoneText(sentence(news, language)), { action: { label: words(language)('text.open'), href: `/${language}/me` } }]
  await trx
    .insertInto('message')
    .values({
      organisation,
      id,
      kind: `sms-${news.what}`,
      channel: 'sms',
      zone,
      person,
      address: phone,
      language,
      subject: '',
      content: JSON.stringify(content),
      object: object ?? null,
      written_at: now,
    })
    .execute()
  await enqueue(trx, 'message-delivery', { organisation, message: id }, { at: nextDay(now, zone, isQuiet, DAY_BEGINS) })
  return id
}

function sentence(news: PhoneNews, language: Language): string {
  const t = words(language)
  if (news.what === 'deadline') return t('text.deadline', { at: news.at[language] })
  return news.what === 'correction' || news.what === 'offer' ? t(`text.${news.what}`, { by: news.by[language] }) : t(`text.${news.what}`)
}

/** The same moment in words of each language. */
export function inEach(word: (language: Language) => string): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, word(language)])) as Record<Language, string>
}
