import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { DocumentError, type Letter, type Receipt, renderPdf, type Tables } from './pdf.ts'
import { typeset } from './typesetter.ts'

const at = new Date('2024-05-06T17:20:00Z')

/**
 * What a search finds on each page: its pieces of text as they were drawn, without the marks that only set direction.
 * Arabic words come one by one, so that pieces are parted by a space where either side is Arabic.
 */
async function read(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    let text = ''
    for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.dir === 'rtl' ? ` ${item.str} ` : item.str
    pages.push(text.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[^\S\n]+/g, ' '))
  }
  await pdf.loadingTask.destroy()
  return pages
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}\p{N}\p{So}\u200d]+/u).filter((word) => word !== '')

/** Words of `text` that a reader cannot find in `found`. */
function missing(text: string, found: string): string[] {
  const words = new Set(wordsOf(found))
  return wordsOf(text).filter((word) => !words.has(word))
}

const sheet = {
  organisation: 'مسرح Atelier',
  funding: { text: 'Cofinancé par la Région' },
  verification: {
    sentence: 'À vérifier ici :',
    address: 'atelier.example/v/7',
    href: 'https://atelier.example/v/7',
    label: 'Empreinte',
    hash: '9be427d1c03f58aa',
  },
  foot: ['Document de travail.'],
}

const letter = (subject: string, paragraphs: Letter['body']): Letter => ({
  ...sheet,
  title: subject,
  addressee: ['Salma Ouhssain', 'Taza'],
  date: 'Rabat',
  reference: 'L-7',
  subject,
  body: paragraphs,
})

test.each([
  ['ar', 'تم اختيار مشروعك', 'اختارت اللجنة مشروعك من بين الطلبات المؤهلة بجهة فاس مكناس. ڭنون من أڭادير، والأثر الإيجابي كبير.'],
  ['fr', 'Votre projet est sélectionné', 'Le jury a retenu votre œuvre ; répondez d’ici le 13 mai, à 23 h 59, où que vous soyez.'],
  ['en', 'Your project is selected', 'The jury chose your project among 231 applications, 179 of them eligible.'],
] as const)('every word of a letter in %s can be searched and copied', async (language, subject, sentence) => {
  const [page, ...others] = await read(await renderPdf({ template: 'letter', data: letter(subject, [sentence]), language, at }))
  expect(others).toEqual([])
  expect(missing(`${subject} ${sentence}`, page as string)).toEqual([])
})

test('a phone, a reference and an e-mail keep their order inside an Arabic sentence', async () => {
  const body = ['الهاتف \u2066+212 600-000000\u2069 والمرجع \u2066KW-2024-0187\u2069 والبريد \u2066salma@example.org\u2069.']
  const [page] = await read(await renderPdf({ template: 'letter', data: letter('رسالة', body), language: 'ar', at }))
  for (const value of ['+212 600-000000', 'KW-2024-0187', 'salma@example.org', '9be4 27d1 c03f 58aa', 'atelier.example/v/7'])
    expect(page).toContain(value)
})

test('the same data and time give the same bytes; another time gives others', async () => {
  const print = (when: Date) => renderPdf({ template: 'letter', data: letter('Objet', ['Texte']), language: 'fr', at: when })
  const first = await print(at)
  await renderPdf({ template: 'letter', data: letter('Autre', ['Autre']), language: 'ar', at })
  expect(await print(new Date(at))).toEqual(first)
  expect(await print(new Date(at.getTime() + 1000))).not.toEqual(first)
})

test('a file says its title, its language, its time, that it is archival and that it is tagged', async () => {
  const bytes = await renderPdf({ template: 'letter', data: letter('الموضوع', ['نص']), language: 'ar', at })
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info, metadata } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: 'الموضوع', Language: 'ar-MA', CreationDate: 'D:20240506172000Z' })
  expect(metadata?.get('pdfaid:part')).toBe('2')
  expect(metadata?.get('pdfaid:conformance')).toBe('A')
  expect((await pdf.getMarkInfo()) as unknown as Map<string, boolean>).toEqual(
    new Map([
      ['Marked', true],
      ['UserProperties', false],
      ['Suspects', false],
    ]),
  )
  await pdf.loadingTask.destroy()
})

const HOSTILE = [
  '#panic("x") #image("/etc/passwd") #sys.inputs',
  '$x^2$ *gras* _it_ `code` <label> @ref = titre // commentaire /* x */',
  '] ) } \\ \\u{41} "guillemets" \'x\' #[ #{',
  '{"strong":"x"} $(1+1)$ {{page}} %s',
]

test.each(HOSTILE)('marks of the template language are printed as they were typed: %s', async (text) => {
  const [page] = await read(
    await renderPdf({ template: 'letter', data: letter(text, [text, { list: [text] }, { facts: [[text, text]] }]), language: 'fr', at }),
  )
  const found = (page as string).replace(/\s+/g, ' ').split(text).length - 1
  expect(found).toBe(['subject', 'paragraph', 'list', 'label', 'value'].length)
})

test('halves of characters, controls, unknown scripts, emoji and Tifinagh are printed or replaced, and the rest of the letter stays', async () => {
  const text = 'début \ud83c \u0000\u0007 \u202eoverride\u202c \u2066ouvert 漢字 🎭 👩‍🎨 ⵜⴰⵎⴰⵣⵉⵖⵜ \ufeff\ue000 ⵣ\u064e e\u064e fin'
  const [page] = await read(await renderPdf({ template: 'letter', data: letter('Objet', [text, 'الفقرة الثانية']), language: 'fr', at }))
  expect(missing('début override ouvert \ufffd\ufffd 🎭 ⵜⴰⵎⴰⵣⵉⵖⵜ fin الفقرة الثانية', page as string)).toEqual([])
  expect(page).not.toContain('\u202e')
})

test('a word without end breaks inside the page, in a paragraph as in a cell', async () => {
  const word = 'm'.repeat(400)
  const table = {
    columns: [
      { label: 'A', width: 1 },
      { label: 'B', width: 1 },
      { label: 'C', width: 1 },
    ],
    rows: [[word, word, 'fin']],
  }
  const bytes = await renderPdf({ template: 'letter', data: letter('Objet', [word, { table }]), language: 'fr', at })
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const width = page.getViewport({ scale: 1 }).width
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue
      expect(item.transform[4]).toBeGreaterThan(0)
      expect(item.transform[4] + item.width).toBeLessThan(width)
    }
  }
  await pdf.loadingTask.destroy()
})

test('minutes run over several pages: each repeats the head of its table and has its number, the boxes to sign come last', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => [`KW-${at + 1}`, 'دار الظل', '84,5'])
  const minutes: Tables = {
    ...sheet,
    title: 'محضر',
    date: 'الرباط',
    reference: 'PV-1',
    pages: 'الصفحة {page} من {pages}',
    body: [
      { heading: 'اللائحة' },
      { table: { columns: [{ label: 'الرقم' }, { label: 'المشروع', width: 1 }, { label: 'النقطة', align: 'end' }], rows } },
    ],
    signatures: { title: 'التوقيعات', boxes: [{ name: 'ليلى', role: 'الرئيسة' }] },
  }
  const pages = await read(await renderPdf({ template: 'table', data: minutes, language: 'ar', at }))
  expect(pages.length).toBeGreaterThan(2)
  for (const [index, page] of pages.entries()) {
    expect(missing('الصفحة من', page)).toEqual([])
    expect(page).toContain(String(index + 1))
    if (page.includes('KW-')) expect(missing('الرقم المشروع النقطة', page)).toEqual([])
  }
  expect(rows.filter(([number]) => !pages.some((page) => missing(number as string, page).length === 0))).toEqual([])
  expect(missing('التوقيعات ليلى الرئيسة', pages.at(-1) as string)).toEqual([])
})

test('a receipt prints number, time, each question with its answer, and the whole hash', async () => {
  const value = '9be427d1c03f58aa7c1f0b94e2a853d641b79a0ec85d2f636be1d47098fa1c3e'
  const receipt: Receipt = {
    ...sheet,
    title: 'Candidature reçue',
    number: { label: 'Numéro', value: 'KW-2024-0187' },
    time: { label: 'Heure', value: '31 mars 2024, 21:47:08', note: 'UTC+00:00' },
    facts: [['Téléphone', '+212 600-000000']],
    sections: [
      {
        title: 'Projet',
        answers: [
          { question: 'Quoi ?', answer: 'Un théâtre.\n\nدار لمسرح الظل في تازة.' },
          { question: 'Combien ?', answer: [{ table: { columns: [{ label: 'Poste' }], rows: [['Cuir']] } }] },
        ],
      },
    ],
    hash: { title: 'Empreinte', sentence: 'Elle prouve.', value },
  }
  const [page] = await read(await renderPdf({ template: 'receipt', data: receipt, language: 'fr', at }))
  for (const text of ['KW-2024-0187', '31 mars 2024, 21:47:08', 'UTC+00:00', '+212 600-000000', 'Quoi ?', 'Un théâtre.', 'Poste', 'Cuir'])
    expect(page).toContain(text)
  expect(missing('دار لمسرح الظل في', page as string)).toEqual([])
  expect((page as string).replace(/\s/g, '')).toContain(value)
})

test('a picture given with the data is printed; a template can read nothing outside its folder', async () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>')
  const data = { ...letter('Objet', ['Texte']), mark: { bytes: svg, format: 'svg' as const, alt: 'Marque' } }
  const withMark = await renderPdf({ template: 'letter', data, language: 'fr', at })
  expect(withMark).not.toEqual(await renderPdf({ template: 'letter', data: letter('Objet', ['Texte']), language: 'fr', at }))
  const outside = renderPdf({ template: { source: '#read("/../../../../../package.json")' }, data: {}, language: 'fr', at })
  await expect(outside).rejects.toThrow(DocumentError)
})

test('a fault of a template is told without the data, and the next document is printed', async () => {
  const source = '#let it = json(bytes(sys.inputs.d))\n#it.absent'
  const fault = await renderPdf({ template: { source }, data: { secret: 'Salma' }, language: 'fr', at }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(DocumentError)
  expect(String(fault)).not.toContain('Salma')
  const pages = await read(await renderPdf({ template: { source: '#import "page.typ": *\nBonjour' }, data: {}, language: 'fr', at }))
  expect(pages.join('').trim()).toBe('Bonjour')
})

test('a document that never ends is stopped, and the next one is printed', async () => {
  const source = '#let n = 0\n#for a in range(100000) { for b in range(100000) { n += 1 } }'
  const endless = typeset({ template: { source }, data: '{}', language: 'fr', seconds: 0, files: new Map() }, 1_000)
  await expect(endless).rejects.toThrow('more than 1 second')
  const pages = await read(await renderPdf({ template: 'letter', data: letter('Après', ['Texte']), language: 'fr', at }))
  expect(pages).toHaveLength(1)
})
