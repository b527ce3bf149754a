/** What the routes of the editor share: the draft one writes, its faults and differences, sentences. */
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import { differences } from '../../../domain/edition-difference.ts'
import type { Refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { dayIn, formatDate, formatTime } from '../../../platform/time/time.ts'
import { documentAdvice, draftFaults, unwrittenAdvice } from '../editor/document-faults.ts'
import { lostTexts } from '../editor/lost-texts.ts'
import type { DraftState, DraftView } from '../editor/views.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { organisationFrame } from '../organisation-frame.ts'
import { EndedDraftPage } from '../pages/editor/ended-draft.tsx'
import type { Body } from '../../../platform/input/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { editionDraft, endedDraft } from '../queries/edition-drafts.ts'
import { words } from '../words/index.ts'

export interface DraftRoom {
  readonly viewer: SignedIn
  readonly frame: StaffFrame
  readonly draft: DraftView
}

/** The draft the address names; null when it is not there or not the viewer's to write. */
export async function draftRoom(c: AppContext): Promise<DraftRoom | null> {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  const draft = await editionDraft(db, viewer, c.req.param('draft') ?? '', now)
  return draft === null ? null : { viewer, draft, frame: await organisationFrame(db, viewer, language, 'editions') }
}

/**
 * The answer where there is no draft to write any more: a page left open, or the same button pressed twice. It leads to
 * the edition the draft became, or to the list where it was put away, and says so; what was never there is not found.
 * `sent`: the form that was to be saved; texts of it that the draft does not hold are shown first, to be copied.
 */
export async function noDraft(c: AppContext, sent: Body = {}): Promise<Response> {
  const { db, language } = request(c)
  const viewer = signedIn(c)
  const ended = await endedDraft(db, viewer, c.req.param('draft') ?? '')
  if (ended === null) return c.notFound()
  if (isTyping(c)) return notKept(c, { ok: false, code: 'edition-draft/ended', details: {} })
  const texts = lostTexts(sent, ended.document)
  if (texts.length > 0) {
    const frame = await organisationFrame(db, viewer, language, 'editions')
    return page(c, EndedDraftPage({ language, frame, path: '/desk/editions', slug: ended.slug, texts }), 409)
  }
  return ended.slug === null ? seeOther(c, '/desk/editions', 'put-away-before') : seeOther(c, `/desk/${ended.slug}/call`, 'edition-applied-before')
}

export function stateOf(draft: DraftView): DraftState {
  const changes = draft.current === null ? [] : differences(draft.current, draft.document)
  const faults = draftFaults(draft)
  const advice = [...documentAdvice(draft.document), ...(faults.length === 0 ? unwrittenAdvice(draft.document) : [])]
  return { draft, faults, changes, advice }
}

export function refusalText(c: AppContext, refusal: Refused): string {
  return refusalIn(words(c.var.language), c.var.language)(refusal)
}

/** What the page is told when it saves while one types: one line, and the mark to save over from then on. */
export interface Kept {
  readonly said: string
  /** Absent where nothing was kept. */
  readonly mark?: string
  /** Nothing more will be kept before the page is opened again. */
  readonly ended?: true
}

/** Whether a form is sent by the page itself, while one types, and not by its button. */
export function isTyping(c: AppContext): boolean {
  return c.req.header('accept') === 'application/json'
}

/** When a draft was kept last, as the line under its form says. */
export function savedLine(c: AppContext, savedAt: Date, zone: string): string {
  const { language, now } = request(c)
  const t = editorWords(language)
  const time = formatTime(savedAt, language, zone)
  if (dayIn(savedAt, zone) === dayIn(now, zone)) return t('autosave.today', { time })
  return t('autosave.on', { date: formatDate(savedAt, language, 'day-month', zone), time })
}

/** The answer to a save while one types that was refused. */
export function notKept(c: AppContext, refusal: Refused): Response {
  const t = editorWords(c.var.language)
  const words: Readonly<Record<string, string>> = {
    'edition-draft/changed-meanwhile': t('autosave.meanwhile'),
    'edition-draft/gone': t('autosave.gone'),
  }
  const said = words[refusal.code] ?? refusalText(c, refusal)
  return c.json({ said, ended: true } satisfies Kept, 409)
}

const SAID = ['saved', 'begun', 'proposed', 'removed', 'put-away-before', 'taken-out'] as const

/** What the page was led to with. `wrong`: something of what was saved is named on it as not right. */
export function saidOf(c: AppContext, wrong = false): string | undefined {
  const said = SAID.find((one) => one === c.req.query('said'))
  if (said === undefined) return undefined
  return editorWords(c.var.language)(said === 'saved' && wrong ? 'said.saved-wrong' : `said.${said}`)
}
