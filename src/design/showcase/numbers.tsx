/** Figures with their references, bars with their least, the map with its numbers. */
import type { Html } from '#html'
import { Bar, Quota } from '../bar.tsx'
import { Card } from '../card.tsx'
import { Kpis } from '../figure.tsx'
import { RegionMap } from '../map.tsx'
import { More } from '../more.tsx'
import { Region } from '../region.tsx'
import { REGIONS, type Shown } from './basics.tsx'
import { words } from './words/index.ts'

const ISO = { tta: 'MA-01', fes: 'MA-03', ori: 'MA-02', sou: 'MA-09' } as const
const APPLICATIONS = { tta: 112, fes: 97, ori: 53, sou: 84 } as const

export function Numbers({ language }: Shown): Html {
  const t = words(language)
  const share = language === 'fr' ? '53 %' : '53%'
  const values = Object.fromEntries(REGIONS.map((region) => [ISO[region], { value: APPLICATIONS[region], name: t(`region.${region}`) }]))
  return (
    <section class="stack">
      <h2>{t('numbers')}</h2>
      <Kpis
        figures={[
          { value: '78', reference: 'F-101', href: '#numbers', says: t('number.projects') },
          { value: share, reference: 'F-102', href: '#numbers', says: t('number.women') },
          { value: '501 000', reference: 'F-104', href: '#numbers', says: t('number.money') },
          { value: '24', reference: null, says: t('fact.places') },
        ]}
      />
      <div class="pair pair--half">
        <Card title={t('number.places')} level={3} id="numbers">
          <Quota
            rows={REGIONS.map((region) => ({
              name: <Region mark={region}>{t(`region.${region}`)}</Region>,
              value: '6',
              region,
              share: region === 'ori' ? 0.5 : 0.75,
              tick: 0.75,
              ...(region === 'ori' ? { lit: 0.25 } : {}),
            }))}
          />
          <p class="mt5">
            <Bar share={0.44} soft thin />
          </p>
          <More summary={t('number.source')} open>
            <p class="sm">{t('number.source-text')}</p>
          </More>
        </Card>
        <Card title={t('number.map')} level={3}>
          <RegionMap values={values} label={t('number.map')} />
        </Card>
      </div>
    </section>
  )
}
