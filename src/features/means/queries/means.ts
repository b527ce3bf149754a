/** The money of an edition at the desk. */
import { maySeeMeans } from '../../../domain/award.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { mayApprovePayments } from '../../../domain/payment.ts'
import { shortName } from '../../../domain/person.ts'
import type { Grant, Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { MeansView, ProjectHead } from '../views.ts'
import { type Asked, awardsOf } from './awards.ts'
import { editionFacts } from './line-facts.ts'
import { lineTotals } from './totals.ts'

/** Lines, projects with their awards, and who may be the second person; null for who may not read the money of this edition. */
export async function meansOf(db: Reader, asked: Asked): Promise<MeansView | null> {
  const { viewer, place, language } = asked
  if (!maySeeMeans(viewer, place)) return null
  const [edition, lines, projects, awards, approvers] = await Promise.all([
    editionFacts(db, viewer.organisation, place.edition),
    lineTotals(db, viewer.organisation, place.edition, language),
    admittedProjects(db, viewer.organisation, place.edition, language),
    awardsOf(db, asked),
    approversOf(db, viewer, place, language),
  ])
  if (edition === null) return null
  return {
    currency: edition.currency,
    ceiling: edition.seedCeiling,
    lines,
    approvers,
    projects: projects.map((project) => ({ ...project, awards: awards.filter((one) => one.project === project.id) })),
  }
}

/** Projects admitted to an edition, or the one asked for: those that can hold money. */
export async function admittedProjects(db: Reader, organisation: string, edition: string, language: Language, only?: string): Promise<ProjectHead[]> {
  let found = db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'j.organisation').onRef('a.id', '=', 'j.application'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .select(['j.id', 'j.title', 'j.language', 'a.number', 'r.name as region', 'r.mark', 'l.left_on as leftOn'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('o.accepted', '=', true)
  if (only !== undefined) found = found.where('j.id', '=', only)
  const rows = await found.orderBy('r.position').orderBy('a.number').execute()
  return rows.map((row) => ({ ...row, region: inLanguage(row.region, language).text }))
}

/** Those whose roles let them approve payments of this edition. */
async function approversOf(db: Reader, viewer: SignedIn, place: Place, language: Language): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
    .select(['p.id', 'p.name_ar as nameAr', 'p.name_latin as nameLatin', 'g.role', 'g.programme', 'g.edition', 'g.region'])
    .where('g.organisation', '=', viewer.organisation)
    .where('g.ended_at', 'is', null)
    .orderBy('p.id')
    .execute()
  const approving = rows.filter((row) => mayApprovePayments({ ...viewer, grants: [row as Grant] }, place))
  return [...new Map(approving.map((row) => [row.id, shortName(row, language)])).values()]
}

/** Funders of an edition, to choose from when a line is written. */
export async function fundersOf(db: Reader, organisation: string, edition: string, language: Language): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('edition_funder as e')
    .innerJoin('funder as f', (join) => join.onRef('f.organisation', '=', 'e.organisation').onRef('f.id', '=', 'e.funder'))
    .select(['f.id', 'f.name'])
    .where('e.organisation', '=', organisation)
    .where('e.edition', '=', edition)
    .orderBy('e.position')
    .execute()
  return rows.map((row) => ({ id: row.id, name: inLanguage(row.name, language).text }))
}
