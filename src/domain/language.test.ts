import { expect, test } from 'vitest'
import { inScript } from './language.ts'

test('a place written in both scripts is read in the script of the reader', () => {
  expect(['ar', 'fr', 'en'].map((language) => inScript('Dar Idzekri, Tiznit / دار إد زكري، تزنيت', language as 'ar'))).toEqual([
    'دار إد زكري، تزنيت',
    'Dar Idzekri, Tiznit',
    'Dar Idzekri, Tiznit',
  ])
  expect(inScript('وجدة / Oujda', 'fr')).toBe('Oujda')
})

test('a place written once, twice in one script, or in more parts is given as it was written', () => {
  for (const place of ['', 'Rabat', 'فاس', 'Salle 2 / Salle 3', 'Fès / فاس / Fez', ' / فاس'])
    expect([inScript(place, 'ar'), inScript(place, 'fr')]).toEqual([place, place])
})
