/** The decision on an application as its team reads it, once the letter has left; and where an appeal stands. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { State } from '../../../design/state.tsx'
import { lodgeAppeal } from '../../../domain/appeal.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime, formatDeadline } from '../../../platform/time/time.ts'
import { Files, type LinkedFile } from '../../files/index.ts'
import type { OwnDecision } from '../appeals/views.ts'
import { words as appealWords } from '../appeals/words/index.ts'
import { words } from '../letters/words/index.ts'

export interface OwnDecisionProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly now: Date
  readonly view: OwnDecision
  /** Given with the appeal, where the reader is who gave them. */
  readonly files: readonly LinkedFile[]
  readonly said?: string | undefined
}

export function OwnDecisionPage(props: OwnDecisionProps): Html {
  const { language, frame, path, view, said } = props
  const t = words(language)
  const { told } = view
  const kind = told.eligible ? 'eligible' : 'ineligible'
  const base = `/${language}/applications/${told.application}`
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t(`letter.${kind}.title`)} said={said}>
      <BackLink href={`${base}/receipt`}>{t('page.back')}</BackLink>
      <section class="card card--lit stack" aria-labelledby="decision">
        <State is={told.eligible ? 'yes' : 'no'}>{t(`state.${kind}`)}</State>
        <h1 id="decision">{t(`letter.${kind}.title`)}</h1>
        <Facts
          facts={[
            { name: t('letter.number'), value: <bdi class="ltr num">{told.number}</bdi> },
            { name: t('letter.project'), value: <bdi>{told.title}</bdi> },
            ...(told.ground === null ? [] : [{ name: t('letter.ground'), value: inLanguage(told.ground.name, language).text }]),
            ...(told.leftAt === null ? [] : [{ name: t('page.told'), value: formatDate(told.leftAt, language, 'full', told.zone) }]),
          ]}
        />
        {told.eligible ? <p>{t('letter.eligible.next')}</p> : <Reason view={view} language={language} />}
        <div class="actions">
          <ButtonLink kind="quiet" href={`${base}/decision.pdf`} download>
            <Icon name="down" />
            {t('page.pdf')}
          </ButtonLink>
        </div>
      </section>
      <Appeal {...props} />
    </ReadingPage>
  )
}

function Reason({ view: { told }, language }: { view: OwnDecision; language: Language }): Html {
  const t = words(language)
  const rule = told.ground === null ? '' : inLanguage(told.ground.reason, told.language).text
  return (
    <>
      <h2>{t('letter.reason')}</h2>
      <p dir="auto" lang={told.language} class="prose">
        {told.reason}
      </p>
      {told.lacking.length > 0 && (
        <>
          <p>{t('letter.lacking', { count: told.lacking.length })}</p>
          <ul>
            {told.lacking.map((label) => (
              <li>{inLanguage(label, language).text}</li>
            ))}
          </ul>
        </>
      )}
      {rule !== '' && rule !== told.reason && (
        <p class="sm muted" dir="auto">
          {t('letter.rule', { rule: told.ground === null ? '' : inLanguage(told.ground.reason, language).text })}
        </p>
      )}
    </>
  )
}

function Appeal({ view, language, now, files }: OwnDecisionProps): Html {
  const t = appealWords(language)
  const { told, appeal, until } = view
  if (appeal === null) return until === null ? <></> : <MayAppeal view={view} language={language} now={now} until={until} />
  return (
    <section class="card stack" aria-labelledby="appeal">
      <h2 id="appeal">{t('own.title')}</h2>
      {appeal.answer === null ? (
        <>
          <State is="wait">{t('own.waiting')}</State>
          <p>{t('own.received', { at: formatDateTime(appeal.lodgedAt, language, told.zone) })}</p>
        </>
      ) : (
        <>
          <State is={appeal.answer.upheld ? 'yes' : 'no'}>{t(appeal.answer.upheld ? 'own.upheld' : 'own.rejected')}</State>
          <p dir="auto" lang={told.language}>
            {appeal.answer.text}
          </p>
          <p class="sm muted">{t('own.answered', { at: formatDate(appeal.answer.at, language, 'long', told.zone) })}</p>
        </>
      )}
      <details class="more">
        <summary>{t('own.text')}</summary>
        <p dir="auto">{appeal.text}</p>
      </details>
      {files.length > 0 && (
        <>
          <h3>{t('own.files')}</h3>
          <Files files={files} language={language} />
        </>
      )}
    </section>
  )
}

function MayAppeal({ view, language, now, until }: { view: OwnDecision; language: Language; now: Date; until: Date }): Html {
  const t = appealWords(language)
  const { told, membership, withdrawn } = view
  const at = formatDeadline(until, language, told.zone, { style: 'full' })
  const may = lodgeAppeal({ membership, withdrawn, until, ineligible: !told.eligible, lodgedAt: null }, { text: 'x' }, now)
  return (
    <section class="card stack" aria-labelledby="appeal">
      <h2 id="appeal">{t('own.disagree')}</h2>
      {now > until ? (
        <p>{t('own.over', { at })}</p>
      ) : (
        <>
          <p>{t('own.until', { at })}</p>
          {may.ok ? (
            <div class="actions">
              <ButtonLink kind="light" href={`/${language}/applications/${told.application}/appeal`}>
                {t('own.write')}
              </ButtonLink>
            </div>
          ) : (
            !withdrawn && <p class="sm muted">{t('own.holder')}</p>
          )}
        </>
      )}
    </section>
  )
}

/** On the page of the receipt: that there is a decision, and where it is read. */
export function DecisionCard({ view, language, now }: { view: OwnDecision; language: Language; now: Date }): Html {
  const t = words(language)
  const { told, appeal, until } = view
  const kind = told.eligible ? 'eligible' : 'ineligible'
  return (
    <section class="card stack stack--sm" aria-labelledby="told">
      <h2 class="h3" id="told">
        {t('card.title')}
      </h2>
      <State is={told.eligible ? 'yes' : 'no'}>{t(`state.${kind}`)}</State>
      {!told.eligible && (
        <p dir="auto" lang={told.language}>
          {told.reason}
        </p>
      )}
      <p>
        <a href={`/${language}/applications/${told.application}/decision`}>{t('card.read')}</a>
      </p>
      {appeal === null && until !== null && now <= until && (
        <p class="sm">{appealWords(language)('own.until', { at: formatDeadline(until, language, told.zone, { style: 'full' }) })}</p>
      )}
    </section>
  )
}
