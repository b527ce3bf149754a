/** What was verified of a person, as they see it themselves, and how they say that it is wrong. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { TextArea } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { More } from '../../../design/more.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { factText } from '../fact-text.ts'
import type { VerificationView } from '../queries/verifications.ts'
import { words } from '../words/index.ts'

export interface FactsProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly zone: string
  readonly today: string
  readonly facts: readonly VerificationView[]
  /** What was typed against one of them and could not be kept. */
  readonly typed: { readonly verification: string; readonly text: string } | null
  readonly refusal: string | undefined
  readonly said: string | undefined
}

export function FactsPage(props: FactsProps): Html {
  const { language, frame, path, facts, refusal, said } = props
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('facts.title')} said={said} error={refusal !== undefined}>
      <BackLink href={`/${language}/me`}>{t('me.title')}</BackLink>
      <Head title={t('facts.title')} lead={t('facts.lead')} />
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {facts.length === 0 && (
        <Empty title={t('facts.none')}>
          <p>{t('facts.none-hint')}</p>
        </Empty>
      )}
      {facts.map((fact) => (
        <FactCard {...props} fact={fact} />
      ))}
    </ReadingPage>
  )
}

function FactCard({ fact, language, zone, today, typed }: FactsProps & { fact: VerificationView }): Html {
  const t = words(language)
  const day = (at: Date): string => formatDate(at, language, 'long', zone)
  const over = fact.validUntil !== null && fact.validUntil < today
  const until = fact.validUntil === null ? t('facts.for-good') : formatDate(fact.validUntil, language)
  return (
    <Card title={t(`fact.${fact.fact}`)} aside={<Standing fact={fact} over={over} language={language} />}>
      <div class="stack">
        <Facts
          columns={2}
          facts={[
            { name: t('facts.value'), value: <bdi>{factText(fact.fact, fact.value, language)}</bdi> },
            { name: t('facts.seen'), value: day(fact.verifiedAt) },
            { name: t('facts.basis'), value: <span dir="auto">{fact.basis}</span> },
            { name: t('facts.until'), value: until },
          ]}
        />
        {fact.revocation !== null && <p dir="auto">{t('facts.revoked-why', { reason: fact.revocation })}</p>}
        {fact.contest !== null && (
          <div class="stack stack--xs">
            <p class="muted">{t('facts.contested-on', { day: day(fact.contest.at) })}</p>
            <p dir="auto">{fact.contest.text}</p>
            {fact.contest.answer !== null && fact.contest.answeredAt !== null && (
              <>
                <p class="muted">{t('facts.answered-on', { day: day(fact.contest.answeredAt) })}</p>
                <p dir="auto">{fact.contest.answer}</p>
              </>
            )}
          </div>
        )}
        {fact.revokedAt === null && !fact.contested && !over && (
          <More summary={t('facts.contest')} open={typed?.verification === fact.id}>
            <form class="stack" method="post" action={`/${language}/me/facts/${fact.id}/contest`} novalidate>
              <TextArea
                name={`text-${fact.id}`}
                label={t('facts.contest-text')}
                hint={t('facts.contest-hint')}
                value={typed?.verification === fact.id ? typed.text : ''}
                language={language}
                short
              />
              <Button kind="quiet">{t('facts.contest-send')}</Button>
            </form>
          </More>
        )}
      </div>
    </Card>
  )
}

function Standing({ fact, over, language }: { fact: VerificationView; over: boolean; language: Language }): Html {
  const t = words(language)
  if (fact.revokedAt !== null) return <State is="no">{t('facts.state-revoked')}</State>
  if (over) return <State is="lock">{t('facts.state-over')}</State>
  return fact.contested ? <State is="wait">{t('facts.state-contested')}</State> : <State is="yes">{t('facts.state-verified')}</State>
}
