/** An answer that is prepared, and what each person of its panel says of it. */
import type { Html } from '#html'
import { Note } from '../../../../design/note.tsx'
import { State } from '../../../../design/state.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import type { ScoreEffect } from '../../../../domain/selection-appeal.ts'
import type { PreparedAnswer } from '../../appeals/views.ts'
import { words } from '../../appeals/words/index.ts'

const SHAPES = { confirmed: 'done', 'sent-back': 'alert', waits: 'wait' } as const

export interface PreparedProps {
  readonly prepared: PreparedAnswer
  readonly language: Language
  readonly zone: string
  /** It is the answer, and has left. */
  readonly left?: boolean
}

export function PreparedOf({ prepared, language, zone, left = false }: PreparedProps): Html {
  const t = words(language)
  const { upheld, score, effect, answer, by, at, panel } = prepared
  return (
    <div class="stack stack--sm">
      <h3>{t('desk.prepared')}</h3>
      <p>
        <strong>{upheld ? t('reading.upheld', { score: formatNumber(score ?? '0', language, { decimals: 2 }) }) : t('reading.rejected')}</strong>
      </p>
      {effect !== null && <Note {...(left ? {} : { is: 'wait' as const })}>{effectText(effect, language)}</Note>}
      <p dir="auto">{answer}</p>
      <p class="xs muted">
        {t('reading.by', { by, at: formatDateTime(at, language, zone, { style: 'day-month' }) })} {!left && t('desk.nothing-left')}
      </p>
      <h4 class="sm">{t('reading.panel')}</h4>
      <ul class="rows sm">
        {panel.map((one) => (
          <li>
            <span>
              <bdi>{one.name}</bdi>
            </span>
            <State is={SHAPES[one.said ?? 'waits']}>{t(`reading.${one.said ?? 'waits'}`)}</State>
            {one.word !== '' && <span dir="auto">{one.word}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function effectText(effect: ScoreEffect, language: Language): string {
  const t = words(language)
  const points = (of: string): string => formatNumber(of, language, { decimals: 2 })
  return effect.is === 'below'
    ? t('effect.below', { mark: formatNumber(Number(effect.mark), language) })
    : t(`effect.${effect.is}`, { score: points(effect.before) })
}
