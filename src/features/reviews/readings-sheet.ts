/** The readings of a stage as a sheet to take away: a line a reading, with the score first handed in and the one that counts. */
import type { Language } from '../../domain/language.ts'
import type { Sheet } from '../../platform/sheets/sheet.ts'
import type { ReadingLine } from './views.ts'
import { words } from './words/index.ts'

export function readingsSheet(lines: readonly ReadingLine[], regions: ReadonlyMap<string, string>, language: Language): Sheet {
  const t = words(language)
  return {
    name: t('desk.reviews'),
    columns: [
      { label: t('readings.number') },
      { label: t('plan.application') },
      { label: t('reviewers.region') },
      { label: t('readings.reader') },
      { label: t('readings.third') },
      { label: t('readings.first'), kind: 'number' },
      { label: t('readings.score'), kind: 'number' },
      { label: t('readings.changed-why') },
      { label: t('readings.mean'), kind: 'number' },
      { label: t('readings.spread-before'), kind: 'number' },
      { label: t('readings.spread'), kind: 'number' },
    ],
    rows: lines.flatMap((line) => {
      const scored = line.readings.filter(({ score }) => score !== null).length
      const file = [line.mean, scored < 2 ? null : (line.spreadBefore ?? line.spread), scored < 2 ? null : line.spread].map(asNumber)
      return line.readings.map(({ name, third, score, changed }) => [
        line.number,
        line.title,
        regions.get(line.region) ?? line.region,
        name,
        third ? t('readings.yes') : t('readings.no'),
        asNumber(changed === null ? score : changed.before),
        asNumber(score),
        changed?.reason ?? null,
        ...file,
      ])
    }),
  }
}

const asNumber = (points: string | null): number | null => (points === null ? null : Number(points))
