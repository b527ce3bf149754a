/** Ordered steps or stops, numbered like the cues of a show. */
import type { Child, Html } from '#html'

export interface CueStep {
  readonly title: string
  readonly text?: Child
  readonly progress?: 'done' | 'live'
}

/** `row` lays them side by side from 48rem. */
export function Cues({ steps, row = false, level = 3 }: { steps: readonly CueStep[]; row?: boolean; level?: 3 | 4 }): Html {
  return (
    <ol class={row ? 'cues cues--row' : 'cues'}>
      {steps.map((step, place) => (
        <li data-p={step.progress}>
          <span class="cue" aria-hidden="true">
            {place + 1}
          </span>
          {level === 3 ? <h3>{step.title}</h3> : <h4>{step.title}</h4>}
          {step.text !== undefined && <p class="muted sm">{step.text}</p>}
        </li>
      ))}
    </ol>
  )
}
