import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const event = {
  uid: 'session-1@kawaliss.example',
  at: new Date('2024-03-07T17:30:00Z'),
  title: 'لقاء إخباري',
  place: 'Fès, dar chabab; salle 2',
  text: 'Line one\nLine two',
  url: 'https://kawaliss.example/fr/calls/2024',
}
const made = new Date('2024-02-20T10:00:00.123Z')

test('an event stands at its instant, with what was typed kept from beginning a line', () => {
  const lines = calendarFile('Kawaliss', [event, { ...event, title: 'x\r\nATTENDEE:mailto:a@b.c' }], made).split('\r\n')
  expect(lines.slice(5, 14)).toEqual([
    'BEGIN:VEVENT',
    'UID:session-1@kawaliss.example',
    'DTSTAMP:20240220T100000Z',
    'DTSTART:20240307T173000Z',
    'SUMMARY:لقاء إخباري',
    'LOCATION:Fès\\, dar chabab\\; salle 2',
    'DESCRIPTION:Line one\\nLine two',
    'URL:https://kawaliss.example/fr/calls/2024',
    'END:VEVENT',
  ])
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([])
  expect(lines.at(-1)).toBe('')
})

test('no line is longer than 75 octets, no letter is cut, and unfolded it is what was written', () => {
  const title = 'حاضنة المشاريع الثقافية والإبداعية في أربع جهات 🎭 '.repeat(6)
  const text = calendarFile('Kawaliss', [{ ...event, title }], made)
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})
