/** The team on the list of parts: how many write, and the way to their page. */
import type { Html } from '#html'
import { Note } from '../../../../design/note.tsx'
import type { Language } from '../../../../domain/language.ts'
import { applicationPath } from '../../pages/around.tsx'
import type { ApplicationHead } from '../../views.ts'
import { words } from '../words/index.ts'

/** `open` while the team may change. */
export function TeamRow({ view, language, open }: { view: ApplicationHead; language: Language; open: boolean }): Html {
  const t = words(language)
  const alone = view.team === 1
  const link = view.membership !== 'holder' || !open ? 'link-member' : alone ? 'link' : 'link-holder'
  return (
    <section class="stack stack--sm">
      <h2>{t('title')}</h2>
      {view.offered && open && (
        <Note is="wait">
          <p>
            {t('offer.you')} <a href={applicationPath(view, language, '/team')}>{t('mail.answer-offer')}</a>
          </p>
        </Note>
      )}
      <ul class="rows">
        <li>
          {alone ? t('alone') : t('members', { count: view.team })} <a href={applicationPath(view, language, '/team')}>{t(link)}</a>
        </li>
      </ul>
    </section>
  )
}
