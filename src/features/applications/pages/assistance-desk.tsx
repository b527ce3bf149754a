/** Help at the desk: begun for somebody on the phone, in presence or on paper; and everybody who is helped. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { ChoiceField, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { ASSISTANCE_CHANNELS } from '../../../domain/assistance.ts'
import { inLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { AssistanceLine, AssistancesView } from '../views.ts'
import { words } from '../words/index.ts'

export const ASSISTANCE_FIELDS = ['number', 'email', 'phone', 'name_ar', 'name_latin', 'language', 'region', 'channel'] as const

export interface AssistanceDeskProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly edition: string
  readonly zone: string
  readonly view: AssistancesView
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function AssistanceDeskPage(props: AssistanceDeskProps): Html {
  const { language, frame, edition, view, errors, refusal } = props
  const t = words(language)
  const names = Object.fromEntries(ASSISTANCE_FIELDS.map((name) => [name, t(`assistance.field.${name}`)]))
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={`/desk/${edition}/assistance`}
      title={t('assistance.title')}
      error={errors.length > 0 || refusal !== undefined}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={names} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/${edition}/applications`}>{t('assistance.back')}</BackLink>
        <Head title={t('assistance.title')} lead={t('assistance.lead')} />
      </div>
      <div class="pair pair--half">
        {view.door === 'not-open' || view.door === 'closed' ? (
          <Card>
            <p>{t(`assistance.${view.door}`)}</p>
          </Card>
        ) : (
          <Beginning {...props} />
        )}
        <Card title={t('assistance.all')}>
          {view.lines.length === 0 ? (
            <p class="muted">{t('assistance.none')}</p>
          ) : (
            <ul class="rows">
              {view.lines.map((line) => (
                <Line {...props} line={line} />
              ))}
            </ul>
          )}
        </Card>
      </div>
    </StaffPage>
  )
}

function Beginning({ language, edition, view, values, errors }: AssistanceDeskProps): Html {
  const t = words(language)
  const field = (name: (typeof ASSISTANCE_FIELDS)[number]) => ({
    name,
    label: t(`assistance.field.${name}`),
    value: values[name] ?? '',
    error: errorOf(errors, name),
  })
  return (
    <form class="card stack stack--lg" method="post" action={`/${language}/desk/${edition}/assistance`} novalidate>
      {view.door === 'late' && (
        <Note>
          <p>{t('assistance.late')}</p>
        </Note>
      )}
      <ChoiceField
        {...field('channel')}
        options={ASSISTANCE_CHANNELS.map((channel) => ({ value: channel, name: t(`assistance.channel-choice.${channel}`) }))}
      />
      <TextField {...field('email')} kind="email" hint={t('assistance.hint.email')} autocomplete="off" />
      <TextField {...field('phone')} kind="tel" width="m" hint={t('assistance.hint.phone')} autocomplete="off" />
      <TextField {...field('name_ar')} dir="rtl" autocomplete="off" />
      <TextField {...field('name_latin')} dir="ltr" hint={t('assistance.hint.name')} autocomplete="off" />
      <ChoiceField {...field('language')} look="row" options={LANGUAGES.map((one) => ({ value: one, name: LANGUAGE_NAMES[one] }))} />
      <SelectField
        {...field('region')}
        hint={view.everywhere ? undefined : t('assistance.hint.region')}
        empty={t('assistance.region-unsaid')}
        width="m"
        groups={[{ options: view.regions.map((region) => ({ value: region.code, name: inLanguage(region.name, language).text })) }]}
      />
      <More summary={t('assistance.by-number')} open={(values.number ?? '') !== ''}>
        <TextField {...field('number')} dir="ltr" width="m" hint={t('assistance.hint.number')} autocomplete="off" />
      </More>
      <div class="actions">
        <Button kind="light">{t('assistance.begin')}</Button>
      </div>
    </form>
  )
}

function Line({ language, zone, line }: AssistanceDeskProps & { line: AssistanceLine }): Html {
  const t = words(language)
  const name = line.holder === '' ? t('assistance.unnamed') : line.holder
  const since = t('assistance.since', { helper: line.helper, at: formatDateTime(line.begunAt, language, zone, { style: 'day-month' }) })
  return (
    <li>
      <div class="stack stack--xs">
        <p class="row row--tight">
          {line.own && line.endedAt === null ? (
            <a href={`/${language}/applications/${line.application}`}>
              <bdi>{name}</bdi>
            </a>
          ) : (
            <b>
              <bdi>{name}</bdi>
            </b>
          )}
          <bdi class="num ltr">{line.number}</bdi>
          <State is={line.state === 'sent' ? 'done' : line.state === 'withdrawn' ? 'no' : 'draft'}>{t(`assistance.state.${line.state}`)}</State>
        </p>
        <p class="sm muted">
          {t(`assistance.channel-choice.${line.channel}`)} · {since}
        </p>
        {line.endedAt !== null && <p class="sm muted">{t(line.refused ? 'assistance.line-refused' : 'assistance.line-ended')}</p>}
        {line.declared !== null && <p class="sm muted">{t(`assistance.declared.${line.declared}`)}</p>}
      </div>
    </li>
  )
}
