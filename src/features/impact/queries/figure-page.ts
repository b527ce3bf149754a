/** The page of a figure, for the public and for the desk: what the public may not read is not in its view. */
import { maySeeSupport } from '../../../domain/activity.ts'
import { maySeeMeans } from '../../../domain/award.ts'
import { maySeeCohort } from '../../../domain/cohort.ts'
import { mayReadEligibility } from '../../../domain/eligibility-decision.ts'
import { maySeeFigures } from '../../../domain/figure.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { maySeeMarkets } from '../../../domain/market.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { PARAMETERS, type RecordKind } from '../indicators/indicator.ts'
import { indicator } from '../indicators/indicators.ts'
import { hideSmall } from '../small-cells.ts'
import type { FigureHead, FigureValue, FrozenFigure, PublishedCommunique, Warning } from '../views.ts'
import { publishedCommuniques } from './communique.ts'
import { allFigureHeads, askedOf, freeze, valuesOf } from './figure.ts'
import { type IndicatorRecord, indicatorRecords, type RegionPart } from './indicator.ts'
import { type PeoplePart, peopleSplit } from './people-split.ts'

/** Records shown on a page of their list. */
export const RECORDS_A_PAGE = 50

export interface RecordLine {
  readonly kind: RecordKind
  /** Null where the reader may know that it exists, not what it is called. */
  readonly name: Trilingual | null
  readonly title: string | null
  readonly language: Language | null
  readonly path: string | null
  readonly day: string | null
  readonly region: Trilingual | null
  readonly mark: string | null
  readonly amount: string
}

type Hidden<Part> = Part & { readonly hidden?: boolean }

export interface FigurePageView {
  readonly figure: FigureValue
  readonly asOf: Date
  readonly zone: string
  /** Whether the reader sees the desk's view: every record, every cell. */
  readonly staff: boolean
  readonly printed: readonly { readonly communique: PublishedCommunique; readonly figure: FrozenFigure; readonly now: 'same' | 'moved' | 'records' }[]
  /** Warnings accepted at a publication that are about this figure, with the figures they name. */
  readonly notes: readonly { readonly warning: Warning; readonly figures: readonly FrozenFigure[] }[]
  readonly split: readonly Hidden<RegionPart>[]
  readonly people: {
    readonly gender: readonly Hidden<PeoplePart>[]
    readonly age: readonly Hidden<PeoplePart>[]
    readonly kind: readonly Hidden<PeoplePart>[]
    readonly ageOn: string | null
  } | null
  /** Null where the records are not listed for this reader. */
  readonly records: readonly RecordLine[] | null
  /** Page of the list of records, and how many there are. */
  readonly page: number
  readonly pages: number
  readonly confused: readonly FigureValue[]
}

/** Null for an unknown reference and, outside the desk, for a figure that no published communiqué printed. */
export async function figurePage(
  db: Reader,
  viewer: Viewer,
  asking: { readonly reference: string; readonly page: number },
  now: Date,
): Promise<FigurePageView | null> {
  const { reference } = asking
  const { organisation } = viewer
  const heads = await allFigureHeads(db, organisation)
  const head = heads.find((one) => one.reference === reference)
  if (head === undefined) return null
  const { programme, zone } = await whereabouts(db, organisation, head.edition.id)
  const place: Place = { programme, edition: head.edition.id }
  const staff = maySeeFigures(viewer, place)
  const published = await publishedCommuniques(db, organisation)
  const open = new Set(published.flatMap(({ figures }) => figures.map((one) => one.reference)))
  if (!staff && !open.has(reference)) return null
  const asked = askedOf(organisation, head, now)
  const live = await freeze(db, organisation, head, now)
  const { noun, public: told } = indicator(head.indicator)
  const people = await peopleSplit(db, head.indicator, asked)
  const near = heads.filter((one) => one.edition.id === head.edition.id && one.reference !== reference && indicator(one.indicator).noun === noun)
  const confused = near.filter((one) => sameParameters(one, head) && (staff || open.has(one.reference)))
  const listed = staff || told === 'listed'
  const records = listed
    ? await indicatorRecords(db, head.indicator, asked, { limit: RECORDS_A_PAGE, offset: (asking.page - 1) * RECORDS_A_PAGE })
    : null
  return {
    figure: live,
    asOf: now,
    zone,
    staff,
    printed: printedIn(published, live),
    notes: notesOn(published, reference),
    split: staff || told === 'listed' ? live.split : hideSmall(live.split),
    people:
      people === null || staff ? people : { ...people, gender: hideSmall(people.gender), age: hideSmall(people.age), kind: hideSmall(people.kind) },
    records: records === null ? null : records.map((record) => lineFor(record, viewer, place)),
    page: asking.page,
    pages: Math.ceil(live.records / RECORDS_A_PAGE),
    confused: await valuesOf(db, organisation, confused, now),
  }
}

/** The programme and the zone of an edition. */
function whereabouts(db: Reader, organisation: string, edition: string): Promise<{ programme: string; zone: string }> {
  return db
    .selectFrom('edition as e')
    .innerJoin('organisation as g', 'g.id', 'e.organisation')
    .select(['e.programme', 'g.zone'])
    .where('e.organisation', '=', organisation)
    .where('e.id', '=', edition)
    .executeTakeFirstOrThrow()
}

function sameParameters(one: FigureHead, other: FigureHead): boolean {
  return PARAMETERS.every((name) => one.parameters[name] === other.parameters[name])
}

function printedIn(published: readonly PublishedCommunique[], live: FrozenFigure): FigurePageView['printed'] {
  return published.flatMap((communique) => {
    const figure = communique.figures.find(({ reference }) => reference === live.reference)
    if (figure === undefined) return []
    const now = figure.value !== live.value ? 'moved' : figure.fingerprint === live.fingerprint ? 'same' : 'records'
    return [{ communique, figure, now }]
  })
}

function notesOn(published: readonly PublishedCommunique[], reference: string): FigurePageView['notes'] {
  const about = (warning: Warning): boolean => {
    if (warning.reference === reference) return warning.is === 'total' || warning.is === 'counted-otherwise'
    return warning.is === 'total' && warning.parts.some((part) => part.reference === reference)
  }
  return published.flatMap(({ warnings, figures }) => warnings.filter(({ warning }) => about(warning)).map(({ warning }) => ({ warning, figures })))
}

/** Whether the viewer reads a record of a kind at the desk. */
function mayRead(viewer: Viewer, kind: RecordKind, place: Place): boolean {
  switch (kind) {
    case 'application':
      return mayReadEligibility(viewer, place)
    case 'project':
      return maySeeCohort(viewer, place)
    case 'market':
      return maySeeMarkets(viewer, place)
    case 'place':
      return maySeeFigures(viewer, place)
    case 'agreement':
    case 'award':
    case 'instalment':
    case 'payment':
      return maySeeMeans(viewer, place)
    default:
      return maySeeSupport(viewer, place)
  }
}

/** A record as the viewer may read it: the desk's name and link, the public's, or neither. */
export function lineFor(record: IndicatorRecord, viewer: Viewer, place: Place): RecordLine {
  const { kind, day, mark, amount } = record
  const desk = mayRead(viewer, kind, place)
  const named = desk || record.shown
  const path = desk ? record.staffPath : record.shown ? record.publicPath : null
  const name = named ? { name: record.name, title: record.title, language: record.language } : { name: null, title: null, language: null }
  return { kind, day, region: record.regionName, mark, amount, path, ...name }
}
