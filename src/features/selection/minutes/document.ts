/** The minutes of the selection, ready to sign, from the sealed plan. */
import type { Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import { type Column, type Part, renderPdf, type Words } from '../../../platform/documents/pdf.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import type { HeldSession } from '../queries/held-sessions.ts'
import type { Attendance } from '../queries/presence.ts'
import type { Room } from '../queries/room.ts'
import type { LineView, PlanView, QuotaView, SealView } from '../views.ts'
import { words } from '../words/index.ts'
import { sessionParts } from './sessions.ts'
import { words as minutesWords } from './words/index.ts'

export interface MinutesFacts {
  readonly organisation: string
  readonly edition: string
  readonly zone: string
  readonly room: Room
  readonly plan: PlanView
  readonly seal: SealView
  /** Who sat, and what each was recused from. */
  readonly present: readonly Attendance[]
  /** Sessions of the jury closed before the seal. */
  readonly sessions: readonly HeldSession[]
  readonly signatories: readonly { readonly name: string; readonly role: 'chair' | 'director' }[]
}

/** PDF in one language; the same seal gives the same bytes. */
export function minutesPdf(facts: MinutesFacts, language: Language): Promise<Uint8Array> {
  const t = words(language)
  const { seal } = facts
  const signers =
    facts.signatories.length > 0
      ? facts.signatories
      : ([
          { name: '', role: 'chair' },
          { name: '', role: 'director' },
        ] as const)
  return renderPdf({
    template: 'table',
    language,
    at: seal.sealedAt,
    data: {
      title: t('minutes.title'),
      organisation: facts.organisation,
      date: formatDateTime(seal.sealedAt, language, facts.zone, { style: 'long' }),
      reference: t('minutes.reference', { edition: facts.edition, hash: isolated(seal.hash.slice(0, 16), language) }),
      pages: t('minutes.pages', { page: '{page}', pages: '{pages}' }),
      body: bodyOf(facts, language),
      signatures: { title: t('minutes.signatures'), boxes: signers.map(({ name, role }) => ({ name, role: t(`minutes.${role}`) })) },
    },
  })
}

function bodyOf({ room, plan, seal, zone, present, sessions }: MinutesFacts, language: Language): Part[] {
  const t = words(language)
  const mark = formatNumber(room.facts.terms.passMark, language, { decimals: 2 })
  const count = (n: number): string => formatNumber(n, language)
  const selected = plan.lines.filter((one) => one.outcome === 'selected')
  const reserve = plan.lines.filter((one) => one.outcome === 'reserve')
  return [
    {
      facts: [
        [t('minutes.eligible'), count(room.eligible)],
        [t('minutes.candidates', { mark }), count(plan.lines.length)],
        [t('minutes.reviews'), `${count(room.readings)} + ${count(room.interviews)}`],
        ...changed(room, language),
        [t('minutes.places'), count(room.places)],
      ],
    },
    t('page.sealed', {
      at: formatDateTime(seal.sealedAt, language, zone, { style: 'long' }),
      by: isolated(seal.sealedBy, language),
      number: String(seal.plan),
    }),
    ...unfinished(seal, language, zone),
    ...attendance(present, language),
    ...sessionParts(sessions, language, zone),
    { heading: t('minutes.rules') },
    { table: rulesTable(plan, language) },
    { heading: t('minutes.selected') },
    { table: listTable(byRegion(room, selected), t('column.region'), (line) => line.region?.name ?? '', language) },
    ...(reserve.length === 0
      ? []
      : [
          { heading: t('minutes.reserve') },
          {
            table: listTable(
              byRegion(room, reserve),
              t('minutes.rank'),
              (line) => `${line.region?.name ?? ''}, ${count(line.reserveRank ?? 0)}`,
              language,
            ),
          },
        ]),
    { small: t('minutes.proof') },
    { hash: seal.hash },
  ]
}

/** How many reviews were changed after the discussion of their file; nothing where none was. */
function changed({ facts }: Room, language: Language): [string, string][] {
  const { length } = facts.changed
  return length === 0 ? [] : [[minutesWords(language)('document.changed'), formatNumber(length, language)]]
}

/** What the jury had not ended at the seal, and why it was sealed; nothing where it had. */
export function unfinished({ nevertheless, sealedBy }: SealView, language: Language, zone: string): Part[] {
  if (nevertheless === null) return []
  const t = minutesWords(language)
  const { sessions, again, notOpened } = nevertheless.unfinished
  const files = (numbers: readonly string[]): string =>
    formatList(
      numbers.map((one) => isolated(one, language)),
      language,
    )
  return [
    { heading: t('unfinished.title') },
    ...sessions.map(({ beginsAt, open }) => t(open ? 'unfinished.open' : 'unfinished.planned', { at: formatDateTime(beginsAt, language, zone) })),
    ...(again.length === 0 ? [] : [t('unfinished.again', { files: files(again) })]),
    ...(notOpened.length === 0 ? [] : [t('unfinished.not-opened', { files: files(notOpened) })]),
    t('unfinished.reason', { by: isolated(sealedBy, language), reason: isolated(nevertheless.reason, language) }),
  ]
}

/** Who sat, and who was recused from what; nothing where nobody noted it. */
function attendance(present: readonly Attendance[], language: Language): Part[] {
  if (present.length === 0) return []
  const t = minutesWords(language)
  const recused = present.filter((one) => one.recusedFrom.length > 0)
  return [
    { heading: t('document.present') },
    { list: present.map((one) => one.name) },
    { heading: t('document.recused') },
    ...(recused.length === 0
      ? [t('document.nobody')]
      : [
          {
            list: recused.map((one) =>
              t('document.recused-from', {
                name: isolated(one.name, language),
                applications: formatList(
                  one.recusedFrom.map((number) => isolated(number, language)),
                  language,
                ),
              }),
            ),
          },
        ]),
  ]
}

/** In the order of the regions of the edition, by score within each. */
function byRegion({ facts }: Room, lines: readonly LineView[]): LineView[] {
  const order = facts.terms.regions.map((one) => one.code)
  return [...lines].sort((a, b) => order.indexOf(a.region?.code ?? '') - order.indexOf(b.region?.code ?? '') || a.rank - b.rank)
}

function rulesTable(plan: PlanView, language: Language): { columns: Column[]; rows: Words[][] } {
  const t = words(language)
  const bounds = ({ min, max }: QuotaView): string => {
    if (min === null) return t('minutes.most', { max: max ?? 0 })
    if (max === null) return t('minutes.least', { min })
    return min === max ? String(min) : t('minutes.between', { min, max })
  }
  return {
    columns: [
      { label: t('column.rule'), width: 3 },
      { label: t('column.limit'), align: 'end' },
      { label: t('column.count'), align: 'end' },
    ],
    rows: plan.quotas.map((one) => [one.name, bounds(one), String(one.count)]),
  }
}

function listTable(
  lines: readonly LineView[],
  label: string,
  cell: (line: LineView) => string,
  language: Language,
): { columns: Column[]; rows: Words[][] } {
  const t = words(language)
  return {
    columns: [
      { label: t('column.number') },
      { label: t('column.project'), width: 3 },
      { label, width: 2 },
      { label: t('minutes.score'), align: 'end' },
    ],
    rows: lines.map((line) => [line.number, line.title, cell(line), formatNumber(line.score, language, { decimals: 2 })]),
  }
}
