/** What makes a grid a place of work: what its island says, the score so far, the shortcuts, the parts of the dossier, the bar of a phone. */
import type { Html } from '#html'
import { More } from '../../../design/more.tsx'
import { Tabs } from '../../../design/tabs.tsx'
import { cellsOf, provisionalScore } from '../../../domain/grid-cells.ts'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { words } from '../workspace/words/index.ts'
import { words as reviewWords } from '../words/index.ts'
import type { GridShown } from './grid.tsx'
import type { ReviewPageProps } from './review.tsx'

/** Everything the island needs and says: it has no words of its own. */
export function gridIsland({
  view,
  language,
  owner,
  scores,
  comments,
  path,
}: Pick<ReviewPageProps, 'language' | 'owner' | 'scores' | 'comments' | 'path'> & { readonly view: GridShown }): Record<`data-${string}`, string> {
  const t = words(language)
  const here = cellsOf(view.criteria, scores, comments)
  const kept = cellsOf(view.criteria, view.scores, view.comments)
  return {
    'data-grid': `/${language}${path}/cells`,
    'data-owner': owner,
    // Where the page shows what was just sent: what is kept instead.
    'data-kept': JSON.stringify(Object.fromEntries(Object.entries(kept).filter(([cell, value]) => here[cell] !== value))),
    'data-saving': t('island.saving'),
    'data-offline': t('island.offline'),
    'data-full': t('island.full'),
    'data-back': t('island.back'),
    'data-handin': t('island.hand-in'),
    'data-nothing': t('other.empty'),
    'data-max': String(view.scale.max),
    'data-points': reviewWords(language)('review.points', { score: '{n}' }),
    'data-left': JSON.stringify([...view.criteria, null].map((_, left) => reviewWords(language)('review.total-hint', { left }))),
    'data-open': t('total.open', { scored: '{n}', count: view.criteria.length }),
    // The island adds the field one was writing in.
    'data-enter': `/${language}/sign-in?interrupted&return_to=${encodeURIComponent(path)}`,
  }
}

/** The score of the criteria scored so far, and how many have none. The island keeps both true. */
export function ScoreSoFar({ view, scores, language }: Pick<ReviewPageProps, 'scores' | 'language'> & { readonly view: GridShown }): Html {
  const t = reviewWords(language)
  const score = provisionalScore(view.criteria, scores, view.scale)
  const left = view.criteria.filter(({ code }) => scores[code] === undefined).length
  return (
    <>
      <p class="row row--between row--base">
        <b>{t('review.total')}</b>
        <b class="num" data-total>
          {score === null ? '–' : t('review.points', { score: formatNumber(score, language, { decimals: 2 }) })}
        </b>
      </p>
      <p class="hint" data-left>
        {t('review.total-hint', { left })}
      </p>
    </>
  )
}

/** Another device changed the same thing: shown by the island above the field, with what stands there. */
export function OtherVersion({ language }: { language: Language }): Html {
  const t = words(language)
  return (
    <div class="note stack stack--xs" data-s="wait" data-other role="status" hidden>
      <b>{t('other.title')}</b>
      <p dir="auto" data-text></p>
      <p class="row row--tight">
        <button type="button" class="btn btn--quiet btn--sm" data-take>
          {t('other.take')}
        </button>
        <button type="button" class="btn btn--quiet btn--sm" data-mine>
          {t('other.mine')}
        </button>
      </p>
    </div>
  )
}

/** Shown once the island is there; switched off by the reader's own choice, kept on the device. */
export function Shortcuts({ language }: { language: Language }): Html {
  const t = words(language)
  return (
    <div data-shortcuts hidden>
      <More summary={t('keys.title')}>
        <ul class="sm">
          <li>{t('keys.digits')}</li>
          <li>{t('keys.move')}</li>
          <li>{t('keys.comment')}</li>
        </ul>
        <label class="row row--tight sm">
          <input type="checkbox" data-keys checked />
          {t('keys.on')}
        </label>
      </More>
    </div>
  )
}

/** The parts of a dossier, one press away. */
export function DossierParts({ view, language }: ReviewPageProps): Html {
  return <Tabs label={words(language)('dossier.parts')} tabs={view.parts.map(({ title }, place) => ({ name: title, href: `#part-${place + 1}` }))} />
}

/** On a phone the grid stands below the dossier: it stays one press away, with how far it is. */
export function GridBar({ view, scores, language }: ReviewPageProps): Html {
  const scored = view.criteria.filter(({ code }) => scores[code] !== undefined).length
  return (
    <p class="dock phone-only">
      <a href="#grid" data-open>
        {words(language)('total.open', { scored, count: view.criteria.length })}
      </a>
    </p>
  )
}
