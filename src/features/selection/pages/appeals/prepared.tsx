/** An answer that is prepared, and what each person of its panel says of it. */
import type { Html } from '#html'
import { State } from '../../../../design/state.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import type { PreparedAnswer } from '../../appeals/views.ts'
import { words } from '../../appeals/words/index.ts'

const SHAPES = { confirmed: 'done', 'sent-back': 'alert', waits: 'wait' } as const

export function PreparedOf({ prepared, language, zone }: { prepared: PreparedAnswer; language: Language; zone: string }): Html {
  const t = words(language)
  const { upheld, score, answer, by, at, panel } = prepared
  return (
    <div class="stack stack--sm">
      <h3>{t('desk.prepared')}</h3>
      <p>
        <strong>{upheld ? t('reading.upheld', { score: formatNumber(score ?? '0', language, { decimals: 2 }) }) : t('reading.rejected')}</strong>
      </p>
      <p dir="auto">{answer}</p>
      <p class="xs muted">
        {t('reading.by', { by, at: formatDateTime(at, language, zone, { style: 'day-month' }) })} {t('desk.nothing-left')}
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
