/** What opening would make: each slot, what stands in the way of some, whom the panel may not hear. Only the last button changes anything. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Kpis } from '../../../../design/figure.tsx'
import { CheckField, Hidden } from '../../../../design/form/controls.tsx'
import { Note } from '../../../../design/note.tsx'
import { Table } from '../../../../design/table.tsx'
import { formatList, formatNumber } from '../../../../platform/words/format.ts'
import { type DeskAround, DeskPage } from '../../pages/desk-page.tsx'
import type { SlotTerms } from '../commands/open-slots.ts'
import type { SlotPlan } from '../views.ts'
import { words } from '../words/index.ts'
import { whenOf } from './when.ts'

export interface SlotPlanProps {
  readonly around: DeskAround
  readonly plan: SlotPlan
  readonly terms: SlotTerms
  /** What the form held, carried on. */
  readonly carried: readonly { readonly name: string; readonly value: string }[]
  /** The instants that were ticked when it comes back; null for the first look. */
  readonly ticked: readonly string[] | null
}

export function SlotPlanPage(props: SlotPlanProps): Html {
  const { around, plan, terms } = props
  const { language, slug } = around
  const t = words(language)
  const base = `/desk/${slug}/interviews/slots`
  const clashing = plan.slots.filter((slot) => slot.clashes.length > 0)
  const against = plan.panel.filter((one) => one.conflicts.length > 0)
  return (
    <DeskPage around={around} here="interviews" path={`${base}/new`} title={t('plan.title')} lead={t('plan.lead', { place: terms.place })}>
      <Kpis
        three
        figures={[
          { value: formatNumber(plan.slots.length - clashing.length, language), reference: null, says: t('plan.openable') },
          { value: formatNumber(clashing.length, language), reference: null, says: t('plan.clashing') },
          { value: formatNumber(plan.panel.length, language), reference: null, says: t('plan.members') },
        ]}
      />
      {clashing.length > 0 && <Clashes {...props} />}
      {against.map((one) => (
        <Note is="wait">
          <p>{t('plan.conflicts', { name: one.name, count: one.conflicts.length, files: formatList(one.conflicts, language) })}</p>
        </Note>
      ))}
      <Open {...props} />
    </DeskPage>
  )
}

function Clashes({ around, plan }: SlotPlanProps): Html {
  const { language, zone } = around
  const t = words(language)
  return (
    <Card flush title={t('plan.clashes')}>
      <Table
        caption={t('plan.clashes')}
        rows={plan.slots.filter((slot) => slot.clashes.length > 0)}
        columns={[
          { name: t('fact.when'), head: true, cell: (slot) => whenOf(slot, language, zone) },
          {
            name: t('plan.taken'),
            cell: (slot) => (
              <ul>
                {slot.clashes.map((clash) => (
                  <li>
                    {t.any(clash.reviewer === null ? 'plan.clash.place' : 'plan.clash.member', {
                      name: clash.name,
                      when: whenOf(clash, language, zone),
                    })}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  )
}

function Open({ around, plan, carried, ticked }: SlotPlanProps): Html {
  const { language, slug, zone } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}/interviews/slots`
  const free = plan.slots.filter((slot) => slot.clashes.length === 0)
  const back = `${base}/new?${new URLSearchParams(carried.map(({ name, value }) => [name, value])).toString()}`
  return (
    <form class="card stack" method="post" action={base} novalidate>
      {carried.map((one) => (
        <Hidden name={one.name} value={one.value} />
      ))}
      <Hidden name="fingerprint" value={plan.fingerprint} />
      {free.length > 0 && (
        <CheckField
          name="start"
          label={t('plan.which')}
          hint={t('plan.which-hint')}
          values={ticked ?? free.map((slot) => slot.from.toISOString())}
          look="2"
          options={free.map((slot) => ({ value: slot.from.toISOString(), name: whenOf(slot, language, zone) }))}
        />
      )}
      <div class="actions">
        {free.length > 0 && <Button kind="light">{t('plan.open')}</Button>}
        <ButtonLink kind="quiet" href={back}>
          {t('plan.back')}
        </ButtonLink>
      </div>
    </form>
  )
}
