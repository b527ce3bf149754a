/** Why an application was selected or not, in words, from the sealed record: for everyone alike. */
import type { Child, Html } from '#html'
import { ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { Facts } from '../../../../design/facts.tsx'
import { Icon } from '../../../../design/icons.tsx'
import { type PublicFrame, ReadingPage } from '../../../../design/layout/public-page.tsx'
import { State, type StateShape } from '../../../../design/state.tsx'
import type { Language } from '../../../../domain/language.ts'
import { reasonParts } from '../../reasons/sentences.ts'
import type { ReasonSheet } from '../../reasons/views.ts'
import { words } from '../../reasons/words/index.ts'
import { words as roomWords } from '../../words/index.ts'

export interface ReasonsProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly sheet: ReasonSheet
  /** Whether its reader is of the team that applied. */
  readonly own: boolean
  readonly said?: string | undefined
  /** What stands under the reasons: the appeal. */
  readonly children?: Child
}

const SHAPES: Readonly<Record<ReasonSheet['outcome'], StateShape>> = { selected: 'yes', reserve: 'reserve', 'not-selected': 'no' }

export function ReasonsPage({ language, frame, path, sheet, own, said, children }: ReasonsProps): Html {
  const [t, r] = [words(language), roomWords(language)]
  const base = `/${language}/applications/${sheet.application}`
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('title')} said={said}>
      {own && <BackLink href={`${base}/receipt`}>{t('back')}</BackLink>}
      <div class="stack stack--sm">
        <State is={SHAPES[sheet.outcome]}>{r(`outcome.${sheet.outcome}`, { rank: sheet.reserveRank ?? 0 })}</State>
        <h1>{t('title')}</h1>
        <p class="muted">
          <bdi class="ltr num">{sheet.number}</bdi> · <bdi>{sheet.title}</bdi>
        </p>
        <p>{t('lead')}</p>
      </div>
      {reasonParts(sheet, language).map(({ heading, paragraphs, facts }) => (
        <Card title={heading}>
          <div class="stack stack--sm">
            {paragraphs.map((one) => (
              <p>{one}</p>
            ))}
            {facts !== undefined && facts.length > 0 && <Facts facts={facts.map(([name, value]) => ({ name, value }))} />}
          </div>
        </Card>
      ))}
      {sheet.comments.length > 0 && <Comments sheet={sheet} language={language} />}
      <p class="xs muted">
        {t('proof')} <code class="mono ltr">{sheet.hash}</code>
      </p>
      <div class="actions">
        <ButtonLink kind="quiet" href={`${base}/reasons.pdf`} download>
          <Icon name="down" />
          {t('pdf')}
        </ButtonLink>
      </div>
      {children}
    </ReadingPage>
  )
}

function Comments({ sheet, language }: { sheet: ReasonSheet; language: Language }): Html {
  const t = words(language)
  return (
    <Card title={t('comments.title')}>
      <div class="stack stack--sm">
        <p class="sm muted">{t('comments.lead')}</p>
        {sheet.comments.map(({ criterion, texts }) => (
          <>
            <h3>{criterion}</h3>
            <ul>
              {texts.map((text) => (
                <li dir="auto">{text}</li>
              ))}
            </ul>
          </>
        ))}
      </div>
    </Card>
  )
}
