/** The letters of a batch as their readers will have them, to be read before they are approved. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { direction, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { messageWords } from '../../messages/index.ts'
import type { BatchLetterView } from '../views.ts'
import { words } from '../words/index.ts'

export interface BatchProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly letters: readonly BatchLetterView[]
  readonly page: number
  readonly pages: number
  /** How many letters the reader may let leave; 'own' for who prepared them; null when nothing waits. */
  readonly approval: number | 'own' | null
}

export function BatchPage({ language, frame, path, slug, letters, page, pages, approval }: BatchProps): Html {
  const [t, m] = [words(language), messageWords(language)]
  return (
    <StaffPage language={language} title={m('letters.title')} path={path} query={page === 1 ? '' : `?page=${page}`} frame={frame}>
      <Head title={m('letters.title')} lead={t('letters.reading')}>
        <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/letters`}>
          {t('letters.back')}
        </ButtonLink>
      </Head>
      {letters.map((letter, place) => (
        <details class="more card card--tight" open={place === 0}>
          <summary>
            <bdi>{nameFor(letter.reader, language) || letter.address}</bdi> · <bdi>{letter.subject}</bdi>
          </summary>
          <p class="xs muted">
            <bdi class="ltr">{letter.address}</bdi>
          </p>
          <div lang={letter.language} dir={direction(letter.language)} class="stack">
            {letter.paragraphs.map((paragraph) => (
              <Part paragraph={paragraph} />
            ))}
          </div>
        </details>
      ))}
      {approval === 'own' && <p class="hint">{t('letters.yours')}</p>}
      {typeof approval === 'number' && (
        <form method="post" action={`/${language}${path}/approval`} class="row">
          <Button kind="light">{m('letters.approve')}</Button>
          <span class="sm muted">{t('letters.approve-all', { count: approval })}</span>
        </form>
      )}
      <Pagination language={language} page={page} pages={pages} href={(to) => `/${language}${path}${to === 1 ? '' : `?page=${to}`}`} />
    </StaffPage>
  )
}

function Part({ paragraph }: { paragraph: Paragraph }): Html {
  if (typeof paragraph === 'string') return <p>{paragraph}</p>
  if ('heading' in paragraph) return <h2 class="h3">{paragraph.heading}</h2>
  if ('facts' in paragraph) return <Facts facts={paragraph.facts.map(([name, value]) => ({ name, value }))} />
  if ('action' in paragraph) return <p>{paragraph.action.label}</p>
  if ('hash' in paragraph) return <p class="mono ltr">{paragraph.hash.value}</p>
  return (
    <ul>
      {paragraph.list.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
