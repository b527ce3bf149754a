/** The two faces of a mail: HTML and plain text, with the same words. */
import { escapeHtml, type Html, trusted } from '#html'
import { direction } from '../../domain/language.ts'
import { isolated, readsFromRight } from '../isolate.ts'
import type { Mail, Paragraph } from './message.ts'
import { style } from './style.ts'

/** Name of the emblem among the parts of a sent mail. */
export const EMBLEM = 'emblem'

/** How a fingerprint is read aloud and compared: in groups of four. */
function hashWords(value: string): string {
  return `SHA-256 ${value.replace(/\s/g, '').replace(/.{4}(?=.)/g, '$& ')}`
}

function Value({ text }: { text: string }): Html {
  return readsFromRight(text) ? <bdi>{text}</bdi> : <bdi dir="ltr">{text}</bdi>
}

function Part({ part, first, reference }: { part: Paragraph; first: boolean; reference: string | undefined }): Html {
  if (typeof part === 'string') return <p>{part}</p>
  if ('heading' in part) return first ? <h1>{part.heading}</h1> : <h2>{part.heading}</h2>
  if ('action' in part) {
    return (
      <p>
        <a class="a" href={part.action.href}>
          {part.action.label}
        </a>
      </p>
    )
  }
  if ('hash' in part) {
    return (
      <>
        <p class="s">{part.hash.label}</p>
        <p class="k">{hashWords(part.hash.value)}</p>
      </>
    )
  }
  if ('facts' in part) {
    return (
      <dl>
        {part.facts.map(([label, value]) => [
          <dt>{label}</dt>,
          <dd class={value === reference ? 'n' : null}>
            <Value text={value} />
          </dd>,
        ])}
      </dl>
    )
  }
  const items = part.list.map((item) => <li>{item}</li>)
  return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function Funding({ funding, emblem }: { funding: NonNullable<Mail['funding']>; emblem: string }): Html {
  // Written out because pages refuse the scheme cid:, which only mail knows.
  const picture = funding.emblem && trusted(`<img src="${escapeHtml(emblem)}" width="54" alt="${escapeHtml(funding.emblem.alt)}">`)
  return (
    <div class="f">
      {picture}
      <span class="s">{funding.text}</span>
    </div>
  )
}

function page(mail: Mail, subject: string, emblem: string): Html {
  const dir = direction(mail.language)
  return (
    <html lang={mail.language} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
        {trusted(`<style>${style}</style>`)}
      </head>
      <body>
        {/* Readers of mail drop the attributes of html and body: language and direction are said again. */}
        <div class="mail" lang={mail.language} dir={dir}>
          <div class="h">{mail.organisation}</div>
          <div class="b">
            {mail.paragraphs.map((part, at) => (
              <Part part={part} first={at === 0} reference={mail.reference} />
            ))}
          </div>
          {mail.funding && <Funding funding={mail.funding} emblem={emblem} />}
          {(mail.foot ?? []).map((line) => (
            <p class="s">{typeof line === 'string' ? line : <a href={line.href}>{line.label}</a>}</p>
          ))}
        </div>
      </body>
    </html>
  )
}

/** A part in plain text. An address stands alone on its line: marks beside it would be taken for a part of it. */
function plain(part: Paragraph, mail: Mail): string {
  if (typeof part === 'string') return part
  if ('heading' in part) return part.heading
  if ('action' in part) return `${part.action.label}\n${part.action.href}`
  if ('hash' in part) return `${part.hash.label}\n${hashWords(part.hash.value)}`
  if ('facts' in part)
    return part.facts.map(([label, value]) => `${label}${mail.language === 'fr' ? '\u00a0' : ''}: ${isolated(value, mail.language)}`).join('\n')
  return part.list.map((item, at) => `${part.ordered ? `${at + 1}.` : '-'} ${item}`).join('\n')
}

function plainText(mail: Mail): string {
  const foot = (mail.foot ?? []).map((line) => (typeof line === 'string' ? line : `${line.label}\n${line.href}`))
  const end = [...(mail.funding ? [mail.funding.text] : []), ...foot]
  const parts = [mail.organisation, ...mail.paragraphs.map((part) => plain(part, mail))]
  return `${parts.join('\n\n')}\n${end.length > 0 ? `\n--\u0020\n${end.join('\n\n')}\n` : ''}`
}

/** The subject with its reference, on one line. */
export function subjectOf(mail: Pick<Mail, 'subject' | 'reference' | 'language'>): string {
  const line = oneLine(mail.subject)
  const reference = oneLine(mail.reference ?? '')
  const marked = isolated(reference, mail.language)
  if (line.includes(marked)) return line
  return line.includes(reference) ? line.replace(reference, () => marked) : `${line} ${marked}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * Writes a mail out. The emblem is an attached part when the mail is `sent`, and lies in the page itself when it is
 * `shown` (a preview, the demo mailbox), where no part exists.
 */
export function renderMail(mail: Mail, emblem: 'sent' | 'shown' = 'sent'): RenderedMail {
  const subject = subjectOf(mail)
  const shown = mail.funding?.emblem && `data:image/png;base64,${Buffer.from(mail.funding.emblem.png).toString('base64')}`
  const source = emblem === 'shown' && shown ? shown : `cid:${EMBLEM}`
  return { subject, text: plainText(mail), html: `<!doctype html>\n${page(mail, subject, source).markup}` }
}
