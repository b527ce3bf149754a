/** Offers a reader to keep their files on this device; islands/reading.ts shows it where it can be done, and does it. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { More } from '../../../design/more.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../reading/words/index.ts'
import type { MyReview } from '../views.ts'
import { mayOpen } from './reader-page.tsx'

export function KeepHere({ files, owner, language }: { files: readonly MyReview[]; owner: string; language: Language }): Html {
  const read = files.filter((file) => mayOpen(file) && !file.closed)
  if (read.length === 0) return <></>
  const t = words(language)
  const pages = [`/${language}/reviews`, ...read.map(({ assignment }) => `/${language}/reviews/${assignment}`)]
  return (
    <div
      hidden
      data-reading={pages.join(' ')}
      data-owner={owner}
      data-none={t('none')}
      data-some={t('some', { n: '{n}', all: read.length })}
      data-new={t('left', { n: '{n}' })}
      data-busy={t('busy')}
      data-removed={t('removed')}
    >
      <Card title={t('title')} tight>
        <div class="stack stack--sm">
          <p role="status" data-part="status"></p>
          <div class="actions">
            <button type="button" class="btn btn--quiet btn--sm" data-part="keep" hidden>
              {t('keep')}
            </button>
            <button type="button" class="btn btn--text btn--sm" data-part="drop" hidden>
              {t('drop')}
            </button>
          </div>
          <More summary={t('about')}>
            <p>{t('lead')}</p>
          </More>
        </div>
      </Card>
    </div>
  )
}
