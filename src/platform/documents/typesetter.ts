/** The typesetter, apart from the server: our documents by one process, and what strangers gave by another, which keeps no document waiting. */
import { Apart, ApartError } from '../apart/apart.ts'
import { program } from './place.ts'

export interface Job {
  readonly template: { readonly file: string } | { readonly source: string }
  /** JSON. */
  readonly data: string
  readonly language: string
  /** Creation time written in the file, in seconds since 1970. */
  readonly seconds: number
  readonly files: ReadonlyMap<string, Uint8Array>
  /** A document, or the picture (SVG) that its only page is made of. */
  readonly as?: 'pdf' | 'picture'
}

/** A document could not be made. The message speaks of the template, never of the data. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

/** Milliseconds a document may take: some thousand pages. */
const LIMIT = 20_000

const documents = new Apart<Job, Uint8Array>(program)
const strangers = new Apart<Job, Uint8Array>(program, { rest: 30_000, memory: 600_000_000 })

/** Prints one document after those asked for before it. Rejects with `DocumentError`. */
export function typeset(job: Job, limit = LIMIT): Promise<Uint8Array> {
  return printed(documents, job, limit)
}

/** Whether a document asked for now would be begun at once. */
export function isTypesetterFree(): boolean {
  return documents.free
}

/** Draws what a stranger gave. Rejects with `DocumentError`. */
export function drawGiven(job: Job, limit: number): Promise<Uint8Array> {
  return printed(strangers, job, limit)
}

async function printed(typesetter: Apart<Job, Uint8Array>, job: Job, limit: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await typesetter.ask(job, limit))
  } catch (error) {
    throw error instanceof ApartError ? new DocumentError(error.message) : error
  }
}
