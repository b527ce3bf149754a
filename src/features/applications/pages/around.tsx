/** What the pages of an application share: their frame, the line that says what is kept, the line that says how long is left. */
import { type Child, type Html, trusted } from '#html'
import { Icon } from '../../../design/icons.tsx'
import { Document, type DocumentProps } from '../../../design/layout/document.tsx'
import { Foot, type PublicFrame, Top } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { takesApplications } from '../../../domain/application.ts'
import { type CallTimes, lastMoment } from '../../../domain/call.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { dayIn, daysLeft, formatDate, formatDateTime, formatDeadline, formatTime } from '../../../platform/time/time.ts'
import { printPhone } from '../answer-text.ts'
import { KeptHere } from '../phone/kept-here.tsx'
import type { ApplicationHead, TaskListView } from '../views.ts'
import { words } from '../words/index.ts'

export interface Around {
  readonly language: Language
  readonly frame: PublicFrame
  /** Path of the page without its language. */
  readonly path: string
  readonly now: Date
  /** Sign of the viewer, for what their phone keeps; empty for a visitor. */
  readonly owner: string
}

/** A page wider than a column of reading: sheets to check, two versions side by side. */
export function WidePage({
  around,
  children,
  ...document
}: Omit<DocumentProps, 'programme' | 'language' | 'path'> & { around: Around; children?: Child }): Html {
  const { language, frame, path } = around
  return (
    <Document
      {...document}
      language={language}
      path={path}
      programme={frame.programme}
      body={
        <>
          <Top frame={frame} language={language} path={path} />
          <main id="main" class="wrap wrap--mid section section--tight stack stack--xl">
            {children}
          </main>
          <Foot frame={frame} whole={false} />
        </>
      }
    />
  )
}

/** At the end of a page of a draft: what its phone is told to keep. */
export function Keep({ view, around }: { view: ApplicationHead & { readonly toKeep: string }; around: Pick<Around, 'language' | 'owner'> }): Html {
  return <KeptHere language={around.language} owner={around.owner} application={view.id} sections={view.toKeep} edition={view.edition.slug} />
}

export function applicationPath(head: Pick<ApplicationHead, 'id'>, language: Language, rest = ''): string {
  return `/${language}/applications/${head.id}${rest}`
}

/** Back to the list of parts. */
export function BackToList({ head, language }: { head: ApplicationHead; language: Language }): Html {
  return (
    <a class="back" href={applicationPath(head, language)}>
      <Icon name="back" flip />
      {words(language)('list.back')}
    </a>
  )
}

/** "Application KW-2024-0187", the number kept in its order. */
export function NumberLine({ head, language }: { head: ApplicationHead; language: Language }): Html {
  return (
    <p class="eyebrow">
      {words(language)('application')} <bdi class="ltr">{head.number}</bdi>
    </p>
  )
}

/** Answers written twice stand in the way of sending: said above everything else. */
export function AsideNote({ head, count, language }: { head: ApplicationHead; count: number; language: Language }): Html {
  const t = words(language)
  if (count === 0) return trusted('')
  return (
    <Note is="wait">
      <p>
        {t('aside.waiting', { count })} <a href={applicationPath(head, language, '/versions')}>{t('aside.choose')}</a>
      </p>
    </Note>
  )
}

/** When everything was saved last: today with the time, else with the day. */
export function savedText(savedAt: Date, { language, now }: Pick<Around, 'language' | 'now'>, zone: string): string {
  const t = words(language)
  const time = formatTime(savedAt, language, zone)
  return dayIn(savedAt, zone) === dayIn(now, zone)
    ? t('saved.today', { time })
    : t('saved.on', { date: formatDate(savedAt, language, 'weekday', zone), time })
}

/** Whom to ask, and when: one row of a list; nothing when the call names nobody. */
export function HelpLine({ help, language }: { help: TaskListView['help']; language: Language }): Html {
  if (help === null) return trusted('')
  return (
    <li>
      {inLanguage(help.hours, language).text}{' '}
      <a href={`tel:${help.phone.replace(/[^+\d]/g, '')}`}>
        <bdi class="ltr">{printPhone(help.phone)}</bdi>
      </a>
    </li>
  )
}

const MINUTE = 60_000

/** How long is left until the deadline, in the two units that matter; within the grace, that it runs. Null once closed, before the opening, or without a deadline. */
export function timeLeft(call: CallTimes & { readonly zone: string }, { language, now }: Pick<Around, 'language' | 'now'>): string | null {
  if (call.deadlineAt === null || !takesApplications(call, now).ok) return null
  const t = words(language)
  const minutes = Math.floor((call.deadlineAt.getTime() - now.getTime()) / MINUTE)
  if (minutes < 0) return t('left.grace')
  const days = daysLeft(dayIn(now, call.zone), dayIn(call.deadlineAt, call.zone))
  const hours = Math.floor(minutes / 60)
  if (days >= 2) return t('left.days', { days })
  if (hours === 0) return t('left.minutes', { minutes: minutes % 60 })
  if (hours >= 6 || minutes % 60 === 0) return t('left.hours', { hours })
  return t('left.hours-minutes', { hours, minutes: minutes % 60 })
}

/** How long is left and until when, or that there is no deadline; null when nothing can be sent. */
export function leftText(call: ApplicationHead['call'], around: Pick<Around, 'language' | 'now'>): string | null {
  const t = words(around.language)
  if (call.deadlineAt === null) return takesApplications(call, around.now).ok ? t('list.rolling') : null
  const left = timeLeft(call, around)
  // The distance from UTC is that in which the promise was made.
  return left === null ? null : t('list.left', { left, deadline: formatDeadline(call.deadlineAt, around.language, call.zone) })
}

/** Why nothing can be written any more, with the moment; null while the call takes applications. */
export function closedSentence(head: ApplicationHead, { language, now }: Pick<Around, 'language' | 'now'>): string | null {
  const open = takesApplications(head.call, now)
  if (open.ok) return null
  const t = words(language)
  if (open.code === 'application/call-not-open') return t('closed.not-open', { date: formatDateTime(head.call.opensAt, language, head.call.zone) })
  if (open.code === 'application/results-public') return t('closed.results')
  const last = lastMoment(head.call)
  return last === null ? null : t('closed.late', { date: formatDateTime(last, language, head.call.zone, { seconds: true }) })
}
