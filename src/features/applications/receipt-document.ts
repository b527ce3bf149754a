/** The receipt as a document to keep: number, time, every answer, the hash and how to check it. In the language it was sent in, and the same bytes each time. */
import { inLanguage, type Language } from '../../domain/language.ts'
import { isTypesetterFree, renderPdf } from '../../platform/documents/pdf.ts'
import { qrPicture } from '../../platform/qr.ts'
import { isRushed } from '../../platform/rush.ts'
import { formatDateTime } from '../../platform/time/time.ts'
import { formatBytes } from '../../platform/words/format.ts'
import { helpedText } from './pages/assistance.tsx'
import { correctedFact } from './receipt-mail.ts'
import { sheetOf } from './sheet.ts'
import type { ReceiptView } from './views.ts'
import { words } from './words/index.ts'
import { zoneText } from './zone-text.ts'

/** Documents made last: the receipt page says what they weigh, and most are opened right after it. */
const KEPT = 24
const kept = new Map<string, Uint8Array>()

/** The document of a submission. `origin` is where its check page is found. */
export async function receiptDocument(view: ReceiptView, origin: string): Promise<Uint8Array> {
  const key = keyOf(view)
  const known = kept.get(key)
  if (known !== undefined) return known
  const bytes = await renderPdf({
    template: 'receipt',
    language: view.language,
    at: view.correctedAt ?? view.submittedAt,
    data: receiptData(view, origin),
  })
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
  kept.set(key, bytes)
  return bytes
}

/** The holder's document is not that of the rest of the team, who read it without what the holder alone answers. */
function keyOf({ hash, withheld }: ReceiptView): string {
  return `${hash} ${Object.keys(withheld).length}`
}

/** Bytes of the document; null while others wait for theirs, or for their pages: after a deadline no page waits behind a thousand documents only to say a weight. */
export async function receiptWeight(view: ReceiptView, origin: string): Promise<number | null> {
  if (!kept.has(keyOf(view)) && (isRushed() || !isTypesetterFree())) return null
  return (await receiptDocument(view, origin)).length
}

function receiptData(view: ReceiptView, origin: string) {
  const { language } = view
  const t = words(language)
  const named = (text: ReceiptView['organisation']) => inLanguage(text, language).text
  const href = `${origin}/${language}/receipts/${view.hash}`
  return {
    title: t('pdf.title'),
    organisation: named(view.organisation),
    ...(view.funders.length === 0 ? {} : { funding: { text: view.funders.map(named).join(' · ') } }),
    pages: t('pdf.pages', { page: '{page}', pages: '{pages}' }),
    number: { label: t('receipt.number'), value: view.number },
    time: {
      label: t('receipt.time'),
      value: formatDateTime(view.submittedAt, language, view.call.zone, { seconds: true }),
      note: zoneText(view, language),
    },
    facts: [
      ...correctedFact(view),
      ...view.helped.map((one): [string, string] => [t('assistance.receipt'), helpedText(one, view.call, language)]),
      [t('receipt.project'), view.title],
      [t('receipt.holder'), view.holderName],
      [t('pdf.programme'), named(view.programme)],
      [t('pdf.edition'), named(view.edition.name)],
    ] as const,
    sections: [...answered(view), ...filesSent(view)],
    hash: { title: t('hash.title'), sentence: t('hash.text'), value: view.hash },
    verification: { sentence: t('pdf.verify'), address: href.replace(/^https?:\/\//, ''), href, code: qrPicture(href, t('pdf.code')) },
  }
}

function answered({ form, answers, lists, language, withheld }: ReceiptView) {
  const t = words(language)
  return sheetOf(form, answers, lists, language, { withheld }).map((group) => ({
    title: group.title,
    answers: group.rows.map((row) => ({ question: row.label, answer: row.text === '' ? t('check.not-answered') : row.text })),
  }))
}

/** Each file by its name, its weight and its own hash: who kept the file can show that it is the one that was sent. */
function filesSent({ files, form, language }: ReceiptView) {
  if (files.length === 0) return []
  const t = words(language)
  const labels = new Map(form.sections.flatMap(({ questions }) => questions.map(({ code, label }) => [code, inLanguage(label, language).text])))
  // A name stands on a line of its own: beside a weight, names in the other script would change places with it.
  const lines = files.map(({ question, name, bytes, sha256 }) => ({
    question: labels.get(question) ?? '',
    answer: [name, { small: formatBytes(bytes, language) }, { small: 'SHA-256' }, { hash: sha256 }],
  }))
  return [{ title: t('receipt.files'), answers: [...lines, { question: t('receipt.files-prove'), answer: [] }] }]
}

/** Name of the file: `receipt-KW-2024-0187.pdf`, in the language of the receipt. */
export function receiptFileName(number: string, language: Language): string {
  return `${words(language)('pdf.file', { number })}.pdf`
}
