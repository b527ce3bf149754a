import { expect, test } from 'vitest'
import { mayBePassword, mayTry, waitAfter } from './password.ts'

const owner = { email: 'amina.rami@example.ma', names: ['أمينة', 'الرامي', 'Amina', 'Rami'] }
const verdict = (password: string): string => {
  const result = mayBePassword(password, owner)
  return result.ok ? 'ok' : result.code
}

test('ten characters of any kind will do, in any script, with spaces: there is no rule about capitals and figures', () => {
  for (const good of ['trois chats gris', 'كتاب فوق السطح', 'correct horse battery', 'zxqv wmpt lk', '😀🎭🎨🎬🎧🎤🎻🥁🎺🎷', 'bleu-lampe-42'])
    expect([good, verdict(good)]).toEqual([good, 'ok'])
})

test('what is tried first is refused, whatever figures and signs stand around it', () => {
  const common = [
    'password123',
    'P@ssw0rd!!!',
    'motdepasse1',
    'azertyuiop',
    'qwertyuiop12',
    '1234567890',
    '0000000000',
    'abcabcabcabc',
    'iloveyou2024',
    'mohamed1990',
  ]
  for (const bad of [...common, 'كلمة السر 123', 'kawaliss2024', 'MarocMaroc1', 'bonjour bonjour', '9876543210', 'abcdefghijkl'])
    expect([bad, verdict(bad)]).toEqual([bad, 'password/too-common'])
})

test('the address and the names of the owner stand in no password of theirs', () => {
  for (const bad of ['amina.rami@example.ma', 'xx amina.rami xx', 'vive AMINA 2024', 'أمينة في البيت'])
    expect([bad, verdict(bad)]).toEqual([bad, 'password/holds-address'])
})

test('nine characters are too few and two hundred and one too many, as people count them', () => {
  expect([verdict('neuf gars'), verdict('é'.normalize('NFD').repeat(9)), verdict('a1é '.repeat(51))]).toEqual([
    'password/too-short',
    'password/too-short',
    'password/too-long',
  ])
})

test('the wait doubles with each wrong password and ends at a quarter of an hour: nobody is locked out', () => {
  expect([1, 4, 5, 6, 7, 8, 10, 11, 50].map((failures) => waitAfter(failures, 'address'))).toEqual([0, 0, 15, 30, 60, 120, 480, 900, 900])
  expect([40, 41].map((failures) => waitAfter(failures, 'network'))).toEqual([0, 15])
  const at = new Date('2026-11-28T10:00:00Z')
  const after = (seconds: number) => mayTry({ failures: 6, lastAt: at }, 'address', new Date(at.getTime() + seconds * 1000))
  expect([after(29).ok, after(30).ok]).toEqual([false, true])
})
