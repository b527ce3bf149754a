/** What was sent: number, time, document, hash, what comes next. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Cues } from '../../../design/cues.tsx'
import { Icon } from '../../../design/icons.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { mayStart, withdraw } from '../../../domain/application.ts'
import { inLanguage } from '../../../domain/language.ts'
import { dayIn, formatDate, formatDateTime, formatRange, formatTime } from '../../../platform/time/time.ts'
import { formatBytes } from '../../../platform/words/format.ts'
import type { ReceiptView } from '../views.ts'
import { words } from '../words/index.ts'
import { zoneText } from '../zone-text.ts'
import { type Around, applicationPath, HelpLine } from './around.tsx'
import { Hash } from './hash.tsx'

export interface ReceiptProps extends Around {
  readonly view: ReceiptView
  /** Bytes of the document; null when it could not be made just now. */
  readonly weight: number | null
  readonly said?: string | undefined
}

export function ReceiptPage({ view, weight, said, ...around }: ReceiptProps): Html {
  const { language, frame, path } = around
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('receipt.title', { number: view.number })} said={said}>
      <section class="card card--lit stack" aria-labelledby="received">
        <State is={view.withdrawnAt === null ? 'done' : 'no'}>{t(view.withdrawnAt === null ? 'state.sent' : 'state.withdrawn')}</State>
        <h1 id="received">{t(view.withdrawnAt === null ? 'receipt.received' : 'receipt.withdrawn')}</h1>
        {view.withdrawnAt !== null && (
          <Note is="bad">
            <p>{t('receipt.withdrawn-text', { date: formatDateTime(view.withdrawnAt, language, view.call.zone) })}</p>
          </Note>
        )}
        <Received view={view} around={around} />
        <div class="actions">
          <ButtonLink kind="light" href={applicationPath(view, language, '/receipt.pdf')} download>
            <Icon name="down" />
            {t('receipt.download')}
          </ButtonLink>
        </div>
        <p class="sm muted">
          {weight !== null && t.rich('receipt.weight', { weight: <bdi>{formatBytes(weight, language)}</bdi> })}{' '}
          {view.email !== null && t.rich('receipt.mailed', { address: <bdi class="ltr">{masked(view.email)}</bdi> })}
        </p>
      </section>
      {view.withdrawnAt === null && (
        <section class="stack">
          <h2>{t('next.title')}</h2>
          <Cues steps={stepsOf(view, around)} />
        </section>
      )}
      <section class="card stack">
        <h2 class="h3">{t('hash.title')}</h2>
        <p class="sm">{t('hash.text')}</p>
        <Hash value={view.hash} />
        <p class="sm">
          <a href={`/${language}/receipts/${view.hash}`}>{t('hash.check')}</a>
        </p>
      </section>
      <Changes view={view} around={around} />
    </ReadingPage>
  )
}

function Received({ view, around: { language } }: { view: ReceiptView; around: Around }): Html {
  const t = words(language)
  return (
    <dl class="kv">
      <div>
        <dt>{t('receipt.number')}</dt>
        <dd class="big">
          <bdi class="ltr num">{view.number}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('receipt.project')}</dt>
        <dd>
          <bdi>{view.title}</bdi> · <bdi>{view.holderName}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('receipt.time')}</dt>
        <dd>
          <time datetime={view.submittedAt.toISOString()}>{formatDateTime(view.submittedAt, language, view.call.zone, { seconds: true })}</time>
          <br />
          <span class="sm muted">{zoneText(view, language)}</span>
        </dd>
      </div>
    </dl>
  )
}

/** `s••••@example.org`: enough to recognise one's own address, too little to learn somebody's. */
function masked(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}••••${email.slice(at)}`
}

function stepsOf(view: ReceiptView, { language, now }: Around) {
  const t = words(language)
  const today = dayIn(now, view.call.zone)
  const live = view.dates.find((date) => date.to >= today)
  const sent = { title: t('next.sent'), text: formatDate(view.submittedAt, language, 'weekday', view.call.zone), progress: 'done' as const }
  return [
    sent,
    ...view.dates.map((date) => ({
      title: inLanguage(date.name, language).text,
      text: date.from === date.to ? formatDate(date.from, language, 'weekday') : formatRange(date.from, date.to, language, 'day-month'),
      ...(date.to < today ? { progress: 'done' as const } : date === live ? { progress: 'live' as const } : {}),
    })),
  ]
}

function Changes({ view, around }: { view: ReceiptView; around: Around }): Html {
  const { language, now } = around
  const t = words(language)
  const open = mayStart(view.call, now).ok
  const mayWithdraw = view.membership === 'holder' && withdraw(view, now).ok
  return (
    <section class="stack stack--sm">
      <h2>{t('receipt.change')}</h2>
      <ul class="rows">
        {mayWithdraw && (
          <li>
            <span>
              {open
                ? t('receipt.withdraw-open', {
                    time: formatTime(view.call.deadlineAt, language, view.call.zone),
                    date: formatDate(view.call.deadlineAt, language, 'day-month', view.call.zone),
                  })
                : t('receipt.withdraw-closed')}
            </span>{' '}
            <a href={applicationPath(view, language, '/withdrawal')}>{t('withdraw.link')}</a>
          </li>
        )}
        {view.withdrawnAt !== null && open && (
          <li>
            <span>{t('receipt.again')}</span> <a href={`/${language}/calls/${view.edition.slug}/applications`}>{t('start.again')}</a>
          </li>
        )}
        <HelpLine help={view.help} language={language} />
      </ul>
    </section>
  )
}
