/** In the selection room: how far each weight may move before the list changes. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import { words } from '../influence/words/index.ts'
import type { WeightsView } from '../views.ts'
import { rangeOf } from './weights.tsx'

interface RoomWeightsProps {
  readonly language: Language
  readonly weights: WeightsView
  /** Whether the viewer may ask. */
  readonly may: boolean
  readonly address: string
}

export function RoomWeights({ language, weights, may, address }: RoomWeightsProps): Html {
  const t = words(language)
  return (
    <Card tight title={t('room.title')}>
      {weights.is === 'there' ? (
        <ul class="rows sm">
          {weights.weights.map((one) => (
            <li>
              <b>
                <bdi>{one.name}</bdi>
              </b>{' '}
              <span class="num">{t('room.weight', { share: formatPercent(one.share, language), range: rangeOf(one, language) })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="sm muted">
          {weights.is === 'none'
            ? t('room.none')
            : weights.headway === null
              ? t('queued')
              : t('headway', { share: formatPercent(weights.headway, language) })}
        </p>
      )}
      <div class="row mt5">
        {weights.is === 'none' && may && (
          <form method="post" action={address}>
            <Button kind="quiet">{t('ask')}</Button>
          </form>
        )}
        <a class="sm" href={address}>
          {t('room.more')}
        </a>
      </div>
    </Card>
  )
}
