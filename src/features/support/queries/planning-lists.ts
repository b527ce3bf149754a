/** What the form of an activity chooses from. */
import type { Role } from '../../../domain/viewer.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { collator } from '../../../platform/words/format.ts'
import { toursOf } from './tours.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface PlanningLists {
  readonly trainers: readonly Named[]
  /** Who of the team may go along. */
  readonly organisers: readonly Named[]
  readonly projects: readonly { readonly id: string; readonly title: string; readonly region: string }[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly tours: readonly (Named & { readonly from: string; readonly to: string })[]
  readonly rooms: readonly Named[]
}

/** Trainers and team of the edition, its active projects, its regions and tours, the rooms of the organisation. */
export async function planningLists(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<PlanningLists> {
  const { organisation } = viewer
  const [trainers, organisers, projects, regions, tours, rooms] = await Promise.all([
    peopleWho(db, organisation, place, ['trainer'], language),
    peopleWho(db, organisation, place, ['officer', 'director'], language),
    activeProjects(db, organisation, place.edition),
    regionsOf(db, organisation, place.edition, language),
    toursOf(db, viewer, place, language),
    db
      .selectFrom('room as r')
      .innerJoin('venue as v', (join) => join.onRef('v.organisation', '=', 'r.organisation').onRef('v.id', '=', 'r.venue'))
      .select(['r.id', 'r.name', 'v.name as venue'])
      .where('r.organisation', '=', organisation)
      .execute(),
  ])
  return {
    trainers,
    organisers,
    projects,
    regions,
    tours: tours.map(({ id, name, from, to }) => ({ id, name, from, to })),
    rooms: rooms.map((room) => ({ id: room.id, name: `${inLanguage(room.name, language).text} · ${inLanguage(room.venue, language).text}` })),
  }
}

/** People with one of the roles over the edition or a region of it, by name. */
async function peopleWho(db: Reader, organisation: string, place: Place, roles: Role[], language: Language): Promise<Named[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
    .select(['p.id', 'p.name_ar', 'p.name_latin'])
    .distinct()
    .where('g.organisation', '=', organisation)
    .where('g.role', 'in', roles)
    .where('g.ended_at', 'is', null)
    .where((all) => all.or([all('g.programme', 'is', null), all('g.programme', '=', place.programme)]))
    .where((all) => all.or([all('g.edition', 'is', null), all('g.edition', '=', place.edition)]))
    .execute()
  const byName = collator(language)
  return rows
    .map((one) => ({ id: one.id, name: nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language) }))
    .sort((a, b) => byName.compare(a.name, b.name))
}

function activeProjects(db: Reader, organisation: string, edition: string) {
  return db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) =>
      join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id').on('o.accepted', '=', true),
    )
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .select(['j.id', 'j.title', 'j.region'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('l.left_on', 'is', null)
    .orderBy('j.region')
    .orderBy('j.title')
    .execute()
}

/** Regions of an edition in their order, named for the reader. */
export async function regionsOf(db: Reader, organisation: string, edition: string, language: Language) {
  const rows = await db
    .selectFrom('edition_region')
    .select(['code', 'name', 'mark'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('position')
    .execute()
  return rows.map((region) => ({ code: region.code, name: inLanguage(region.name, language).text, mark: region.mark }))
}
