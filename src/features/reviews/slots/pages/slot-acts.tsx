/** Acts on the slots: asking people to choose, booking for one of them. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { CheckField, ConsentField, Hidden, SelectField } from '../../../../design/form/controls.tsx'
import { Note } from '../../../../design/note.tsx'
import { inLanguage, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import { slotsLeft } from '../left.ts'
import { mayBeAsked, type SlotCandidate } from '../views.ts'
import { words } from '../words/index.ts'
import type { SlotsProps } from './slots.tsx'
import { whenOf } from './when.ts'

/** Everybody who may be asked, those above the pass mark ticked. */
export function AskForm({ around, view, ticked, beyond, now }: SlotsProps): Html {
  const { language, slug } = around
  const t = words(language)
  const askable = view.candidates.filter(mayBeAsked)
  if (askable.length === 0) return <p class="muted">{t('ask.nobody')}</p>
  const options = askable.map((one) => ({ value: one.application, name: `${one.number} · ${one.title}`, hint: hintOf(one) }))
  const chosen = ticked ?? askable.filter((one) => one.passes).map((one) => one.application)
  const codes = around.regions.map((one) => one.code)
  const { missing } = slotsLeft(view, codes, now, new Set(chosen))
  return (
    <Card title={t('ask.title')}>
      <form class="stack" method="post" action={`/${language}/desk/${slug}/interviews/requests`} novalidate>
        <p class="muted">{t('ask.lead')}</p>
        {missing > 0 && <Note is="wait">{t('ask.missing', { count: chosen.length, missing })}</Note>}
        <Hidden name="fingerprint" value={view.fingerprint} />
        <CheckField name="application" label={t('ask.whom')} values={chosen} look="2" options={options} />
        {beyond && <ConsentField name="anyway" label={t('ask.anyway')} given={false} />}
        <div class="actions">
          <Button kind="light">{t('ask.send')}</Button>
        </div>
      </form>
    </Card>
  )

  function hintOf(one: SlotCandidate): string {
    const region = around.regions.find((each) => each.code === one.region)
    const parts = [
      one.holderName,
      region === undefined ? '' : inLanguage(region.name, language).text,
      LANGUAGE_NAMES[one.language],
      one.mean === null ? '' : t('ask.mean', { mean: formatNumber(one.mean, language, { decimals: 2 }) }),
      one.passes ? '' : t('ask.below'),
      one.reachable ? '' : t('ask.unreached'),
    ]
    return parts.filter((part) => part !== '').join(' · ')
  }
}

/** For whoever has no network: the office chooses with them on the telephone. */
export function BookForm({ around, view, now, typed }: SlotsProps): Html {
  const { language, slug, zone } = around
  const t = words(language)
  const people = view.candidates.filter((one) => one.attended !== true)
  const free = view.slots.filter((one) => one.booked === null && one.from > now)
  if (people.length === 0 || free.length === 0) return <p class="muted">{t('book.nothing')}</p>
  const standing = (one: SlotCandidate): string =>
    one.attended === false ? t('book.missed') : one.slot !== null ? t('book.holds') : one.askedAt !== null ? t('book.asked') : t('book.not-asked')
  return (
    <Card title={t('book.title')}>
      <form class="stack" method="post" action={`/${language}/desk/${slug}/interviews/bookings`} novalidate>
        <SelectField
          name="for"
          label={t('book.who')}
          value={typed('for')}
          empty={t('choose')}
          groups={[{ options: people.map((one) => ({ value: one.application, name: `${one.number} · ${one.title} (${standing(one)})` })) }]}
        />
        <SelectField
          name="slot"
          label={t('book.slot')}
          value={typed('slot')}
          empty={t('choose')}
          groups={around.regions
            .map((region) => ({
              name: inLanguage(region.name, language).text,
              options: free
                .filter((one) => one.region === region.code)
                .map((one) => ({ value: one.slot, name: `${whenOf(one, language, zone)} · ${one.place}` })),
            }))
            .concat({
              name: t('slots.every-region'),
              options: free
                .filter((one) => one.region === null)
                .map((one) => ({ value: one.slot, name: `${whenOf(one, language, zone)} · ${one.place}` })),
            })
            .filter((group) => group.options.length > 0)}
        />
        <div class="actions">
          <Button>{t('book.send')}</Button>
        </div>
      </form>
    </Card>
  )
}
