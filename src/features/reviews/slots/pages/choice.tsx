/** The applicant's page: the hour they hold, or the free ones to choose from. Works on any phone, without script. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Facts } from '../../../../design/facts.tsx'
import { ChoiceField } from '../../../../design/form/controls.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../../design/layout/public-page.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { Note } from '../../../../design/note.tsx'
import { isolated } from '../../../../platform/isolate.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { nationalPhone } from '../../../programme/index.ts'
import { clockLabel, formatDateTime } from '../../../../platform/time/time.ts'
import type { ChoiceView } from '../views.ts'
import { words } from '../words/index.ts'
import { whenOf } from './when.ts'

export interface ChoiceProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: ChoiceView
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function ChoicePage(props: ChoiceProps): Html {
  const { language, frame, path, view, said, refusal } = props
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('choice.title')} said={said} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head
        title={t('choice.title')}
        lead={<bdi>{view.title === '' ? view.number : view.title}</bdi>}
        eyebrow={inLanguage(view.edition.name, language).text}
      />
      {view.held !== null && <Held {...props} held={view.held} />}
      {view.held === null && !view.open && <p>{t('choice.closed')}</p>}
      {view.open && <Choose {...props} />}
      <p class="sm muted">{view.phone === null ? t('choice.write') : t('choice.call', { phone: isolated(nationalPhone(view.phone), language) })}</p>
    </ReadingPage>
  )
}

function Held({ view, held, language }: ChoiceProps & { held: NonNullable<ChoiceView['held']> }): Html {
  const t = words(language)
  const facts = [
    { name: t('fact.when'), value: <b>{whenOf(held, language, view.zone)}</b> },
    { name: t('fact.place'), value: /^https:\/\//.test(held.place) ? <a href={held.place}>{held.place}</a> : <bdi>{held.place}</bdi> },
    { name: t('fact.number'), value: <bdi class="ltr num">{view.number}</bdi> },
  ]
  return (
    <section class="card stack">
      <h2>{t('choice.yours')}</h2>
      <Facts facts={facts} />
      <p class="sm muted">{t('choice.clock', { clock: clockLabel(held.from, view.zone, language) })}</p>
      {view.attended === null ? (
        <div class="actions">
          <ButtonLink kind="quiet" href={`/${language}/interviews/${view.application}/calendar.ics`}>
            {t('choice.calendar')}
          </ButtonLink>
        </div>
      ) : (
        <p>{t(view.attended ? 'choice.came' : 'choice.missed')}</p>
      )}
      {view.attended === null && held.changeUntil !== null && (
        <p>{t(view.open ? 'choice.until' : 'choice.over', { until: formatDateTime(held.changeUntil, language, view.zone) })}</p>
      )}
    </section>
  )
}

function Choose({ view, language }: ChoiceProps): Html {
  const t = words(language)
  const held = view.held !== null
  if (view.free.length === 0)
    return held ? (
      <Note>
        <p>{t('choice.no-other')}</p>
      </Note>
    ) : (
      <Empty title={t('choice.none')}>
        <p>{t('choice.none-hint')}</p>
      </Empty>
    )
  return (
    <form class="stack stack--lg" method="post" action={`/${language}/interviews/${view.application}/booking`} novalidate>
      {!held && <p>{t('choice.first')}</p>}
      <ChoiceField
        name="slot"
        label={t(held ? 'choice.other' : 'choice.which')}
        hint={t('choice.clock', { clock: clockLabel(view.free[0]?.from ?? new Date(0), view.zone, language) })}
        value=""
        options={view.free.map((one) => ({ value: one.slot, name: whenOf(one, language, view.zone), hint: one.place, hintDir: 'auto' as const }))}
      />
      <div class="actions">
        <Button kind={held ? 'quiet' : 'light'} size="lg">
          {t(held ? 'choice.change' : 'choice.take')}
        </Button>
      </div>
    </form>
  )
}
