/** A score: one choice among the steps of the scale, as joined radios; or words instead of steps. */
import type { Html } from '#html'

export interface ScoreProps {
  readonly name: string
  readonly steps: readonly { readonly value: string; readonly shown: string; readonly label: string }[]
  readonly value: string | null
  /** Words instead of numbers; `tap` makes them large enough for a thumb. */
  readonly look?: 'word' | 'tap'
  /** Id of the sentence that explains the choice. */
  readonly describedBy?: string
  readonly label: string
}

export function Score({ name, steps, value, look, describedBy, label }: ScoreProps): Html {
  return (
    <div
      class={look === undefined ? 'score' : `score score--word${look === 'tap' ? ' score--tap' : ''}`}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
    >
      {steps.map((step) => (
        <label>
          <input type="radio" name={name} value={step.value} checked={step.value === value} aria-label={step.label} />
          <span aria-hidden={step.shown === step.label ? undefined : 'true'}>{step.shown}</span>
        </label>
      ))}
    </div>
  )
}
