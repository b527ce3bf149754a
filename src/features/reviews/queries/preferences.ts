/** Files a reviewer may say something of: eligible, in a language they read, and not kept apart from them. */
import { sql } from 'kysely'
import type { Wish } from '../../../domain/assignment.ts'
import { headShown, type Hidden, joined, readableIn, withoutSecrets } from '../../../domain/blindness.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { FILES_A_PAGE, type PreferenceDoor, type PreferenceFile, type PreferencesView } from '../preferences/views.ts'
import { barredPairs } from './barred.ts'
import { words } from '../words/index.ts'
import { secretsIn } from './dossier.ts'
import { happens, stagesIn } from './stages.ts'

export interface OwnReviewer {
  readonly reviewer: string
  readonly edition: string
  readonly slug: string
  readonly name: Trilingual
  readonly languages: readonly string[]
}

/** The viewer's own part in an edition: accepted, not left, and the selection not sealed; null otherwise. */
export async function ownReviewer(db: Reader, viewer: SignedIn, slug: string): Promise<OwnReviewer | null> {
  const found = await sql<OwnReviewer>`
    select r.id as reviewer, e.id as edition, e.slug, e.name, r.languages from reviewer r
    join edition e on e.organisation = r.organisation and e.id = r.edition
    where r.organisation = ${viewer.organisation} and r.person = ${viewer.person.id} and e.slug = ${slug} and r.accepted_at is not null and r.left_at is null
      and not exists (select from selection_seal l where l.organisation = r.organisation and l.edition = r.edition)`.execute(db)
  return found.rows[0] ?? null
}

/** Editions whose files the viewer is asked about: before they are assigned, and later where they have said something. The newest first. */
export async function preferenceDoors(db: Reader, viewer: SignedIn): Promise<PreferenceDoor[]> {
  const found = await sql<PreferenceDoor>`
    select e.slug, e.name, (select count(*)::int from preference w where w.organisation = r.organisation and w.reviewer = r.id) as said
    from reviewer r join edition e on e.organisation = r.organisation and e.id = r.edition
    where r.organisation = ${viewer.organisation} and r.person = ${viewer.person.id} and r.accepted_at is not null and r.left_at is null
      and not exists (select from selection_seal l where l.organisation = r.organisation and l.edition = r.edition)
      and exists (select from submission s join eligibility_decision d on d.organisation = s.organisation and d.application = s.application and d.eligible
        where s.organisation = r.organisation and s.edition = r.edition)
      and (not exists (select from assignment g where g.organisation = r.organisation and g.edition = r.edition and ${happens('g', 'reading')})
        or exists (select from preference w where w.organisation = r.organisation and w.reviewer = r.id))
    order by e.ordinal desc`.execute(db)
  return found.rows
}

interface Row {
  application: string
  number: string
  title: string
  language: Language
  region: { name: Trilingual; mark: string } | null
  sector: Trilingual | null
  answers: Answers
  definition: FormDefinition
  wish: Wish | null
}

const LONGEST_EXCERPT = 280

/** Codes of the question that says what a project is, in the order they are looked for. */
const PITCHES = ['pitch', 'summary', 'what']

export function openFiles(organisation: string, { reviewer, edition, languages }: OwnReviewer) {
  return sql`
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join lateral (select eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by seq desc limit 1) d on d.eligible
    left join preference w on w.organisation = s.organisation and w.application = s.application and w.reviewer = ${reviewer}
    where s.organisation = ${organisation} and s.edition = ${edition} and s.language = any(${[...languages]})
      and not exists (select from withdrawal x where x.organisation = s.organisation and x.application = s.application)
      and not exists (select from ${barredPairs(organisation, edition)} b where b.application = s.application and b.reviewer = ${reviewer})`
}

/** A page of files by number; null for who is no reviewer there. */
export async function preferencesOf(db: Reader, viewer: SignedIn, slug: string, page: number): Promise<PreferencesView | null> {
  const own = await ownReviewer(db, viewer, slug)
  if (own === null) return null
  const { organisation } = viewer
  const counted = await sql<{
    total: number
    said: number
  }>`select count(*)::int as total, count(w.wish)::int as said ${openFiles(organisation, own)}`.execute(db)
  const found = await sql<Row>`
    select s.application, a.number, s.title, s.language, s.answers, w.wish,
      (select definition from form_version f where f.organisation = s.organisation and f.id = s.form_version) as definition,
      (select json_build_object('name', x.name, 'mark', x.mark) from edition_region x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.region) as region,
      (select x.name from edition_sector x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.sector) as sector
    ${openFiles(organisation, own)} order by a.number limit ${FILES_A_PAGE} offset ${(page - 1) * FILES_A_PAGE}`.execute(db)
  const { total = 0, said = 0 } = counted.rows[0] ?? {}
  // Whatever a stage of reading hides may still be asked of whoever looks now.
  const hidden = joined((await stagesIn(db, organisation, own.edition)).filter(({ happens }) => happens === 'reading'))
  const masked = words(viewer.person.language)('review.masked')
  return { edition: { slug, name: own.name }, total, said, page, files: found.rows.map((row) => fileOf(row, hidden, masked)) }
}

/** Nothing that a reader of the file would not see. */
function fileOf({ answers, definition, title, ...row }: Row, hidden: Hidden, masked: string): PreferenceFile {
  const [readable, head] = [readableIn(definition, hidden), headShown(definition, hidden)]
  const secrets = secretsIn(definition, answers, hidden, row.region?.name)
  const cleared = (text: string): string => withoutSecrets(text, secrets, masked)
  const pitch = PITCHES.find((code) => readable.has(code))
  const text = pitch === undefined ? undefined : answers[pitch]
  const excerpt = typeof text === 'string' ? cleared(text) : ''
  return {
    ...row,
    title: head.title ? cleared(title) : '',
    region: head.region ? row.region : null,
    sector: head.sector ? row.sector : null,
    excerpt: excerpt.length > LONGEST_EXCERPT ? `${excerpt.slice(0, LONGEST_EXCERPT).toWellFormed()}…` : excerpt,
  }
}
