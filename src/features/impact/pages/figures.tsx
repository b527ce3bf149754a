/** The figures of an edition at the desk: references, values now, and the form that defines one more. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { SelectField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { FAMILIES } from '../indicators/indicator.ts'
import { INDICATOR_CODES, indicator } from '../indicators/indicators.ts'
import type { FigureValue } from '../views.ts'
import { figureName, figureText, indicatorName } from '../wording.ts'
import { words } from '../words/index.ts'

export interface FiguresProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly figures: readonly FigureValue[]
  /** References that a published communiqué prints. */
  readonly printed: ReadonlySet<string>
  /** Figures of the usual list not defined yet. */
  readonly standardLeft: number
  readonly mayDefine: boolean
  readonly lists: {
    readonly regions: readonly { code: string; name: string }[]
    readonly sectors: readonly { code: string; name: string }[]
    readonly markets: readonly { code: string; name: string }[]
  }
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly said?: string | undefined
}

export function FiguresPage(props: FiguresProps): Html {
  const { language, figures, slug, mayDefine } = props
  const t = words(language)
  const wrong = props.errors.length > 0 || props.refusal !== undefined
  return (
    <StaffPage language={language} title={t('figures.title')} path={props.path} frame={props.frame} said={props.said} error={wrong}>
      <ErrorSummary
        language={language}
        errors={props.errors}
        names={{ indicator: t('figures.indicator'), region: t('figures.region'), sector: t('figures.sector'), market: t('figures.market') }}
      />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={t('figures.title')} lead={t('figures.lead')}>
        {figures.length > 0 && (
          <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/figures.csv`}>
            <Icon name="down" />
            {t('figures.csv')}
          </ButtonLink>
        )}
        {mayDefine && props.standardLeft > 0 && (
          <form method="post" action={`/${language}/desk/${slug}/figures/standard`}>
            <Button kind="light">{t('figures.standard')}</Button>
          </form>
        )}
      </Head>
      {figures.length === 0 ? (
        <Empty title={t('figures.none')}>
          <p>{t('figures.none-hint')}</p>
        </Empty>
      ) : (
        FAMILIES.map((family) => <Family {...props} family={family} />)
      )}
      {mayDefine && <Define {...props} />}
    </StaffPage>
  )
}

function Family({ language, figures, printed, family }: FiguresProps & { family: (typeof FAMILIES)[number] }): Html {
  const t = words(language)
  const rows = figures.filter((one) => indicator(one.indicator).family === family)
  if (rows.length === 0) return <></>
  return (
    <Card title={t(`family.${family}`)} flush>
      <Table
        caption={`${t('figures.caption')} · ${t(`family.${family}`)}`}
        rows={rows}
        columns={[
          { name: t('figures.reference'), cell: (one) => <span class="mono">{one.reference}</span> },
          { name: t('figures.figure'), head: true, cell: (one) => <a href={`/${language}/figures/${one.reference}`}>{figureName(one, language)}</a> },
          { name: t('figures.value'), number: true, cell: (one) => <b>{figureText(one, language)}</b> },
          { name: t('figures.records'), number: true, cell: (one) => formatNumber(one.records, language) },
          {
            name: t('figures.in'),
            cell: (one) =>
              printed.has(one.reference) ? (
                <State is="done" bare>
                  {t('figures.used')}
                </State>
              ) : (
                ''
              ),
          },
        ]}
      />
    </Card>
  )
}

function Define({ language, slug, lists, values, errors, standardLeft }: FiguresProps): Html {
  const t = words(language)
  const options = (list: readonly { code: string; name: string }[]) => [{ options: list.map(({ code, name }) => ({ value: code, name })) }]
  const select = (name: 'region' | 'sector' | 'market', list: readonly { code: string; name: string }[]): Html => (
    <SelectField
      name={name}
      label={t(`figures.${name}`)}
      value={values[name] ?? ''}
      groups={options(list)}
      empty={t('figures.all')}
      error={errorOf(errors, name)}
    />
  )
  return (
    <Card title={t('figures.add')} aside={standardLeft > 0 && <span class="xs muted">{t('figures.standard-left', { count: standardLeft })}</span>}>
      <form method="post" action={`/${language}/desk/${slug}/figures`} class="stack" novalidate>
        <SelectField
          name="indicator"
          label={t('figures.indicator')}
          value={values.indicator ?? ''}
          groups={FAMILIES.map((family) => ({
            name: t(`family.${family}`),
            options: INDICATOR_CODES.filter((code) => indicator(code).family === family).map((code) => ({
              value: code,
              name: indicatorName(code, language),
            })),
          }))}
          empty="—"
          error={errorOf(errors, 'indicator')}
        />
        <div class="grid grid--sm">
          {select('region', lists.regions)}
          {select('sector', lists.sectors)}
          {lists.markets.length > 0 && select('market', lists.markets)}
        </div>
        <div class="actions">
          <Button>{t('figures.define')}</Button>
        </div>
      </form>
    </Card>
  )
}
