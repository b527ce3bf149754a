/** The call on a card of its own, made to stand in a page of another site: what, until when, one link. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Document } from '../../../design/layout/document.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'
import { deadlineText, promisedText } from './deadline.tsx'

/** `origin`: the card leads out of the page it stands in, to the site itself. */
export function CardPage({ language, call, origin }: { language: Language; call: CallView; origin: string }): Html {
  const t = words(language)
  const { call: terms, programme } = call.content
  const name = inLanguage(programme.name, language).text
  const title = inLanguage(terms.title, language).text
  return (
    <Document
      language={language}
      title={title}
      programme={name}
      path={`${call.home}/card`}
      body={
        <main id="main" class="card stack">
          <p class="eyebrow">{name}</p>
          <h1>{title}</h1>
          <p>{inLanguage(terms.summary, language).text}</p>
          <p>
            <b>{stateText(call, language)}</b>
          </p>
          <p>
            <ButtonLink href={`${origin}/${language}${call.home}`} rel="noopener" target="_top">
              {t('card.open')}
            </ButtonLink>
          </p>
        </main>
      }
    />
  )
}

function stateText(call: CallView, language: Language): string {
  const t = words(language)
  const { zone, opens } = call.content.call
  const promised = { language, zone }
  if (call.state === 'announced') return t('card.opens', { date: promisedText({ ...promised, wall: opens, instant: call.times.opensAt }) })
  if (call.state !== 'open') return t('card.closed')
  const date = deadlineText({ content: call.content, deadlineAt: call.times.deadlineAt }, language)
  return date === null ? t('card.rolling') : t('card.until', { date })
}

/** What is pasted into another site to show the card there. */
export function cardMarkup(origin: string, language: Language, edition: string, title: string): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${origin}/${language}/calls/${edition}/card" title="${safe}" width="100%" height="360" loading="lazy"></iframe>`
}
