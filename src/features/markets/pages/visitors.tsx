/** Visitors of a market: each count with its source; parts overlap and are never added up. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { SelectField, TextField } from '../../../design/form/controls.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { NumberField } from '../../../design/form/written-fields.tsx'
import { More } from '../../../design/more.tsx'
import { VISIT_PARTS } from '../../../domain/market.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { words } from '../words/index.ts'
import type { MarketProps } from './market.tsx'

export function Visitors(props: MarketProps): Html {
  const { language, market } = props
  const t = words(language)
  const records = props.runs && props.begun && !market.cancelled
  return (
    <Card title={t('visitors.title')}>
      <div class="stack">
        {market.counts.length === 0 ? (
          <p class="muted">{t(props.begun ? 'visitors.none' : 'visitors.later')}</p>
        ) : (
          <ul class="rows">
            {market.counts.map((count) => (
              <li>
                <div>
                  {count.name}
                  <p class="sm muted">
                    <bdi>{count.source}</bdi>
                  </p>
                </div>
                <b class="num">{formatNumber(count.visitors, language)}</b>
              </li>
            ))}
          </ul>
        )}
        {records && <Count {...props} />}
      </div>
    </Card>
  )
}

function Count(props: MarketProps): Html {
  const { language, market, values } = props
  const t = words(language)
  const text = (name: string): string => values[name] ?? ''
  const error = (name: string): string | undefined => errorOf(props.errors, name)
  return (
    <More summary={t('visitors.add')} open={values.source !== undefined || market.counts.length === 0}>
      <form class="stack" method="post" action={`/${language}/desk/${props.edition}/markets/${market.id}/visitors`} novalidate>
        <SelectField
          name="part"
          label={t('visitors.part')}
          hint={t('visitors.part-hint')}
          empty={t('visitors.choose')}
          value={text('part')}
          error={error('part')}
          groups={[{ options: VISIT_PARTS.map((part) => ({ value: part, name: t(`part.${part}`) })) }]}
        />
        <NumberField name="visitors" label={t('visitors.count')} value={text('visitors')} error={error('visitors')} />
        <TextField name="source" label={t('visitors.source')} hint={t('visitors.source-hint')} value={text('source')} error={error('source')} />
        <Button kind="quiet">{t('visitors.do')}</Button>
      </form>
    </More>
  )
}
