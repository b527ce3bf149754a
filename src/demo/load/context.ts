/** What every step of the loading is told: the edition and its ids, how far the clock of the demo has come. */
import type { Grant, Place, SignedIn } from '../../domain/viewer.ts'
import type { Database, Reader, Trx } from '../../platform/database/database.ts'
import { type EditionKey, SCENARIO } from '../world/scenario.ts'
import { demoId } from './id.ts'
import { ORGANISATION } from './organisation.ts'

export interface EditionIds {
  readonly key: EditionKey
  readonly slug: string
  readonly edition: string
  readonly programme: string
  readonly call: string
  readonly formVersion: string
  readonly place: Place
}

export interface Loading {
  readonly db: Database
  readonly ids: EditionIds
  /** The clock of the demo: nothing later is written. */
  readonly until: Date
  /** Key of an application that is left out, for a story in which somebody sends it by hand. */
  readonly without?: string
  /** Address of the installation, for the links in letters. */
  readonly origin: string
}

export async function editionIds(db: Reader, key: EditionKey): Promise<EditionIds> {
  const slug = String(SCENARIO[key].year)
  const row = await db
    .selectFrom('edition as e')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'e.organisation').onRef('c.edition', '=', 'e.id'))
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 'c.organisation').onRef('f.call', '=', 'c.id'))
    .select(['e.id as edition', 'e.programme', 'c.id as call', 'f.id as formVersion'])
    .where('e.organisation', '=', ORGANISATION)
    .where('e.slug', '=', slug)
    .orderBy('f.version', 'desc')
    .executeTakeFirstOrThrow()
  return { key, slug, ...row, place: { programme: row.programme, edition: row.edition } }
}

/** A person of the database as the viewer their session would make them. */
export async function loadViewer(db: Reader, organisation: string, person: string): Promise<SignedIn> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name_ar as nameAr', 'name_latin as nameLatin', 'language'])
    .where('organisation', '=', organisation)
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const grants = await db
    .selectFrom('role_grant')
    .select(['role', 'programme', 'edition', 'region'])
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute()
  return { organisation, person: row, grants: grants as Grant[] }
}

export function viewerOf(db: Reader, person: string): Promise<SignedIn> {
  return loadViewer(db, ORGANISATION, person)
}

export function teamMember(db: Reader, key: string): Promise<SignedIn> {
  return viewerOf(db, demoId(`person:${key}`))
}

/** Rows in portions that one statement takes. */
export async function inPortions<Row>(rows: readonly Row[], write: (portion: Row[]) => Promise<unknown>): Promise<void> {
  const AT_ONCE = 500
  for (let from = 0; from < rows.length; from += AT_ONCE) await write(rows.slice(from, from + AT_ONCE))
}

export type { Trx }
