/** Where mail leaves. A mail that could not leave is a value, not a throw: the caller writes down what became of it. */
import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'
import { domainOf, headerText, headersOf, isMailbox } from './headers.ts'
import type { Mail } from './message.ts'
import { EMBLEM, renderMail } from './render.tsx'

/**
 * What became of a mail at one attempt. `kept`: there is no way out, it stays in the mailbox of the demo. `delayed`: try
 * again later. `failed`: the same mail would be refused again. `detail` is a code, never an address or a text.
 */
export type Delivery = { readonly outcome: 'sent' | 'kept' | 'delayed' | 'failed'; readonly detail: string }

export interface MailTransport {
  deliver(mail: Mail, at: Date): Promise<Delivery>
  close(): void
}

const SECONDS = 1000
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/

/** Settings of the way out. Away from this machine TLS is required; `?requireTLS=false` in the address is a decision of the operator. */
function way(smtpUrl: string): Transporter {
  const url = new URL(smtpUrl)
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    requireTLS: url.searchParams.get('requireTLS') !== 'false' && url.protocol === 'smtp:' && !LOOPBACK.test(url.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

const MEDIA_TYPE = /^[a-z]+\/[\w.+-]+$/i

/** The mail in nodemailer's words. */
function envelope(mail: Mail, from: string, at: Date) {
  const { subject, text, html } = renderMail(mail)
  const emblem = mail.funding?.emblem
  const parts = (mail.attachments ?? []).map(({ name, mediaType, bytes }) => ({
    filename: headerText(name).replace(/[/\\]/g, '_'),
    contentType: MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream',
    content: Buffer.from(bytes),
  }))
  return {
    from: { name: headerText(mail.organisation), address: from },
    to: { name: headerText(mail.to.name ?? ''), address: mail.to.address },
    subject: headerText(subject),
    date: at,
    messageId: `<${mail.id.replace(/[^A-Za-z0-9-]/g, '')}@${domainOf(from)}>`,
    headers: headersOf(mail),
    text,
    html,
    attachments: [
      ...parts,
      ...(emblem
        ? [{ filename: 'emblem.png', cid: EMBLEM, contentType: 'image/png', contentDisposition: 'inline' as const, content: Buffer.from(emblem.png) }]
        : []),
    ],
  }
}

interface Refusal {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

/**
 * Only a refusal of this recipient or this content is final. A server out of reach, a wrong password or a sender the
 * server does not know are the operator's to mend: those mails wait.
 */
export function deliveryOf(error: unknown): Delivery {
  const { code = 'unknown', responseCode, response, command } = (error ?? {}) as Refusal
  const enhanced = response?.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0]
  const detail = [code, responseCode, enhanced].filter((part) => part !== undefined).join(' ')
  const aboutThisMail = (code === 'EENVELOPE' && command === 'RCPT TO') || code === 'EMESSAGE'
  // 503 says the session went wrong, not the mail (RFC 5321, 4.2.4).
  const final = responseCode !== undefined && responseCode >= 500 && responseCode !== 503
  return { outcome: aboutThisMail && final ? 'failed' : 'delayed', detail }
}

/** The way out of this installation: SMTP when `smtpUrl` is set; otherwise mail stays in the outbox and nothing leaves. */
export function makeTransport(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailTransport {
  if (config.smtpUrl === null) return { deliver: async () => ({ outcome: 'kept', detail: '' }), close: () => {} }
  const out = way(config.smtpUrl)
  return {
    async deliver(mail, at) {
      if (!isMailbox(mail.to.address)) return { outcome: 'failed', detail: 'address' }
      const content = envelope(mail, config.mailFrom, at)
      try {
        await out.sendMail(content)
        return { outcome: 'sent', detail: '' }
      } catch (error) {
        return deliveryOf(error)
      }
    },
    close: () => out.close(),
  }
}
