/** Headers of a mail. Every value is one line: nothing that a person typed can add a header or a recipient (ASVS 1.3.11). */
import type { Mail } from './message.ts'

/** Text as a header may hold it: control characters and line separators become spaces. */
export function headerText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
}

/** One mailbox, nothing around it. Deliberately narrower than RFC 5322: no quotes, comments, lists or routes. */
const MAILBOX = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u

export function isMailbox(address: string): boolean {
  return MAILBOX.test(address) && !address.includes('..')
}

/** The domain of a sender's address, in which Message-IDs are made. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** Headers besides From, To, Subject, Date and Message-ID. Throws when an announcement cannot be unsubscribed. */
export function headersOf(mail: Mail): Record<string, string> {
  const headers: Record<string, string> = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': mail.language,
  }
  if (mail.kind === 'transactional') return headers
  const address = mail.listUnsubscribe
  if (address === undefined || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Error('an announcement needs an address that unsubscribes')
  }
  return {
    ...headers,
    'List-Unsubscribe': `<${new URL(address).href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  }
}
