import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Catcher, startCatcher } from './catcher.ts'
import type { Mail } from './message.ts'
import { renderMail } from './render.tsx'
import { type MailTransport, makeTransport } from './send.ts'
import { styleSource } from './style.ts'

const at = new Date('2024-03-31T21:47:08Z')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

const receipt: Mail = {
  id: '018e96a1-0000-7000-8000-000000000001',
  to: { address: 'salma@example.org', name: 'سلمى أوحساين' },
  language: 'ar',
  organisation: 'كواليس',
  subject: 'وصلنا طلبك',
  reference: 'KW-2024-0187',
  paragraphs: [
    { heading: 'سلمى، وصلنا طلبك' },
    'مشروعك «دار الظل» بين أيدينا.',
    {
      facts: [
        ['رقم الوصل', 'KW-2024-0187'],
        ['الأجل', 'اليوم نفسه، 23:59 بتوقيت المغرب'],
        ['الهاتف', '+212 600-000000'],
      ],
    },
    { action: { label: 'افتحي الوصل وأجوبتك', href: 'https://kawaliss.example/ar/r/0187?a=1&b=2' } },
    { heading: 'ماذا بعد؟' },
    { list: ['إلى 8 أبريل: فحص الأهلية.', '6 ماي: الجواب وأسبابه.'], ordered: true },
    { hash: { label: 'بصمة الملف', value: '7c1f0b94e2a853d6' } },
  ],
  funding: { text: 'بتمويل مشترك من الاتحاد الأوروبي', emblem: { png, alt: 'علم الاتحاد الأوروبي' } },
  foot: ['تصلك هذه الرسالة لأنك أودعت طلباً.', { label: 'تُوقف من هنا', href: 'https://kawaliss.example/ar/mail' }],
  kind: 'transactional',
}

const plain: Mail = {
  ...receipt,
  language: 'fr',
  organisation: 'Atelier',
  subject: 'Bonjour',
  paragraphs: ['Texte'],
  foot: [],
  id: '018e96a1-0000-7000-8000-000000000002',
}

let catcher: Catcher
let transport: MailTransport
/** What the server turns down, while a test says so. */
const refusals = new Map<string, number>()

beforeAll(async () => {
  catcher = await startCatcher((what) => refusals.get(what) ?? null)
  transport = makeTransport({ smtpUrl: catcher.url, mailFrom: 'noreply@kawaliss.example' })
})
afterAll(async () => {
  transport.close()
  await catcher.stop()
})

async function sent(mail: Mail) {
  const before = catcher.mails.length
  expect(await transport.deliver(mail, at)).toEqual({ outcome: 'sent', detail: '' })
  return (await catcher.received(before + 1)).at(-1) as Awaited<ReturnType<Catcher['received']>>[number]
}

const header = (mail: Awaited<ReturnType<typeof sent>>, key: string) => mail.headers.filter((one) => one.key === key).map((one) => one.value)

test('an Arabic subject, names and text arrive as they were written, as text and as HTML', async () => {
  const mail = await sent(receipt)
  const rendered = renderMail(receipt)
  expect(mail.subject).toBe('وصلنا طلبك \u2066KW-2024-0187\u2069')
  expect(mail.from).toMatchObject({ name: 'كواليس', address: 'noreply@kawaliss.example' })
  expect(mail.to).toMatchObject([{ name: 'سلمى أوحساين', address: 'salma@example.org' }])
  expect(mail.text?.replace(/\r/g, '').trimEnd()).toBe(rendered.text.trimEnd())
  expect(mail.html?.replace(/\r/g, '').trimEnd()).toBe(rendered.html.trimEnd())
  expect(header(mail, 'content-type')[0]).toMatch(/^multipart\//)
  expect(new Date(mail.date as string)).toEqual(at)
})

test('a mail says that a machine wrote it, in which language, and has one Message-ID of our domain at each attempt', async () => {
  const mail = await sent(receipt)
  const again = await sent(receipt)
  expect(header(mail, 'auto-submitted')).toEqual(['auto-generated'])
  expect(header(mail, 'content-language')).toEqual(['ar'])
  expect(mail.messageId).toBe('<018e96a1-0000-7000-8000-000000000001@kawaliss.example>')
  expect(again.messageId).toBe(mail.messageId)
  expect(header(mail, 'list-unsubscribe')).toEqual([])
})

test('an announcement can be unsubscribed with one click, and is not sent without', async () => {
  const mail = await sent({ ...plain, kind: 'announcement', listUnsubscribe: 'https://kawaliss.example/u/a1b2>\r\nBcc: x@example.org' })
  expect(header(mail, 'list-unsubscribe')).toEqual(['<https://kawaliss.example/u/a1b2%3EBcc:%20x@example.org>'])
  expect(header(mail, 'list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
  await expect(transport.deliver({ ...plain, kind: 'announcement' }, at)).rejects.toThrow('unsubscribes')
})

const INJECTION = 'Objet\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>'

test('nothing typed into a name, a subject, a reference or a file name adds a header, a recipient or a body', async () => {
  const mail = await sent({
    ...plain,
    funding: { text: INJECTION },
    organisation: INJECTION,
    subject: INJECTION,
    reference: INJECTION,
    to: { address: 'salma@example.org', name: `${INJECTION}, other@example.org` },
    attachments: [{ name: `../${INJECTION}.pdf`, mediaType: 'application/pdf\r\nX-Injected: 1', bytes: new Uint8Array([1, 2]) }],
  })
  expect(mail.recipients).toEqual(['salma@example.org'])
  expect(mail.to).toHaveLength(1)
  expect(mail.bcc ?? []).toEqual([])
  expect(mail.headers.map(({ key }) => key)).toEqual([
    'auto-submitted',
    'x-auto-response-suppress',
    'content-language',
    'from',
    'to',
    'subject',
    'message-id',
    'date',
    'mime-version',
    'content-type',
  ])
  expect(mail.raw).not.toMatch(/^x-injected:/im)
  expect(mail.html).not.toContain('<script>')
  expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['.._Objet Bcc: victim@example.org <script>alert(1)<_script>.pdf', 'application/octet-stream'],
  ])
})

test.each([
  'a@example.org, b@example.org',
  'a@example.org\r\nRCPT TO:<b@example.org>',
  '<a@example.org>',
  'a b@example.org',
  'a',
  '@example.org',
  'a@b@c',
  '',
])('an address that is not one mailbox is never spoken to a server: %j', async (address) => {
  const before = catcher.mails.length
  expect(await transport.deliver({ ...plain, to: { address } }, at)).toEqual({ outcome: 'failed', detail: 'address' })
  expect(catcher.mails).toHaveLength(before)
})

test('the text holds every word of the HTML, values are isolated, and addresses stand bare on their line', () => {
  const { text, html } = renderMail(receipt)
  const body = html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]+>/g, '\n')
    .replace(/&amp;/g, '&')
  const words = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  expect(words.filter((line) => !text.includes(line))).toEqual([])
  expect(text).toContain('رقم الوصل: \u2066KW-2024-0187\u2069\n')
  expect(text).toContain('الهاتف: \u2066+212 600-000000\u2069\n')
  expect(text).toContain('الأجل: اليوم نفسه، 23:59 بتوقيت المغرب\n')
  expect(text).toContain('\nhttps://kawaliss.example/ar/r/0187?a=1&b=2\n')
})

test('the HTML is one column with its language and direction, values in their own direction, the lit action once', () => {
  const { html } = renderMail(receipt)
  expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/)
  expect(html).toContain('<div class="mail" lang="ar" dir="rtl">')
  expect(html).toContain('<dd class="n"><bdi dir="ltr">KW-2024-0187</bdi></dd>')
  expect(html).toContain('<dd><bdi>اليوم نفسه، 23:59 بتوقيت المغرب</bdi></dd>')
  expect(html.match(/class="a"/g)).toHaveLength(1)
  expect(html).not.toMatch(/<table|<script|style=|https?:\/\/(?!kawaliss\.example)/)
  expect(Buffer.byteLength(html)).toBeLessThan(7_000)
})

test('what a person typed is text in the HTML, and a dangerous address leads nowhere', () => {
  const { html } = renderMail({ ...plain, paragraphs: ['<b>gras</b> & "x"', { action: { label: 'Ouvrir', href: 'javascript:alert(1)' } }] })
  expect(html).toContain('<p>&lt;b&gt;gras&lt;/b&gt; &amp; &quot;x&quot;</p>')
  expect(html).not.toContain('javascript:')
})

test('the emblem travels with the mail, and lies in the page where the mail is shown', async () => {
  const mail = await sent(receipt)
  expect(mail.html).toContain('<img src="cid:emblem"')
  expect(mail.attachments).toHaveLength(1)
  expect(mail.attachments[0]).toMatchObject({ contentId: '<emblem>', mimeType: 'image/png', disposition: 'inline' })
  expect(renderMail(receipt, 'shown').html).toContain(`<img src="data:image/png;base64,${png.toString('base64')}"`)
})

test('a page that shows a mail can allow its style by name', async () => {
  const style = renderMail(plain).html.match(/<style>([\s\S]*)<\/style>/)?.[1] as string
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  expect(styleSource).toBe(`'sha256-${Buffer.from(digest).toString('base64')}'`)
})

test.each([
  ['salma@example.org', 550, 'failed', 'EENVELOPE 550 5.1.1'],
  ['salma@example.org', 450, 'delayed', 'EENVELOPE 450 4.1.1'],
  ['DATA', 554, 'failed', 'EMESSAGE 554 5.1.1'],
  ['DATA', 451, 'delayed', 'EMESSAGE 451 4.1.1'],
] as const)('a refusal of %s with %i is told as %s, by its codes only', async (what, code, outcome, detail) => {
  refusals.set(what, code)
  try {
    expect(await transport.deliver(plain, at)).toEqual({ outcome, detail })
  } finally {
    refusals.clear()
  }
})

test('a server out of reach delays the mail; no server at all keeps it', async () => {
  const gone = await startCatcher()
  await gone.stop()
  const nowhere = makeTransport({ smtpUrl: gone.url, mailFrom: 'noreply@kawaliss.example' })
  expect(await nowhere.deliver(plain, at)).toEqual({ outcome: 'delayed', detail: 'ESOCKET' })
  nowhere.close()
  const demo = makeTransport({ smtpUrl: null, mailFrom: 'noreply@kawaliss.example' })
  expect(await demo.deliver(plain, at)).toEqual({ outcome: 'kept', detail: '' })
})
