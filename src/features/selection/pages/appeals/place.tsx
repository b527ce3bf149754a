/** Under an appeal that was upheld and earns a place: whether one is free, what may be chosen where none is, and what was. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { ChoiceField, Hidden, TextArea } from '../../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import { Note } from '../../../../design/note.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import type { SelectionAppealLine } from '../../appeals/views.ts'
import { words } from '../../appeals/words/index.ts'

export interface TypedPlace {
  readonly application: string
  readonly choice: string
  readonly reason: string
  readonly errors: FormErrors
}

interface PlaceProps {
  readonly appeal: SelectionAppealLine
  readonly language: Language
  readonly slug: string
  readonly zone: string
  readonly typed?: TypedPlace | undefined
}

export function EarnedPlace(props: PlaceProps): Html {
  const { appeal, language, slug, zone } = props
  const t = words(language)
  const { place } = appeal
  if (place === null || place.withdrawn) return <></>
  const extra = place.choices.some((one) => one.choice === 'extra')
  const cohort = `/${language}/desk/${slug}/cohort`
  return (
    <>
      <h3>{t('place.title')}</h3>
      {place.choices.map((one) => (
        <p>
          {t(`place.chose-${one.choice}`, { at: formatDateTime(one.at, language, zone, { style: 'day-month' }), by: one.by, region: place.region })}
          {one.reason !== '' && (
            <>
              {' '}
              <q dir="auto">{one.reason}</q>
            </>
          )}
        </p>
      ))}
      {place.offered ? (
        <p>{t('place.offered')}</p>
      ) : extra || place.free > 0 ? (
        <Note is="ok">
          <p>
            {extra ? t('place.offer-extra') : t('place.free', { count: place.free, region: place.region })}{' '}
            <a href={cohort}>{t('place.to-cohort')}</a>
          </p>
        </Note>
      ) : (
        <NoneFree {...props} region={place.region} waits={place.choices.length > 0} />
      )}
    </>
  )
}

/** What may be chosen, in words; the form for who may choose. */
function NoneFree(props: PlaceProps & { region: string; waits: boolean }): Html {
  const { appeal, language, region, waits } = props
  const t = words(language)
  const open = appeal.mayOpenExtra || (appeal.mayChoosePlace && !waits)
  return (
    <>
      <Note is="wait">
        <p>{t('place.none', { region })}</p>
        <ul>
          <li>{t('place.wait-says', { region })}</li>
          <li>{t('place.extra-says')}</li>
        </ul>
        {!appeal.mayOpenExtra && <p>{t('place.direction-only')}</p>}
      </Note>
      {open && <Choose {...props} />}
    </>
  )
}

function Choose({ appeal, language, slug, typed, waits }: PlaceProps & { waits: boolean }): Html {
  const t = words(language)
  const own = typed?.application === appeal.application ? typed : undefined
  const field = (of: string) => ({ name: `${of}-${appeal.application}`, error: errorOf(own?.errors, `${of}-${appeal.application}`) })
  return (
    <form method="post" action={`/${language}/desk/${slug}/selection/appeals/places`} novalidate class="stack">
      <Hidden name="application" value={appeal.application} />
      <ChoiceField
        {...field('choice')}
        label={t('place.choice')}
        value={own?.choice ?? ''}
        options={[
          ...(waits ? [] : [{ value: 'wait', name: t('place.wait') }]),
          ...(appeal.mayOpenExtra ? [{ value: 'extra', name: t('place.extra') }] : []),
        ]}
      />
      {appeal.mayOpenExtra && (
        <TextArea
          {...field('reason')}
          label={t('place.reason')}
          hint={t('place.reason-hint')}
          value={own?.reason ?? ''}
          rows={3}
          short
          language={language}
        />
      )}
      <div class="actions">
        <Button kind="quiet">{t('place.send')}</Button>
      </div>
    </form>
  )
}
