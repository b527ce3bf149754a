/** What was decided of files at the end of a stage, and taking one decision back. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { SelectField } from '../../../design/form/select-field.tsx'
import { More } from '../../../design/more.tsx'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { StageProgress } from '../stage-views.ts'
import { words } from '../words/index.ts'
import type { DeskAround } from './desk-page.tsx'

/** What was typed of one decision and could not be kept. */
export interface TypedWithdrawal {
  readonly stage: string
  readonly application: string
  readonly reason: string
  readonly errors: FormErrors
}

/** The page holds one such form a stage. */
export function withdrawalField(name: string, stage: string): string {
  return `${name}-${stage}`
}

export interface DecidedProps {
  readonly around: DeskAround
  readonly progress: StageProgress
  readonly typed: TypedWithdrawal | undefined
}

export function Decided(props: DecidedProps): Html {
  const { around, progress } = props
  const { language, zone } = around
  const t = words(language)
  return (
    <>
      {progress.takenBack.length > 0 && (
        <ul class="rows sm">
          {progress.takenBack.map((one) => (
            <li>
              <bdi class="num ltr">{one.number}</bdi> {t(one.wentOn ? 'passage.back-on' : 'passage.back-out')} <bdi>{one.reason}</bdi>{' '}
              <span class="xs muted">{t('passage.back-by', { by: one.by, at: formatDateTime(one.at, language, zone) })}</span>
            </li>
          ))}
        </ul>
      )}
      {progress.decided.length > 0 && around.mayArrange && <TakeBack {...props} />}
    </>
  )
}

function TakeBack({ around, progress, typed }: DecidedProps): Html {
  const { language, slug } = around
  const t = words(language)
  const { code } = progress.stage
  const own = typed?.stage === code ? typed : undefined
  const names = { application: withdrawalField('application', code), reason: withdrawalField('reason', code) }
  const options = (goesOn: boolean) =>
    progress.decided
      .filter((one) => one.goesOn === goesOn)
      .map(({ application, number, title }) => ({ value: application, name: `${number} · ${title}` }))
  const groups = [
    { name: t('passage.goes'), options: options(true) },
    { name: t('passage.stops'), options: options(false) },
  ].filter((group) => group.options.length > 0)
  return (
    <More summary={t('passage.take-back')} open={own !== undefined}>
      <form method="post" action={`/${language}/desk/${slug}/stages/${code}/passage/withdrawal`} novalidate class="stack">
        <p class="hint">{t('passage.take-back-hint')}</p>
        <SelectField
          name={names.application}
          label={t('passage.which')}
          value={own?.application ?? ''}
          groups={groups}
          empty={t('readings.choose')}
          error={errorOf(own?.errors, names.application)}
        />
        <TextField
          name={names.reason}
          label={t('passage.reason')}
          value={own?.reason ?? ''}
          autocomplete="off"
          error={errorOf(own?.errors, names.reason)}
        />
        <div class="actions">
          <Button kind="quiet">{t('passage.take-back-send')}</Button>
        </div>
      </form>
    </More>
  )
}
