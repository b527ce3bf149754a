/** Rules rehearsed: a pool is chosen, and what came of the draws is told in words and figures. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Form, Hidden, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import type { RehearsalView, RehearsalsView } from '../rehearsal/views.ts'
import { words } from '../rehearsal/words/index.ts'
import { words as roomWords } from '../words/index.ts'
import { Underway } from './underway.tsx'

export interface RehearsalProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly view: RehearsalsView
  /** Every field by name, as it was typed; the proposed values where nothing was. */
  readonly fields: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function RehearsalPage(props: RehearsalProps): Html {
  const { language, frame, slug, view, errors, refusal } = props
  const t = words(language)
  const base = `/desk/${slug}/selection`
  const [last, ...before] = view.rehearsals
  const names = Object.fromEntries(view.values.map((one) => [`count.${one.attribute}.${one.value}`, one.name]))
  return (
    <StaffPage
      language={language}
      title={t('page.title')}
      path={`${base}/rehearsal`}
      frame={frame}
      said={props.said}
      error={errors.length > 0 || refusal !== undefined}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={{ ...names, mean: t('form.mean'), deviation: t('form.deviation') }} />
      <Head title={t('page.title')} lead={t('page.lead')}>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('page.back')}
        </ButtonLink>
      </Head>
      {view.underway !== null && (
        <Underway
          language={language}
          zone={props.zone}
          {...view.underway}
          address={`/${language}${base}/rehearsal`}
          cancel={`/${language}${base}/rehearsal/removal`}
        />
      )}
      {last !== undefined ? <One {...props} one={last} open /> : view.underway === null && <Empty title={t('page.none')} />}
      {/* A page that loads itself again would lose what is typed; where a form came back it does not. */}
      {(view.underway === null || refusal !== undefined || errors.length > 0) && (
        <>
          <Past {...props} />
          <MadeUp {...props} />
        </>
      )}
      {before.map((one) => (
        <One {...props} one={one} open={false} />
      ))}
    </StaffPage>
  )
}

function One({ language, zone, one, open }: RehearsalProps & { readonly one: RehearsalView; readonly open: boolean }): Html {
  const t = words(language)
  const at = formatDateTime(one.at, language, zone, { style: 'day-month' })
  const title = t('one.title', { number: String(one.number), at, by: one.by })
  const pool = 'edition' in one.pool ? t('one.pool-edition', { edition: one.pool.edition }) : t('one.pool-made', { count: one.pool.size })
  const verdict = one.possible === one.draws ? 'one.always' : one.possible === 0 ? 'one.never' : 'one.often'
  const body = (
    <div class="stack">
      <Note is={one.possible === one.draws ? 'ok' : 'wait'}>
        <p>{t(verdict, { places: one.places, possible: one.possible, draws: one.draws })}</p>
      </Note>
      <p class="sm muted">
        {pool} {t('one.candidates', { count: one.candidates })}
      </p>
      {one.conflicts.length > 0 && (
        <>
          <h3>{t('one.conflicts')}</h3>
          <ul>
            {one.conflicts.map(({ names, times }) => (
              <li>{t('one.conflict', { names: formatList(names, language), times, draws: one.draws })}</li>
            ))}
          </ul>
        </>
      )}
      {one.possible > 0 && <Table caption={t('one.rules')} columns={ruleColumns(language, one.possible)} rows={one.rules} />}
    </div>
  )
  return open ? <Card title={title}>{body}</Card> : <More summary={title}>{body}</More>
}

type RuleRow = RehearsalView['rules'][number]

function ruleColumns(language: Language, possible: number): Column<RuleRow>[] {
  const t = words(language)
  const share = (count: number): string => formatPercent(count / possible, language)
  return [
    { name: t('one.rule'), head: true, cell: (row) => row.name },
    { name: t('one.binds'), number: true, cell: (row) => share(row.binding) },
    { name: t('one.costs'), number: true, cell: (row) => share(row.costs) },
    { name: t('one.price'), number: true, cell: (row) => formatNumber(row.price.toFixed(2), language, { decimals: 2 }) },
  ]
}

function Past({ language, slug, view, fields, errors }: RehearsalProps): Html {
  const t = words(language)
  if (view.editions.length === 0) return <></>
  return (
    <Card title={t('form.past')}>
      <Form action={`/${language}/desk/${slug}/selection/rehearsal`}>
        <Hidden name="on" value="edition" />
        <SelectField
          name="edition"
          label={t('form.edition')}
          hint={t('form.past-hint')}
          value={fields.edition ?? ''}
          groups={[{ options: view.editions.map(({ id, name }) => ({ value: id, name })) }]}
          empty={t('form.choose')}
          width="m"
          error={errorOf(errors, 'edition')}
        />
        <div class="actions">
          <Button kind="light">{t('form.run')}</Button>
        </div>
      </Form>
    </Card>
  )
}

function MadeUp({ language, slug, view, fields, errors }: RehearsalProps): Html {
  const t = words(language)
  const attributes = [...new Set(view.values.map((one) => one.attribute))]
  const field = (name: string, proposed: string) => ({ name, value: fields[name] ?? proposed, error: errorOf(errors, name) })
  return (
    <Card title={t('form.made')}>
      <Form action={`/${language}/desk/${slug}/selection/rehearsal`}>
        <Hidden name="on" value="made" />
        <p class="sm muted">{t('form.made-hint')}</p>
        {attributes.map((attribute) => (
          <fieldset class="field">
            <legend>{roomWords(language).any(`attribute.${attribute}`)}</legend>
            <div class="cells">
              {view.values
                .filter((one) => one.attribute === attribute)
                .map((one) => (
                  <TextField {...field(`count.${attribute}.${one.value}`, String(one.proposed))} label={one.name} kind="integer" width="xs" />
                ))}
            </div>
          </fieldset>
        ))}
        <div class="pair">
          <TextField {...field('mean', '70')} label={t('form.mean')} kind="integer" width="xs" />
          <TextField {...field('deviation', '10')} label={t('form.deviation')} hint={t('form.deviation-hint')} kind="integer" width="xs" />
        </div>
        <div class="actions">
          <Button kind="light">{t('form.run')}</Button>
        </div>
      </Form>
    </Card>
  )
}
