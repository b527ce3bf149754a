/** The sheet of reasons of one application: for its team once the list is public, for who reads the selection once it is sealed. */
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { mayReadSelection } from '../../../domain/selection.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import type { SelectionRecord } from '../../../engines/record.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { DecisionExplanation } from '../decisions.ts'
import { reasonFigures } from '../reasons/figures.ts'
import type { ReasonSheet } from '../reasons/views.ts'
import { ruleNames } from '../rule-names.ts'
import { type EditionTerms, termsOf } from './selection-facts.ts'

/** Null for what does not exist, is not decided yet, or is not the viewer's to read. */
export async function reasonSheet(db: Reader, viewer: Viewer, application: string, language: Language): Promise<ReasonSheet | null> {
  if (!isId(application) || viewer.person === null) return null
  const row = await decided(db, viewer.organisation, application, viewer.person.id)
  if (row === undefined) return null
  const readsAll = mayReadSelection(viewer, { programme: row.programme, edition: row.edition })
  if (!readsAll && (row.part === null || row.published_at === null)) return null
  const record = JSON.parse(row.record) as SelectionRecord
  const [figures, terms] = [reasonFigures(record, application), await termsOf(db, viewer.organisation, row.edition)]
  if (figures === null || terms === null || record.sources === undefined) return null
  const { sources } = record
  const nameOf = ruleNames({ terms, applications: [], given: [], changed: [], reviews: { readings: 0, interviews: 0, awaited: 0 } }, language)
  const told = row.comments_told === 'all' ? await commentsOf(db, viewer.organisation, application) : []
  return {
    application,
    number: row.number,
    title: row.title,
    holderName: row.holder_name,
    language: row.language,
    organisation: inLanguage(row.organisation_name as Trilingual, language).text,
    edition: inLanguage(row.edition_name as Trilingual, language).text,
    slug: terms.slug,
    zone: row.zone,
    publishedAt: row.published_at,
    sealedAt: row.sealed_at,
    hash: row.hash,
    outcome: row.outcome as ReasonSheet['outcome'],
    reserveRank: row.reserve_rank,
    region: inLanguage(terms.regions.find(({ code }) => code === row.region)?.name ?? { ar: '', fr: '', en: '' }, language).text,
    figures,
    ...numbersOf(row.explanation as DecisionExplanation),
    isCalibrated: sources.scoreBasis === 'calibrated',
    interviewWeight: sources.interviewWeight,
    passMark: sources.passMark,
    scaleMax: sources.scaleMax,
    criteria: sources.criteria.flatMap(({ code, weight }) => {
      const step = figures.steps[code]
      return step === undefined ? [] : [{ name: criterionName(terms, code, language), weight, step }]
    }),
    rules: [...new Set(figures.rules.flatMap((index) => (record.input.rules[index] === undefined ? [] : [nameOf(record.input.rules[index])])))],
    comments: terms.criteria.flatMap(({ code, name }) => {
      const texts = told.flatMap((comments) => (typeof comments[code] === 'string' && comments[code].trim() !== '' ? [comments[code]] : []))
      return texts.length === 0 ? [] : [{ criterion: inLanguage(name, language).text, texts }]
    }),
  }
}

function numbersOf({ invitation, stop }: DecisionExplanation): Pick<ReasonSheet, 'invitation' | 'stop'> {
  return { ...(invitation === undefined ? {} : { invitation }), ...(stop === undefined ? {} : { stop }) }
}

function criterionName({ criteria }: EditionTerms, code: string, language: Language): string {
  const found = criteria.find((one) => one.code === code)
  return found === undefined ? code : inLanguage(found.name, language).text
}

function decided(db: Reader, organisation: string, application: string, person: string) {
  return db
    .selectFrom('decision as d')
    .innerJoin('selection_seal as s', (join) => join.onRef('s.organisation', '=', 'd.organisation').onRef('s.id', '=', 'd.seal'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'd.organisation').onRef('e.id', '=', 'd.edition'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'd.organisation').onRef('c.edition', '=', 'd.edition'))
    .innerJoin('organisation as o', 'o.id', 'd.organisation')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'd.organisation').onRef('a.id', '=', 'd.application'))
    .innerJoin('submission as b', (join) => join.onRef('b.organisation', '=', 'd.organisation').onRef('b.application', '=', 'd.application'))
    .leftJoin('publication as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.seal', '=', 'd.seal'))
    .leftJoin('application_member as m', (join) =>
      join.onRef('m.organisation', '=', 'd.organisation').onRef('m.application', '=', 'd.application').on('m.person', '=', person),
    )
    .select([
      'd.outcome',
      'd.reserve_rank',
      'd.region',
      'd.explanation',
      'd.edition',
      's.record',
      's.hash',
      's.sealed_at',
      'p.published_at',
      'm.part',
    ])
    .select(['e.programme', 'e.name as edition_name', 'e.comments_told', 'c.zone', 'o.name as organisation_name'])
    .select(['a.number', 'b.title', 'b.holder_name', 'b.language'])
    .where('d.organisation', '=', organisation)
    .where('d.application', '=', application)
    .executeTakeFirst()
}

/** What reviewers wrote on an application, by criterion, in an order that is not that of their names. */
async function commentsOf(db: Reader, organisation: string, application: string): Promise<Record<string, string>[]> {
  const rows = await db
    .selectFrom('review as r')
    .innerJoin('assignment as g', (join) => join.onRef('g.organisation', '=', 'r.organisation').onRef('g.id', '=', 'r.assignment'))
    .select('r.comments')
    .where('r.organisation', '=', organisation)
    .where('g.application', '=', application)
    .where('g.ended_at', 'is', null)
    .where('r.submitted_at', 'is not', null)
    .orderBy('r.assignment')
    .execute()
  return rows.map(({ comments }) => comments as Record<string, string>)
}
