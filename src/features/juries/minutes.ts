/** The minutes of a closed session, from its record: who was there, who had left for which file, what was decided. */
import { inScript, type Language } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import { isolated } from '../../platform/isolate.ts'
import { type Part, renderPdf } from '../../platform/documents/pdf.ts'
import { formatDateTime, formatTime } from '../../platform/time/time.ts'
import { formatList, formatNumber } from '../../platform/words/format.ts'
import type { JuryRecord, SealedMinutes } from './queries/record.ts'
import { words } from './words/index.ts'

export interface JuryMinutes extends SealedMinutes {
  readonly organisation: string
  readonly edition: string
  readonly zone: string
}

/** PDF in one language; the same record gives the same bytes. */
export function juryMinutesPdf(facts: JuryMinutes, language: Language): Promise<Uint8Array> {
  const t = words(language)
  const closed = new Date(facts.record.closedAt)
  return renderPdf({
    template: 'table',
    language,
    at: closed,
    data: {
      title: t('minutes.title'),
      organisation: facts.organisation,
      date: formatDateTime(closed, language, facts.zone, { style: 'long' }),
      reference: t('minutes.reference', { edition: facts.edition, hash: isolated(facts.hash.slice(0, 16), language) }),
      pages: t('minutes.pages', { page: '{page}', pages: '{pages}' }),
      body: minutesBody(facts, language),
      signatures: { title: t('minutes.signatures'), boxes: [{ name: '', role: t('minutes.chair') }] },
    },
  })
}

/** What the minutes say, without their head and their signature. */
export function minutesBody({ record, hash, zone }: JuryMinutes, language: Language): Part[] {
  const t = words(language)
  const names = new Map(record.members.map((one) => [one.person, nameFor({ nameAr: one.ar, nameLatin: one.latin }, language)]))
  const named = (people: readonly string[]): string =>
    people.length === 0
      ? t('minutes.nobody')
      : formatList(
          people.map((one) => names.get(one) ?? ''),
          language,
        )
  const time = (at: string): string => formatTime(new Date(at), language, zone)
  return [
    {
      facts: [
        [t('fact.place'), inScript(record.place, language)],
        [t('minutes.opened'), formatDateTime(new Date(record.openedAt), language, zone)],
        [t('minutes.closed'), formatDateTime(new Date(record.closedAt), language, zone)],
        [t('fact.quorum'), formatNumber(record.quorum, language)],
      ],
    },
    { heading: t('minutes.members') },
    { list: record.members.map((one) => movements(one, names.get(one.person) ?? '', language, time)) },
    { heading: t('minutes.files') },
    ...(record.files.length === 0 ? [t('minutes.no-file')] : record.files.flatMap((file) => filePart(file, language, named, time))),
    ...(record.notOpened.length === 0
      ? []
      : [
          t('minutes.not-opened', {
            files: formatList(
              record.notOpened.map((one) => isolated(one, language)),
              language,
            ),
          }),
        ]),
    { small: t('minutes.scores') },
    { hash },
  ]
}

function movements(one: JuryRecord['members'][number], name: string, language: Language, time: (at: string) => string): string {
  const t = words(language)
  if (one.movements.length === 0) return t('minutes.absent', { name })
  const moves = one.movements.map(({ present, at }) => t(present ? 'minutes.came' : 'minutes.went', { time: time(at) }))
  return t('minutes.moves', { name, moves: formatList(moves, language) })
}

function filePart(
  file: JuryRecord['files'][number],
  language: Language,
  named: (people: readonly string[]) => string,
  time: (at: string) => string,
): Part[] {
  const t = words(language)
  const { votes, declared = [], setAside = [] } = file
  return [
    { heading: t('minutes.file', { number: isolated(file.number, language) }) },
    {
      facts: [
        [t('minutes.from-to'), t('minutes.hours', { from: time(file.openedAt), to: time(file.endedAt) })],
        [t('minutes.present'), named(file.present)],
        [t('minutes.recused'), recusedFrom(file, language, named, time)],
        [t('minutes.votes'), t('live.votes', { for: votes.for, against: votes.against, abstain: votes.abstain })],
        ...(setAside.length === 0 ? [] : [[t('minutes.set-aside'), named(setAside)] as const]),
        [t('minutes.decision'), t(`outcome.${file.outcome}`)],
        ...declared
          .filter(({ after }) => after)
          .map(
            ({ person, at }) =>
              [
                t('minutes.after'),
                t('minutes.declared-after', { name: isolated(named([person]), language), time: at === null ? '' : time(at) }),
              ] as const,
          ),
        ...(file.note === '' ? [] : [[t('minutes.remark'), file.note] as const]),
      ],
    },
  ]
}

/** Those who were out from the start, then those who left it once it was open, each with the hour. */
function recusedFrom(
  { recused, declared = [] }: JuryRecord['files'][number],
  language: Language,
  named: (people: readonly string[]) => string,
  time: (at: string) => string,
): string {
  if (recused.length === 0) return named(recused)
  const t = words(language)
  const since = new Map(declared.flatMap(({ person, at, after }) => (after || at === null ? [] : [[person, at] as const])))
  return formatList(
    recused.map((one) => {
      const [name, at] = [named([one]), since.get(one)]
      return at === undefined ? name : t('minutes.recused-at', { name: isolated(name, language), time: time(at) })
    }),
    language,
  )
}
