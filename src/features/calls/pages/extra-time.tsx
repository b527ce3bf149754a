/** Who has more time in a call, until when, why; and giving it. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { ChoiceField, DateField, TextArea, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import { EXTRA_TIME_GROUNDS } from '../../../domain/extra-time.ts'
import type { Language } from '../../../domain/language.ts'
import { clockLabel, formatDateTime } from '../../../platform/time/time.ts'
import type { ExtraTimeLine, ExtraTimesView } from '../views.ts'
import { words } from '../words/index.ts'
import { promisedText } from './deadline.tsx'

export interface ExtraTimeProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly edition: string
  readonly view: ExtraTimesView
  /** As typed: `whom`, `until.day`, `until.time`, `ground`, `reason`. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly said?: string | undefined
  /** Why nobody can be given time now; null while somebody can. */
  readonly closed: string | null
}

export function ExtraTimePage(props: ExtraTimeProps): Html {
  const { language, frame, edition, view, errors, refusal, said, closed } = props
  const t = words(language)
  const names = { whom: t('extra-time.whom'), until: t('extra-time.until'), ground: t('extra-time.ground'), reason: t('extra-time.reason') }
  const deadline = view.deadline === null ? null : promisedText({ language, wall: view.deadline.wall, instant: view.deadline.at, zone: view.zone })
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={`/desk/${edition}/call/extra-time`}
      title={t('extra-time.title')}
      error={errors.length > 0 || refusal !== undefined}
      said={said}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={names} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/${edition}/call`}>{t('extension.back')}</BackLink>
        <Head title={t('extra-time.title')} lead={deadline === null ? t('extra-time.no-deadline') : t('extra-time.lead', { deadline })} />
      </div>
      <div class="pair pair--half">
        {closed === null ? (
          <Giving {...props} />
        ) : (
          deadline !== null && (
            <Card>
              <p>{closed}</p>
            </Card>
          )
        )}
        <Card title={t('extra-time.given')}>
          {view.lines.length === 0 ? (
            <p class="muted">{t('extra-time.none')}</p>
          ) : (
            <ul class="rows">
              {view.lines.map((line) => (
                <Given {...props} line={line} />
              ))}
            </ul>
          )}
        </Card>
      </div>
    </StaffPage>
  )
}

function Giving({ language, edition, view, values, errors }: ExtraTimeProps): Html {
  const t = words(language)
  const latest = formatDateTime(view.latest, language, view.zone)
  const value = (name: string): string => values[name] ?? ''
  return (
    <form class="card stack stack--lg" method="post" action={`/${language}/desk/${edition}/call/extra-time`} novalidate>
      <TextField
        name="whom"
        label={t('extra-time.whom')}
        hint={t('extra-time.whom-hint')}
        value={value('whom')}
        dir="ltr"
        autocomplete="off"
        error={errorOf(errors, 'whom')}
      />
      <DateField
        language={language}
        name="until"
        label={t('extra-time.until')}
        hint={t('extra-time.until-hint', { clock: clockLabel(view.latest, view.zone, language), latest })}
        error={errorOf(errors, 'until')}
        value={{ day: value('until.day'), month: value('until.month'), year: value('until.year') }}
        time={{ label: t('extension.time'), value: value('until.time') }}
      />
      <ChoiceField
        name="ground"
        label={t('extra-time.ground')}
        value={value('ground')}
        options={EXTRA_TIME_GROUNDS.map((ground) => ({ value: ground, name: t(`extra-time.ground.${ground}`) }))}
        error={errorOf(errors, 'ground')}
      />
      <TextArea
        language={language}
        name="reason"
        label={t('extra-time.reason')}
        hint={t('extra-time.reason-hint')}
        value={value('reason')}
        error={errorOf(errors, 'reason')}
        rows={3}
        short
      />
      <div class="actions">
        <Button kind="light">{t('extra-time.give')}</Button>
      </div>
    </form>
  )
}

const SHAPES: Readonly<Record<ExtraTimeLine['state'], StateShape>> = { 'not-begun': 'none', draft: 'draft', sent: 'done', withdrawn: 'no' }

function Given({ language, edition, view, line }: ExtraTimeProps & { line: ExtraTimeLine }): Html {
  const t = words(language)
  const until = promisedText({ language, wall: line.wall, instant: line.at, zone: view.zone })
  const by = t('extra-time.by', { by: line.by, at: formatDateTime(line.givenAt, language, view.zone, { style: 'day-month' }) })
  return (
    <li>
      <div class="stack stack--xs">
        <p class="row row--tight">
          <b>
            <bdi>{line.name === '' ? (line.address ?? '') : line.name}</bdi>
          </b>
          {line.number !== null && <bdi class="num ltr">{line.number}</bdi>}
          {line.recalledAt === null ? (
            <State is={SHAPES[line.state]}>{t(`extra-time.state.${line.state}`)}</State>
          ) : (
            <State is="no">{t('extra-time.state.recalled')}</State>
          )}
        </p>
        <p class="sm">{t('extra-time.until-line', { date: until })}</p>
        <p class="sm muted">
          {t(`extra-time.ground.${line.ground}`)} · <bdi>{line.reason}</bdi>
        </p>
        <p class="xs muted">{by}</p>
        {line.recalledAt === null && (line.state === 'draft' || line.state === 'not-begun') && (
          <form method="post" action={`/${language}/desk/${edition}/call/extra-time/removal`}>
            <input type="hidden" name="id" value={line.id} />
            <Button kind="text" size="sm">
              {t('extra-time.recall')}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}
