/** A published communiqué, as anyone reads it: the figures as printed that day, each a link. */
import type { Html } from '#html'
import { Crumbs } from '../../../design/crumbs.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { printedOf, printPlain } from '../print-text.ts'
import type { PublishedCommunique } from '../views.ts'
import { words } from '../words/index.ts'
import { Panel } from './panel.tsx'
import { Paper } from './paper.tsx'
import { Sources } from './sources.tsx'
import { WarningNote } from './warning.tsx'

export interface CommuniqueProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly zone: string
  readonly communique: PublishedCommunique
}

/** Warnings the public reads: those about what the figures mean. That one changed, or that a language lacks one, is the desk's. */
const TOLD = new Set(['total', 'counted-otherwise'])

export function CommuniquePage({ language, frame, path, zone, communique }: CommuniqueProps): Html {
  const t = words(language)
  const { text, figures, edition, at } = communique
  const printed = printedOf(figures)
  const title = printPlain(text.title[language], language, printed)
  const on = formatDate(at, language, 'long', zone)
  const name = inLanguage(edition.name, language).text
  const notes = communique.warnings.filter(({ warning }) => TOLD.has(warning.is))
  const [first = ''] = text.body[language]
  return (
    <PublicPage language={language} title={title} description={printPlain(first, language, printed)} path={path} frame={frame} listed>
      <div class="wrap section section--tight stack stack--lg">
        <Crumbs
          label={t('impact.title')}
          path={[
            { name: t('impact.title'), href: `/${language}/impact` },
            { name: name, href: `/${language}/impact#edition-${edition.slug}` },
            { name: title, href: '', current: true },
          ]}
        />
        <div class="pair pair--wide room">
          <div class="stack stack--lg">
            <Paper
              text={language}
              language={language}
              content={text}
              figures={printed}
              eyebrow={t('communique.eyebrow', { edition: name, on })}
              level={1}
            />
            {notes.length > 0 && (
              <Panel title={t('communique.notes')}>
                <div class="stack">
                  {notes.map(({ warning }) => (
                    <WarningNote warning={warning} figures={figures} language={language} />
                  ))}
                </div>
              </Panel>
            )}
            <p class="sm muted">{t('communique.as-printed', { on })}</p>
          </div>
          <aside>
            <Sources language={language} figures={figures} />
          </aside>
        </div>
      </div>
    </PublicPage>
  )
}
