/** Colours, buttons, states, what is missing or late, and the two scales of type. */
import type { Html } from '#html'
import type { Language } from '../../domain/language.ts'
import { Button, ButtonLink, ClosedButton } from '../button.tsx'
import { Empty } from '../empty.tsx'
import { Loading } from '../loading.tsx'
import { Note } from '../note.tsx'
import { Region } from '../region.tsx'
import { State } from '../state.tsx'
import { words } from './words/index.ts'

export interface Shown {
  readonly language: Language
}

const COLOURS = [
  'page',
  'surface',
  'ink',
  'ink-2',
  'line-strong',
  'action',
  'light',
  'light-soft',
  'ok',
  'bad',
  'night',
  'night-3',
  'reg-tta',
  'reg-ori',
  'reg-fes',
  'reg-sou',
] as const

export function Colours({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack" id="colours">
      <h2>{t('colours')}</h2>
      <ul class="grid grid--xs">
        {COLOURS.map((colour) => (
          <li class="sw">
            <svg aria-hidden="true" viewBox="0 0 60 40" preserveAspectRatio="none">
              <rect width="60" height="40" fill={`var(--${colour})`}></rect>
            </svg>
            <b>{t(`colour.${colour}`)}</b>
            <code dir="ltr">{`--${colour}`}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Buttons({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack" id="buttons">
      <h2>{t('buttons')}</h2>
      <form class="row" method="get" action={`/${language}/design`}>
        <Button kind="light">{t('button.light')}</Button>
        <Button>{t('button.action')}</Button>
        <ButtonLink kind="quiet" href="#buttons">
          {t('button.quiet')}
        </ButtonLink>
        <ButtonLink kind="text" href="#buttons">
          {t('button.text')}
        </ButtonLink>
        <Button kind="bad">{t('button.bad')}</Button>
        <Button busy>{t('button.busy')}</Button>
        <ClosedButton why="closed-why">{t('button.closed')}</ClosedButton>
        <ButtonLink kind="quiet" size="sm" href="#buttons">
          {t('button.small')}
        </ButtonLink>
        <ButtonLink kind="quiet" size="lg" href="#buttons">
          {t('button.large')}
        </ButtonLink>
      </form>
      <p class="sm muted" id="closed-why">
        {t('button.closed-why')}
      </p>
    </section>
  )
}

const STATES = ['none', 'draft', 'done', 'alert', 'lock', 'wait', 'yes', 'reserve', 'no'] as const
export const REGIONS = ['tta', 'fes', 'ori', 'sou'] as const

export function States({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack" id="states">
      <h2>{t('states')}</h2>
      <div class="row">
        {STATES.map((state) => (
          <State is={state}>{t(`state.${state}`)}</State>
        ))}
        <State is="yes" bare>
          {t('state.yes')}
        </State>
      </div>
      <div class="row">
        {REGIONS.map((region) => (
          <Region mark={region}>{t(`region.${region}`)}</Region>
        ))}
      </div>
    </section>
  )
}

export function Failures({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack">
      <h2>{t('failures')}</h2>
      <Empty title={t('empty.title')} ghost>
        <p class="sm">{t('empty.text')}</p>
        <a href="#buttons">{t('empty.link')}</a>
      </Empty>
      <Loading label={t('loading')} />
      <Note is="bad">
        <b>{t('failure.title')}</b> {t('failure.text')} <a href="#buttons">{t('failure.link')}</a>
      </Note>
      <Note>{t('note.info')}</Note>
      <Note is="wait">{t('note.wait')}</Note>
      <Note is="ok">{t('note.ok')}</Note>
    </section>
  )
}

/** Both scales stand side by side whatever the language of the page: Arabic is drawn larger. */
export function Scales(): Html {
  return (
    <div class="pair pair--half">
      <Scale language="ar" title="scale.ar" />
      <Scale language="fr" title="scale.latin" />
    </div>
  )
}

function Scale({ language, title }: Shown & { title: 'scale.ar' | 'scale.latin' }): Html {
  const t = words(language)
  return (
    <div class="card stack" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <h2>{t(title)}</h2>
      <p class="lead">{t('lead')}</p>
      <p>{t('field.tell-value')}</p>
      <p class="sm muted">
        {t('person.one')} · {t('day.time')} · <span lang="zgh">{t('scale.tifinagh')}</span>
      </p>
    </div>
  )
}
