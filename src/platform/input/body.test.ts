import { describe, expect, test } from 'vitest'
import { readBody } from './body.ts'

const form = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  new Request('https://kawaliss.test/', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })

async function bodyOf(request: Request, limitBytes = 10_000) {
  const reading = await readBody(request, { limitBytes })
  return reading.ok ? { ...reading.body } : reading.reason
}

describe('the body of a form', () => {
  test('keeps every field as it was typed, and repeated fields as a list in their order', async () => {
    expect(await bodyOf(form('name=%D9%83%D9%88%D8%A7%D9%84%D9%8A%D8%B3+2&day=mon&day=tue&day=wed&empty='))).toEqual({
      name: 'كواليس 2',
      day: ['mon', 'tue', 'wed'],
      empty: '',
    })
  })

  test('may be multipart, without files; a file box left empty is passed over', async () => {
    const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW8'
    const part = (disposition: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`
    const multipart = (picture: string) => {
      const parts = [part('name="name"', 'كواليس'), part('name="day"', 'mon'), part('name="day"', 'tue'), picture, `--${boundary}--\r\n`]
      return form(parts.join(''), { 'content-type': `multipart/form-data; boundary=${boundary}` })
    }
    const emptyBox = 'name="picture"; filename=""\r\nContent-Type: application/octet-stream'
    expect(await bodyOf(multipart(part(emptyBox, '')))).toEqual({ name: 'كواليس', day: ['mon', 'tue'] })
    expect(await bodyOf(multipart(part('name="picture"; filename="x.png"\r\nContent-Type: image/png', 'x')))).toBe('file')
  })

  test('may be empty', async () => {
    expect(await bodyOf(new Request('https://kawaliss.test/', { method: 'POST' }))).toEqual({})
    expect(await bodyOf(form(''))).toEqual({})
  })

  test('has bytes that are no UTF-8 replaced', async () => {
    expect(await bodyOf(form('name=%ff%C3'))).toEqual({ name: '\ufffd\ufffd' })
    expect(await bodyOf(form(new Uint8Array([0x6e, 0x3d, 0xff])))).toEqual({ n: '\ufffd' })
  })

  test('is refused above its limit, whether its length was announced or not', async () => {
    expect(await bodyOf(form(`a=${'x'.repeat(98)}`), 100)).toEqual({ a: 'x'.repeat(98) })
    expect(await bodyOf(form(`a=${'x'.repeat(99)}`), 100)).toBe('too-large')
    expect(await bodyOf(form('a=1', { 'content-length': '101' }), 100)).toBe('too-large')
  })

  test('that never ends is left at the limit', async () => {
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('a=1&')),
      cancel: () => {
        cancelled = true
      },
    })
    const request = new Request('https://kawaliss.test/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit)
    expect(await bodyOf(request, 1000)).toBe('too-large')
    expect(cancelled).toBe(true)
  })

  test('has at most a thousand fields', async () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => `f${index}=1`).join('&')
    expect(Object.keys((await bodyOf(form(fields(1000)), 100_000)) as object)).toHaveLength(1000)
    expect(await bodyOf(form(fields(1001)), 100_000)).toBe('too-many-fields')
    const many = new FormData()
    for (let index = 0; index < 1001; index += 1) many.append('f', '1')
    expect(await bodyOf(new Request('https://kawaliss.test/', { method: 'POST', body: many }), 1_000_000)).toBe('too-many-fields')
  })

  test('names no field that reaches the prototype of objects', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) expect(await bodyOf(form(`a=1&${name}=x`))).toBe('forbidden-field')
    const reading = await readBody(form('toString=1'))
    expect(reading.ok && Object.getPrototypeOf(reading.body)).toBe(null)
  })

  test('is refused when it is no form, or a broken one', async () => {
    expect(await bodyOf(form('{}', { 'content-type': 'application/json' }))).toBe('media-type')
    expect(await bodyOf(form('a=1', { 'content-type': 'text/plain' }))).toBe('media-type')
    expect(await bodyOf(form('--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' }))).toBe('unreadable')
  })
})
