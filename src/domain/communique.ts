/** Communiqués: who writes and publishes them, and what stands in the way. */
import { LANGUAGES, type Language, type Trilingual } from './language.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, type Place, type Role, STAFF, type Viewer } from './viewer.ts'

const WRITERS: readonly Role[] = ['administrator', 'director', 'officer', 'communication']

export function mayWriteCommuniques(viewer: Viewer, place: Place): boolean {
  return holds(viewer, WRITERS, place)
}

/** Who speaks for the programme. */
export function mayPublishCommuniques(viewer: Viewer, place: Place): boolean {
  return holds(viewer, ['director'], place)
}

export function maySeeCommuniques(viewer: Viewer, place: Place): boolean {
  return holds(viewer, STAFF, place)
}

/** A title and, in each language, its paragraphs; figures stand in both as tokens. */
export interface CommuniqueText {
  readonly title: Trilingual
  readonly body: Readonly<Record<Language, readonly string[]>>
}

export const SLUG = /^[a-z0-9][a-z0-9-]{0,59}$/
/** The address of the empty form: no communiqué can have it. */
export const RESERVED_SLUG = 'new'
export const LONGEST_TITLE = 400
export const LONGEST_PARAGRAPH = 4_000
export const MOST_PARAGRAPHS = 40

/** What is wrong with a text, and where. `paragraph` is 0 for the title; `position` counts characters from 1. */
export interface TextFault {
  readonly code: 'missing-language' | 'too-long' | 'too-many-paragraphs' | 'bad-syntax' | 'unknown-figure' | 'not-a-figure' | 'missing-plural'
  readonly language: Language
  readonly paragraph: number
  readonly position: number
  /** The reference, the name or the plural forms it is about. */
  readonly about: string
}

/** Texts that are missing or do not fit, before anything is read in them. */
export function measureText(text: CommuniqueText): TextFault[] {
  const faults: TextFault[] = []
  const fault = (code: TextFault['code'], language: Language, paragraph: number, about: number | string = '') =>
    faults.push({ code, language, paragraph, position: 1, about: String(about) })
  for (const language of LANGUAGES) {
    const paragraphs = text.body[language]
    if (text.title[language].trim() === '') fault('missing-language', language, 0)
    if (text.title[language].length > LONGEST_TITLE) fault('too-long', language, 0, LONGEST_TITLE)
    if (paragraphs.every((one) => one.trim() === '')) fault('missing-language', language, 1)
    if (paragraphs.length > MOST_PARAGRAPHS) fault('too-many-paragraphs', language, MOST_PARAGRAPHS + 1, MOST_PARAGRAPHS)
    for (const [at, one] of paragraphs.entries()) if (one.length > LONGEST_PARAGRAPH) fault('too-long', language, at + 1, LONGEST_PARAGRAPH)
  }
  return faults
}

export interface WriteFacts {
  readonly faults: readonly TextFault[]
  /** The version that stands, and the one the writer started from; 0 for a new communiqué. */
  readonly stands: number
  readonly startedFrom: number
}

/** A text is kept when it can be printed in the three languages and nobody wrote in between. */
export function writeCommunique(facts: WriteFacts): Result<null> {
  if (facts.stands !== facts.startedFrom) return refused('communique/changed-since')
  return textHolds(facts.faults)
}

function textHolds(faults: readonly TextFault[]): Result<null> {
  const [first] = faults
  if (first === undefined) return ok(null)
  const { language, paragraph, position, about } = first
  const details = { language, paragraph, position, about }
  switch (first.code) {
    case 'missing-language':
      return refused('communique/missing-language', details)
    case 'too-long':
      return refused('communique/too-long', details)
    case 'too-many-paragraphs':
      return refused('communique/too-many-paragraphs', details)
    case 'bad-syntax':
      return refused('communique/bad-syntax', details)
    case 'unknown-figure':
      return refused('communique/unknown-figure', details)
    case 'not-a-figure':
      return refused('communique/not-a-figure', details)
    case 'missing-plural':
      return refused('communique/missing-plural', details)
  }
}

export interface PublishFacts {
  readonly faults: readonly TextFault[]
  /** Fingerprint of what was shown, and of what stands now. */
  readonly shown: string
  readonly stands: string
  /** Of the last publication; null when there is none. */
  readonly published: string | null
  /** Keys of the warnings that stand, and of those that were accepted. */
  readonly warnings: readonly string[]
  readonly accepted: readonly string[]
}

/** A text is published as it was shown, every warning accepted by itself, and never twice the same. */
export function publishCommunique(facts: PublishFacts): Result<null> {
  const holds = textHolds(facts.faults)
  if (!holds.ok) return holds
  if (facts.shown !== facts.stands) return refused('communique/shown-otherwise')
  if (facts.published === facts.stands) return refused('communique/already-published')
  const left = facts.warnings.filter((key) => !facts.accepted.includes(key))
  return left.length > 0 ? refused('communique/warnings-left', { count: left.length }) : ok(null)
}
