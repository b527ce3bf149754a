/** Posters, people, days, and what the public entry is made of. */
import type { Html } from '#html'
import { Avatar, Person } from '../avatar.tsx'
import { ButtonLink } from '../button.tsx'
import { Day } from '../day.tsx'
import { Facts, Strip } from '../facts.tsx'
import { Icon } from '../icons.tsx'
import { Poster, type PosterMotif } from '../poster.tsx'
import { Region } from '../region.tsx'
import { Scene } from '../scene.tsx'
import type { Shown } from './basics.tsx'
import { words } from './words/index.ts'

const POSTERS: readonly {
  readonly motif: PosterMotif
  readonly region: string
  readonly project: 'project.one' | 'project.two' | 'project.three'
}[] = [
  { motif: 'shadow', region: 'fes', project: 'project.one' },
  { motif: 'sound', region: 'ori', project: 'project.two' },
  { motif: 'voice', region: 'tta', project: 'project.three' },
]

export function Pictures({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack" id="pictures">
      <h2>{t('pictures')}</h2>
      <div class="night hero">
        <div class="wrap hero__in">
          <div class="stack">
            <p class="h3">{t('hero')}</p>
            <p class="lead">{t('about')}</p>
            <div class="actions">
              <ButtonLink kind="night" href="#pictures">
                {t('button.night')}
                <Icon name="arrow" flip />
              </ButtonLink>
            </div>
          </div>
        </div>
        <Scene />
      </div>
      <Strip
        facts={[
          { name: t('fact.deadline'), value: t('fact.deadline-value') },
          { name: t('fact.age'), value: t('fact.age-value') },
          { name: t('fact.places'), value: t('fact.places-value') },
        ]}
      />
      <ul class="grid grid--bill">
        {POSTERS.map(({ motif, region, project }) => (
          <li class="bill">
            <Poster seed={project} region={region} motif={motif} label={t('poster.label', { project: t(project) })} />
            <h3>
              <a href="#pictures">{t(project)}</a>
            </h3>
          </li>
        ))}
      </ul>
      <div class="pair pair--half">
        <Day number="26" above={t('day.month')}>
          <b>{t('day.place')}</b>
          <p class="sm muted">{t('day.time')}</p>
          <Region mark="tta">{t('region.tta')}</Region>
        </Day>
        <div class="row">
          <Person name={t('person.one')}>{t('person.role')}</Person>
          <Avatar name={t('form.file')} icon="doc" />
        </div>
      </div>
      <Facts columns={2} facts={[{ name: t('fact.places'), value: t('fact.places-value') }]} />
    </section>
  )
}
