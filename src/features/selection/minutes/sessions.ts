/** What the minutes of the selection say of the sessions of the jury: date, who was there, who was out for which file, what was decided. */
import { inScript, type Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Part } from '../../../platform/documents/pdf.ts'
import { formatDateTime, formatTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import type { HeldSession } from '../queries/held-sessions.ts'
import { words } from './words/index.ts'

/** Nothing where no session was held. */
export function sessionParts(sessions: readonly HeldSession[], language: Language, zone: string): Part[] {
  if (sessions.length === 0) return []
  const t = words(language)
  return [{ heading: t('session.title', { count: sessions.length }) }, ...sessions.flatMap((one) => sessionPart(one, language, zone))]
}

function sessionPart(one: HeldSession, language: Language, zone: string): Part[] {
  const t = words(language)
  const named = (people: readonly string[]): string =>
    people.length === 0
      ? t('session.nobody')
      : formatList(
          people.map((name) => isolated(name, language)),
          language,
        )
  const facts: (readonly [string, string])[] = [
    [t('session.held'), t('session.from-to', { from: formatDateTime(one.openedAt, language, zone), to: formatTime(one.closedAt, language, zone) })],
    [t('session.place'), inScript(one.place, language)],
    [t('session.quorum'), formatNumber(one.quorum, language)],
    [t('session.present'), named(one.present)],
    ...(one.absent.length === 0 ? [] : [[t('session.absent'), named(one.absent)] as const]),
  ]
  const rows = one.files.map((file) => [
    file.number,
    file.note === ''
      ? t(`session.outcome.${file.outcome}`)
      : t('session.noted', { outcome: t(`session.outcome.${file.outcome}`), note: isolated(file.note, language) }),
    file.recused.length === 0 ? '–' : named(file.recused),
  ])
  const columns = [{ label: t('session.file') }, { label: t('session.decision'), width: 3 }, { label: t('session.recused'), width: 2 }]
  const left = one.notOpened.map((number) => isolated(number, language))
  return [
    { facts },
    ...(rows.length === 0 ? [t('session.no-file')] : [{ table: { columns, rows } }]),
    ...(left.length === 0 ? [] : [t('session.not-opened', { files: formatList(left, language) })]),
    { hash: one.hash },
  ]
}
