/** Awarding one project: a seed fund or a prize. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ChoiceField, SelectField, TextField } from '../../../design/form/controls.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { formatMoney } from '../../../platform/words/format.ts'
import type { Language } from '../../../domain/language.ts'
import type { MeansView } from '../views.ts'
import { words } from '../words/index.ts'
import { FormPage, type FormPageProps } from './line.tsx'

export interface AwardPageProps extends FormPageProps {
  readonly means: MeansView
}

export function AwardPage(props: AwardPageProps): Html {
  const { language, means, values, errors } = props
  const t = words(language)
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errorOf(errors, name) })
  const projects = means.projects.filter((one) => one.leftOn === null)
  const ceiling = formatMoney(means.ceiling, means.currency, language)
  if (projects.length === 0 || means.lines.length === 0)
    return (
      <FormPage {...props} title={t('grant.title')} lead={t('grant.lead', { ceiling })}>
        <Empty title={t('grant.none')}>
          <p>{t('grant.none-hint')}</p>
        </Empty>
      </FormPage>
    )
  const labels = {
    kind: t('grant.kind'),
    project: t('col.project'),
    line: t('col.line'),
    amount: t('col.amount'),
    share: t('grant.share'),
    rank: t('grant.rank'),
  }
  return (
    <FormPage {...props} title={t('grant.title')} lead={t('grant.lead', { ceiling })} labels={labels}>
      <form class="card stack stack--lg" method="post" action={`/${language}/desk/${props.slug}/means/awards`} novalidate>
        <ChoiceField
          {...field('kind')}
          label={t('grant.kind')}
          look="row"
          options={[
            { value: 'seed', name: t('grant.seed') },
            { value: 'prize', name: t('grant.prize') },
          ]}
        />
        <SelectField {...field('project')} label={t('col.project')} width="m" empty={t('grant.choose-project')} groups={byRegion(projects)} />
        <LineField {...props} />
        <TextField {...field('amount')} label={t('col.amount')} kind="money" width="s" />
        <TextField {...field('share')} label={t('grant.share')} hint={t('grant.share-hint')} kind="money" width="xs" unit="%" />
        <TextField {...field('rank')} label={t('grant.rank')} hint={t('grant.rank-hint')} kind="integer" width="xs" />
        <Button>{t('grant.do')}</Button>
      </form>
    </FormPage>
  )
}

function byRegion(projects: MeansView['projects']): { name: string; options: { value: string; name: string }[] }[] {
  const regions = [...new Set(projects.map((one) => one.region))]
  return regions.map((name) => ({
    name,
    options: projects.filter((one) => one.region === name).map(({ id, title }) => ({ value: id, name: title })),
  }))
}

/** The lines to choose from, each with what is left of it. */
export function LineField({ means, language, values, errors }: Pick<AwardPageProps, 'means' | 'values' | 'errors'> & { language: Language }): Html {
  const t = words(language)
  const name = (line: MeansView['lines'][number]): string =>
    t('line.left', { name: line.name, amount: formatMoney(line.remaining, line.currency, language) })
  return (
    <SelectField
      name="line"
      label={t('col.line')}
      value={values.line ?? ''}
      error={errorOf(errors, 'line')}
      empty={t('line.choose')}
      groups={[{ options: means.lines.map((line) => ({ value: line.id, name: name(line) })) }]}
    />
  )
}
