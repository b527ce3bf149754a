import { expect, test } from 'vitest'
import { cleanFileName, disposition } from './file-name.ts'

test.each([
  ['صوت الحلقة.mp3', 'صوت الحلقة.mp3'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\salma\\photo.jpg', 'photo.jpg'],
  ['a\0b.pdf', 'ab.pdf'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['..', 'file'],
  ['', 'file'],
  ['a"b<c>.txt', 'a b c .txt'],
  ['.htaccess', 'htaccess'],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('a name of any length is cut between letters, and keeps its ending', () => {
  const name = cleanFileName(`${'حكاية'.repeat(100)}.mp3`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
  expect(name.endsWith('.mp3')).toBe(true)
  expect(name.isWellFormed()).toBe(true)
})

test('a name is sent in ASCII and as it is, and cannot end its header', () => {
  expect(disposition('inline', 'صوت "1"\r\nX: y.mp3')).toMatch(/^inline; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\x21-\x7e]*$/)
})
