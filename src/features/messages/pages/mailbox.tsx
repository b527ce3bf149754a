/** The demo's mailbox: every mail the programme wrote, as its reader would see it. */
import type { Html } from '#html'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { unbroken } from '../../../design/unbroken.tsx'
import type { Language } from '../../../domain/language.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { MailboxLine, MessageView } from '../queries.ts'
import { words } from '../words/index.ts'

interface Around {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly zone: string
}

export interface MailboxProps extends Around {
  readonly lines: readonly MailboxLine[]
  readonly page: number
  readonly pages: number
}

export function MailboxPage({ language, frame, path, zone, lines, page, pages }: MailboxProps): Html {
  const t = words(language)
  return (
    <PublicPage language={language} frame={frame} path={path} title={t('mailbox.title')}>
      <div class="wrap section section--tight stack stack--lg">
        <Head title={t('mailbox.title')} lead={t('mailbox.lead')} />
        {lines.length === 0 ? (
          <Empty title={t('mailbox.empty')}>
            <p>{t('mailbox.empty-hint')}</p>
          </Empty>
        ) : (
          <div class="card card--flush room">
            <Table
              caption={t('mailbox.title')}
              rows={lines}
              columns={[
                {
                  name: t('mailbox.subject'),
                  head: true,
                  cell: (line) => (
                    <>
                      {line.channel === 'sms' && <State is="none">{t('mailbox.sms')}</State>}{' '}
                      <a href={`/${language}/demo/mailbox/${line.id}`} lang={line.language} dir="auto">
                        {line.subject}
                      </a>
                    </>
                  ),
                },
                { name: t('mailbox.to'), cell: (line) => <bdi class="ltr">{line.address}</bdi> },
                { name: t('mailbox.written'), cell: (line) => formatDateTime(line.writtenAt, language, zone) },
              ]}
            />
          </div>
        )}
        <Pagination language={language} page={page} pages={pages} href={(to) => `/${language}/demo/mailbox?page=${to}`} />
      </div>
    </PublicPage>
  )
}

export function MailPage({ language, frame, path, zone, message }: Around & { message: MessageView }): Html {
  const t = words(language)
  return (
    <PublicPage language={language} frame={frame} path={path} title={message.subject}>
      <div class="wrap wrap--read section section--tight stack stack--lg">
        <BackLink href={`/${language}/demo/mailbox`}>{t('mailbox.back')}</BackLink>
        <p class="sm muted">
          {t('mailbox.to')} <bdi class="ltr">{message.address}</bdi> · {formatDateTime(message.writtenAt, language, zone)}
          {message.channel === 'sms' && ` · ${t('mailbox.sms')}`}
        </p>
        <article class="card stack" lang={message.language} dir={message.language === 'ar' ? 'rtl' : 'ltr'}>
          {message.channel === 'mail' && <h1 class="h3">{unbroken(message.subject)}</h1>}
          {message.paragraphs.map((paragraph) => (
            <Part paragraph={paragraph} />
          ))}
        </article>
      </div>
    </PublicPage>
  )
}

function Part({ paragraph }: { paragraph: Paragraph }): Html {
  if (typeof paragraph === 'string') return <p>{paragraph}</p>
  if ('heading' in paragraph) return <h2 class="h3">{paragraph.heading}</h2>
  if ('list' in paragraph) {
    const items = paragraph.list.map((item) => <li>{item}</li>)
    return <div class="prose">{paragraph.ordered ? <ol>{items}</ol> : <ul>{items}</ul>}</div>
  }
  if ('action' in paragraph) {
    return (
      <p>
        <a class="btn" href={paragraph.action.href}>
          {paragraph.action.label}
        </a>
      </p>
    )
  }
  if ('hash' in paragraph) {
    return (
      <p class="sm">
        {paragraph.hash.label} <bdi class="mono ltr">{paragraph.hash.value}</bdi>
      </p>
    )
  }
  return (
    <dl class="kv">
      {paragraph.facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
