import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archive, document, pdf, photograph, sound } from '../../../tests/server/samples.ts'
import { FILE_FAMILIES, type FileFamily } from '../../domain/form.ts'
import { examine } from './examine.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'examine-'))
})
afterAll(() => rm(folder, { recursive: true }))

const LIMITS = { accept: FILE_FAMILIES, maxFiles: 1, maxBytes: 5_000_000 }

/** The type a content is taken for, or the code of its refusal. */
async function verdict(content: Buffer, name = 'x', accept: readonly FileFamily[] = LIMITS.accept): Promise<string> {
  const path = join(folder, 'content')
  await writeFile(path, content)
  const outcome = await examine(path, name, { ...LIMITS, accept })
  return outcome.ok ? outcome.value.mediaType : outcome.code
}

test('a file is what its content says, whatever it is called', async () => {
  expect(await verdict(await photograph(), 'x.pdf')).toBe('image/jpeg')
  expect(await verdict(sound(), 'x.exe')).toBe('audio/wav')
  expect(await verdict(pdf(), 'x.png')).toBe('application/pdf')
  expect(await verdict(document(), 'x')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  expect(await verdict(Buffer.from('مشروع مسرح ظل\n'), 'x.txt')).toBe('text/plain')
  expect(await verdict(Buffer.from('a;b\n1;2\n'), 'x.csv')).toBe('text/csv')
})

test('a question takes the families it names, and no other', async () => {
  expect(await verdict(pdf(), 'x.jpg', ['image'])).toBe('file/kind')
  expect(await verdict(await photograph(), 'x.pdf', ['pdf'])).toBe('file/kind')
  expect(await verdict(Buffer.from('a'), 'x.pdf', ['pdf'])).toBe('file/kind')
})

test.each([
  ['an SVG drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['an SVG drawing behind its declaration', Buffer.from('<?xml version="1.0"?><svg/>')],
  ['a page', Buffer.from(' <!DOCTYPE html><script>alert(1)</script>')],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a program of Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
  ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(500)])],
  ['an archive', archive({ 'a.txt': Buffer.from('a') })],
  ['bytes of no kind', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])],
])('%s is taken by no question', async (_, content) => {
  expect(await verdict(content, 'photo.jpg')).toBe('file/kind')
})

test('a file that is two things at once is refused', async () => {
  const hidden = archive({ 'a.txt': Buffer.from('a') })
  expect(await verdict(Buffer.concat([await photograph(), hidden]))).toBe('file/two-things')
  expect(await verdict(Buffer.concat([await photograph(), Buffer.from('<script>alert(1)</script>')]))).toBe('file/two-things')
  expect(await verdict(Buffer.concat([sound(), pdf()]))).toBe('file/two-things')
  expect(await verdict(Buffer.concat([pdf(), hidden]))).toBe('file/two-things')
  expect(await verdict(Buffer.concat([sound(4_000_000), Buffer.from('<html><body>')]))).toBe('file/two-things')
})

test('a document that would unpack to fill the disk is refused unopened', async () => {
  expect(await verdict(document({ 'word/media/a.bin': Buffer.alloc(30_000_000) }))).toBe('file/archive-bomb')
  expect(await verdict(document({ 'word/a.bin': Buffer.alloc(10) }, () => 4_000_000_000))).toBe('file/archive-bomb')
  const many = Object.fromEntries(Array.from({ length: 3100 }, (_, at) => [`word/${at}.xml`, Buffer.from('x')]))
  expect(await verdict(document(many))).toBe('file/archive-bomb')
})

test('a document with an archive, a macro or damage in it is refused, each by its name', async () => {
  expect(await verdict(document({ 'word/embeddings/a.zip': Buffer.from('x') }))).toBe('file/archive-nested')
  expect(await verdict(document({ 'word/vbaProject.bin': Buffer.from('x') }))).toBe('file/archive-macros')
  expect(await verdict(document().subarray(0, -30))).toBe('file/archive-damaged')
})

test('a PDF behind a password, nothing, and too much are each said so', async () => {
  expect(await verdict(pdf('/Encrypt 5 0 R'))).toBe('file/locked')
  expect(await verdict(Buffer.alloc(0))).toBe('file/empty')
  expect(await verdict(sound(5_000_000))).toBe('file/too-heavy')
})

test('a picture of a billion pixels in a small file is refused undrawn', async () => {
  const wide = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect(wide.length).toBeLessThan(5_000_000)
  expect(await verdict(wide)).toBe('file/too-many-pixels')
}, 60_000)

test('a sound that lasts longer than its question lets it is refused by its length, one that fits is measured', async () => {
  const path = join(folder, 'content')
  await writeFile(path, sound(16_000 * 9))
  expect(await examine(path, 'x.wav', { ...LIMITS, maxSeconds: 8 })).toMatchObject({ code: 'file/too-long', details: { max: 8 } })
  expect(await examine(path, 'x.wav', { ...LIMITS, maxSeconds: 9 })).toMatchObject({ value: { seconds: 9 } })
})
