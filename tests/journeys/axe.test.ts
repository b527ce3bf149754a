/** What reads our pages for faults finds them: in Arabic, in the odd row of a long list, and says each of many like it twice. */
import { expect, test } from 'vitest'
import { axeFaults } from './axe.ts'
import { testBrowser } from './browser.ts'

const browser = testBrowser()
const FAINT = 'style="color: #ccc; background: #fff"'

async function faultsOf(body: string): Promise<string[]> {
  const page = await browser.device({ width: 390 })
  await page.setContent(
    `<!doctype html><html lang="ar" dir="rtl"><head><title>كواليس</title><style>a { display: inline-block; padding: 8px }</style></head><body><main><h1>كواليس</h1>${body}</main></body></html>`,
  )
  const faults = await axeFaults(page)
  await page.close()
  return faults
}

const rows = (count: number, row: (index: number) => string): string =>
  `<table><tbody>${Array.from({ length: count }, (_, index) => row(index)).join('')}</tbody></table>`

test('a page without a fault has none, however long its lists', async () => {
  expect(await faultsOf(rows(60, (index) => `<tr><td>السطر ${index}</td><td><a href="/${index}">افتح الملف ${index}</a></td></tr>`))).toEqual([])
})

test('faint Arabic text is found', async () => {
  expect(await faultsOf(`<p ${FAINT}>نص لا يكاد يُقرأ</p>`)).toEqual([expect.stringMatching(/^color-contrast: p /)])
})

test('in a long list the one row that is unlike the others is found, wherever it stands', async () => {
  const faults = await faultsOf(rows(60, (index) => `<tr><td ${index === 47 ? FAINT : ''}>السطر ${index}</td></tr>`))
  expect(faults).toEqual([expect.stringContaining('tr:nth-child(48)')])
})

test('a link without words among links with words is found', async () => {
  const faults = await faultsOf(rows(60, (index) => `<tr><td><a href="/${index}">${index === 31 ? '' : 'افتح'}</a></td></tr>`))
  expect(faults).toEqual([expect.stringMatching(/^link-name: a\[href="\/31"\]/)])
})

test('a fault that every row has is told of the first two', async () => {
  const faults = await faultsOf(rows(60, () => '<tr><td><img src="data:,"></td></tr>'))
  expect(faults.map((fault) => fault.split(': ')[0])).toEqual(['image-alt', 'image-alt'])
})
