import { describe, expect, test } from 'vitest'
import { findPlace, PROVINCES, provinceOf, provincesOf, REGIONS, regionOf, regionOfProvince } from './territory.ts'

describe('the territory of Morocco', () => {
  test('is 12 regions, 62 provinces and 13 prefectures, each in one region', () => {
    expect(REGIONS).toHaveLength(12)
    expect(PROVINCES.filter(({ kind }) => kind === 'province')).toHaveLength(62)
    expect(PROVINCES.filter(({ kind }) => kind === 'prefecture')).toHaveLength(13)
    expect(REGIONS.map(({ iso }) => provincesOf(iso).length)).toEqual([8, 8, 9, 7, 5, 9, 8, 5, 6, 4, 4, 2])
  })

  test('has a code of each kind and a name of each language for every place, none twice', () => {
    const places = [...REGIONS, ...PROVINCES]
    for (const code of ['iso', 'hcp'] as const) expect(new Set(places.map((place) => place[code])).size).toBe(87)
    for (const language of ['ar', 'fr', 'en'] as const) {
      expect(places.filter(({ name }) => name[language].trim() === '' || name[language].includes("'"))).toEqual([])
      expect(new Set(places.map(({ name }) => name[language])).size).toBe(87)
    }
  })

  test('follows the census and not the ISO table: the region is the head of the HCP code', () => {
    for (const province of PROVINCES) expect([province.iso, regionOfProvince(province.iso)?.hcp]).toEqual([province.iso, province.hcp.slice(0, 2)])
    expect(regionOfProvince('MA-CHT')?.iso).toBe('MA-09')
    expect(regionOfProvince('MA-NOU')?.iso).toBe('MA-06')
  })

  test('answers nothing for a code that is none', () => {
    expect([regionOf('MA-13'), provinceOf('MA-01'), regionOfProvince('MA-XXX'), regionOf('toString')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a place', () => {
  const found = (text: string) => findPlace(text).map(({ iso }) => iso)

  test('is found however it is spelt, in any language', () => {
    for (const text of ['ڭلميم', 'گلميم', 'كلميم', 'GUELMIM', 'guelmim']) expect([text, found(text)[0]]).toEqual([text, 'MA-GUE'])
    for (const text of ['أكادير إداوتنان', 'اكادير-ادا وتنان', 'agadir ida ou tanane']) expect([text, found(text)]).toEqual([text, ['MA-AGD']])
    for (const text of ['الناظور', 'الناضور', 'nador']) expect([text, found(text)]).toEqual([text, ['MA-NAD']])
    for (const text of ['mdiq', "M'diq", 'M’DIQ-FNIDEQ', 'المضيق']) expect([text, found(text)]).toEqual([text, ['MA-MDF']])
    for (const text of ['ben slimane', 'بن سليمان']) expect([text, found(text)]).toEqual([text, ['MA-BES']])
    for (const text of ['Tangier', 'tanger', 'طَنْجة']) expect([text, found(text)]).toEqual([text, ['MA-01', 'MA-TNG']])
    expect(found('laayoune')).toEqual(['MA-LAA', 'MA-11'])
    expect(found('kenitra')).toEqual(['MA-KEN', 'MA-04'])
  })

  test('comes first when its whole name was typed', () => {
    expect(found('fes')[0]).toBe('MA-FES')
    expect(found('العيون')[0]).toBe('MA-LAA')
  })

  test('is not found by nothing, nor by what it is not called', () => {
    expect([found(''), found(' - '), found('Lyon')]).toEqual([[], [], []])
  })
})
