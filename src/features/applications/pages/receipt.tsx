/** What was sent: number, time, document, hash, what comes next. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Cues } from '../../../design/cues.tsx'
import { Icon } from '../../../design/icons.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { mayStart, withdraw } from '../../../domain/application.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { isolated } from '../../../platform/isolate.ts'
import { dayIn, formatDate, formatDateTime, formatRange, formatTime } from '../../../platform/time/time.ts'
import { formatBytes, formatList } from '../../../platform/words/format.ts'
import type { ReceiptView } from '../views.ts'
import type { ToldStep } from '../told-steps.ts'
import { words } from '../words/index.ts'
import { zoneText } from '../zone-text.ts'
import { Assistance, helpedText } from './assistance.tsx'
import { type Around, applicationPath, HelpLine } from './around.tsx'
import { CorrectionNotice } from './correction.tsx'
import { Hash } from './hash.tsx'

export interface ReceiptProps extends Around {
  readonly view: ReceiptView
  /** Bytes of the document; null when it could not be made just now. */
  readonly weight: number | null
  /** What happened to it so far, the first first. */
  readonly steps: readonly ToldStep[]
  /** What a later stage has to say. */
  readonly told?: Html | undefined
  /** It was decided against: none of the next steps comes. */
  readonly over: boolean
  readonly said?: string | undefined
}

export function ReceiptPage({ view, weight, steps, told, over, said, ...around }: ReceiptProps): Html {
  const { language, frame, path } = around
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('receipt.title', { number: view.number })} said={said}>
      {view.membership === 'helper' && <Assistance head={view} language={language} />}
      <CorrectionNotice view={view} around={around} />
      {told}
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
          {view.language !== language && t('receipt.language', { language: view.language })}{' '}
          {view.email !== null && t.rich('receipt.mailed', { address: <bdi class="ltr">{masked(view.email)}</bdi> })}
        </p>
      </section>
      <section class="stack">
        <h2>{t('history.title')}</h2>
        <Cues steps={happened(steps, view, around)} />
      </section>
      {view.withdrawnAt === null && !over && <Planned view={view} around={around} steps={steps} />}
      <SentFiles files={view.files} language={language} />
      <section class="card stack">
        <h2 class="h3">{t('hash.title')}</h2>
        <p class="sm">{t('hash.text')}</p>
        <Hash value={view.hash} />
        <p class="sm">
          <a href={`/${language}/receipts/${view.hash}`}>{t('hash.check')}</a>
        </p>
        <Before view={view} around={around} />
      </section>
      <Changes view={view} around={around} over={over} />
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
      {view.members.length > 0 && (
        <div>
          <dt>{t('receipt.team')}</dt>
          <dd>
            {formatList(
              view.members.map((member) => isolated(nameFor(member, language), language)),
              language,
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('receipt.time')}</dt>
        <dd>
          <time datetime={view.submittedAt.toISOString()}>{formatDateTime(view.submittedAt, language, view.call.zone, { seconds: true })}</time>
          <br />
          <span class="sm muted">{zoneText(view, language)}</span>
        </dd>
      </div>
      {view.helped.length > 0 && (
        <div>
          <dt>{t('assistance.receipt')}</dt>
          {view.helped.map((one) => (
            <dd>{helpedText(one, view.call, language)}</dd>
          ))}
        </div>
      )}
      {view.correctedAt !== null && (
        <div>
          <dt>{t('receipt.corrected')}</dt>
          <dd>
            <time datetime={view.correctedAt.toISOString()}>{formatDateTime(view.correctedAt, language, view.call.zone, { seconds: true })}</time>
            <br />
            <span class="sm muted">
              {view.withdrawnAt === null && t('receipt.corrected-note')}{' '}
              {view.correction?.declared != null && t(`assistance.declared.${view.correction.declared}`)}
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Each file that was sent, by its name, its weight and its own hash. */
function SentFiles({ files, language }: Pick<ReceiptView, 'files'> & Pick<Around, 'language'>): Html {
  const t = words(language)
  if (files.length === 0) return <></>
  return (
    <section class="card stack" aria-labelledby="files-sent">
      <h2 class="h3" id="files-sent">
        {t('receipt.files')}
      </h2>
      <ul class="stack stack--sm">
        {files.map(({ name, bytes, sha256 }) => (
          <li class="stack stack--xs">
            <span>{t.rich('receipt.file', { name: <bdi>{name}</bdi>, weight: <bdi>{formatBytes(bytes, language)}</bdi> })}</span>
            <Hash value={sha256} />
          </li>
        ))}
      </ul>
      <p class="sm muted">{t('receipt.files-prove')}</p>
    </section>
  )
}

/** The fingerprints of what was sent before corrections, the last first. */
function Before({ view, around: { language } }: { view: ReceiptView; around: Around }): Html {
  const t = words(language)
  return (
    <>
      {[...view.before].reverse().map((one) => (
        <div class="stack stack--xs">
          <h3 class="sm strong">{t('hash.before')}</h3>
          <p class="sm">{t('hash.before-text', { date: formatDateTime(one.sentAt, language, view.call.zone) })}</p>
          <Hash value={one.hash} />
        </div>
      ))}
    </>
  )
}

/** `s••••@example.org`: enough to recognise one's own address, too little to learn somebody's. */
function masked(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}••••${email.slice(at)}`
}

function happened(steps: readonly ToldStep[], { call }: ReceiptView, { language }: Around) {
  return steps.map(({ at, title }, place) => ({
    title,
    text: formatDate(at, language, 'full', call.zone),
    progress: place === steps.length - 1 ? ('live' as const) : ('done' as const),
  }))
}

/** Dates of the calendar after the last thing that happened, but those of what has happened before its day. A day that has passed is not yet a thing done: it stays a date that was planned. */
function Planned({ view, around, steps }: { view: ReceiptView; around: Around; steps: readonly ToldStep[] }): Html {
  const { language } = around
  const t = words(language)
  const since = dayIn(steps.at(-1)?.at ?? view.submittedAt, view.call.zone)
  const past = new Set(steps.flatMap(({ ends = [] }) => ends))
  const ahead = view.dates.filter((date) => date.to > since && !past.has(date.code))
  return (
    <section class="stack">
      <h2>{t('next.title')}</h2>
      {ahead.length === 0 && <p>{t('next.none')}</p>}
      {ahead.length > 0 && (
        <Cues
          steps={ahead.map(({ name, from, to }) => ({
            title: inLanguage(name, language).text,
            text: t('next.planned', { when: from === to ? formatDate(from, language, 'weekday') : formatRange(from, to, language, 'day-month') }),
          }))}
        />
      )}
    </section>
  )
}

function Changes({ view, around, over }: { view: ReceiptView; around: Around; over: boolean }): Html {
  const { language, now } = around
  const t = words(language)
  const open = mayStart(view.call, now).ok
  const mayWithdraw = !over && view.membership === 'holder' && withdraw(view, now).ok
  if (over && view.help === null) return <></>
  return (
    <section class="stack stack--sm">
      <h2>{t(over ? 'receipt.question' : 'receipt.change')}</h2>
      <ul class="rows">
        {mayWithdraw && (
          <li>
            <span>{open ? replaceText(view.call, language) : t('receipt.withdraw-closed')}</span>{' '}
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

/** Until when it may be taken back to send another. */
function replaceText({ deadlineAt, zone }: ReceiptView['call'], language: Language): string {
  const t = words(language)
  if (deadlineAt === null) return t('receipt.withdraw-rolling')
  return t('receipt.withdraw-open', { time: formatTime(deadlineAt, language, zone), date: formatDate(deadlineAt, language, 'day-month', zone) })
}
