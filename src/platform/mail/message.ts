/** A mail as the programme writes it: words in one language, without markup. What it looks like is decided in render.tsx. */
import type { Language } from '../../domain/language.ts'

/** A piece of a mail; the outbox stores them as JSON. A string is a paragraph of running text. */
export type Paragraph =
  | string
  /** The first part of a mail, if a heading, is its title. */
  | { readonly heading: string }
  | { readonly list: readonly string[]; readonly ordered?: boolean }
  /** A button; at most one in a mail. */
  | { readonly action: { readonly label: string; readonly href: string } }
  /** Label and value. The value that is the mail's reference is set large. */
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  /** A SHA-256 in hexadecimal. */
  | { readonly hash: { readonly label: string; readonly value: string } }

export interface MailAttachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Mail {
  /** Unique and the same at each attempt: receivers recognise a mail sent twice by its Message-ID. */
  readonly id: string
  readonly to: { readonly address: string; readonly name?: string }
  readonly language: Language
  /** Name above the mail and of its sender. */
  readonly organisation: string
  readonly subject: string
  /** Added to the subject unless it is there already, isolated so that it keeps its order in Arabic. */
  readonly reference?: string
  readonly paragraphs: readonly Paragraph[]
  /** A sentence under the mail with the emblem of who pays, in PNG. */
  readonly funding?: { readonly text: string; readonly emblem?: { readonly png: Uint8Array; readonly alt: string } }
  /** Why the reader gets this mail, and links to change that. */
  readonly foot?: readonly (string | { readonly label: string; readonly href: string })[]
  /** A transactional mail answers an act of its reader and cannot be unsubscribed; an announcement always can. */
  readonly kind: 'transactional' | 'announcement'
  /** Address that unsubscribes at a POST without login, cookie or redirect (RFC 8058). Announcements are refused without it. */
  readonly listUnsubscribe?: string
  readonly attachments?: readonly MailAttachment[]
}
