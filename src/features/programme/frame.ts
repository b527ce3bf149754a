/** What stands around the pages: names, navigation, the run sheet of the edition, the funders. Made once a request. */
import type { FunderView } from '../../design/funder.tsx'
import type { PublicFrame } from '../../design/layout/public-page.tsx'
import type { Cue, StaffFrame } from '../../design/layout/staff-page.tsx'
import { inLanguage, type Language } from '../../domain/language.ts'
import { shortName } from '../../domain/person.ts'
import { holds, isSignedIn, type SignedIn, STAFF, type Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { type EditionView, editionBySlug, editionsOf, type Stage, stagesOf } from './editions.ts'
import { words } from './words/index.ts'

interface Asked {
  readonly organisation: string
  readonly viewer: Viewer
  readonly language: Language
  /** Path without the language. */
  readonly path: string
}

/** The frame of public and applicant pages: of the newest edition whose call is or was open. */
export async function publicFrame(db: Reader, { organisation, viewer, language, path }: Asked): Promise<PublicFrame> {
  const t = words(language)
  const [edition] = await editionsOf(db, organisation)
  const funders = edition === undefined ? [] : await fundersOf(db, organisation, edition.id, language)
  const about = edition === undefined ? '' : await summaryOf(db, organisation, edition.programme, language)
  const link = (to: string, name: string) => ({ href: `/${language}${to}`, name, current: path === to || (to !== '' && path.startsWith(`${to}/`)) })
  const call = edition === undefined ? [] : [link(`/calls/${edition.slug}`, t('nav.call'))]
  return {
    programme: edition === undefined ? t('nav.product') : inLanguage(edition.programmeName, language).text,
    navigation: [
      link('', t('nav.programme')),
      ...call,
      link('/projects', t('nav.projects')),
      link('/agenda', t('nav.agenda')),
      link('/impact', t('nav.impact')),
    ],
    person: isSignedIn(viewer) ? { name: shortName(viewer.person, language) || t('nav.me'), href: `/${language}/me` } : null,
    signIn: { href: `/${language}/sign-in`, name: t('nav.sign-in') },
    about,
    footer: [
      { title: t('foot.programme'), links: [...call, ...(edition === undefined ? [] : [link(`/calls/${edition.slug}/rules`, t('foot.rules'))])] },
      {
        title: t('foot.help'),
        links: [
          ...(edition === undefined ? [] : [{ href: `/${language}/calls/${edition.slug}#questions`, name: t('foot.questions') }]),
          link('/me', t('foot.me')),
        ],
      },
    ],
    funders,
  }
}

async function fundersOf(db: Reader, organisation: string, edition: string, language: Language): Promise<FunderView[]> {
  const rows = await db
    .selectFrom('edition_funder as l')
    .innerJoin('funder as f', (join) => join.onRef('f.organisation', '=', 'l.organisation').onRef('f.id', '=', 'l.funder'))
    .select(['f.name', 'f.sentence', 'f.emblem'])
    .where('l.organisation', '=', organisation)
    .where('l.edition', '=', edition)
    .orderBy('l.position')
    .execute()
  return rows.map((row) => ({ name: inLanguage(row.name, language).text, sentence: inLanguage(row.sentence, language).text, emblem: row.emblem }))
}

async function summaryOf(db: Reader, organisation: string, programme: string, language: Language): Promise<string> {
  const row = await db
    .selectFrom('programme')
    .select('summary')
    .where('organisation', '=', organisation)
    .where('id', '=', programme)
    .executeTakeFirst()
  return row === undefined ? '' : inLanguage(row.summary, language).text
}

const STAGES: readonly { readonly stage: Stage; readonly path: string }[] = [
  { stage: 'call', path: '/call' },
  { stage: 'eligibility', path: '/applications' },
  { stage: 'review', path: '/reviewers' },
  { stage: 'selection', path: '/selection' },
  { stage: 'cohort', path: '/cohort' },
  { stage: 'support', path: '/tours' },
  { stage: 'markets', path: '/markets' },
  { stage: 'means', path: '/means' },
]

const ALWAYS = [
  { name: 'rail.dashboard', path: '', icon: 'chart' },
  { name: 'rail.calendar', path: '/calendar', icon: 'cal' },
  { name: 'rail.letters', path: '/letters', icon: 'mail' },
  { name: 'rail.communiques', path: '/communiques', icon: 'doc' },
  { name: 'rail.figures', path: '/figures', icon: 'flag' },
] as const

export interface StaffRoom {
  readonly frame: StaffFrame
  readonly edition: EditionView
  readonly viewer: SignedIn
}

/** The desk of an edition as the viewer finds it; null when there is no such edition or the viewer has no place at its desk: both look the same. */
export async function staffFrame(db: Reader, viewer: SignedIn, slug: string, language: Language, path: string, now: Date): Promise<StaffRoom | null> {
  const edition = await editionBySlug(db, viewer.organisation, slug)
  if (edition === null || !atDesk(viewer, edition)) return null
  const t = words(language)
  const progress = await stagesOf(db, viewer.organisation, edition.id, now)
  const base = `/desk/${edition.slug}`
  const at = (to: string): boolean => path === base + to || (to !== '' && path.startsWith(`${base}${to}/`))
  const cues: Cue[] = STAGES.map(({ stage, path: to }) => ({
    name: t(`stage.${stage}`),
    href: `/${language}${base}${to}`,
    progress: progress[stage],
    current: at(to),
  }))
  return {
    edition,
    viewer,
    frame: {
      programme: inLanguage(edition.programmeName, language).text,
      edition: `${inLanguage(edition.name, language).text}`,
      home: `/${language}${base}`,
      cues,
      always: ALWAYS.map(({ name, path: to, icon }) => ({ name: t(name), href: `/${language}${base}${to}`, icon, current: at(to) })),
      person: { name: shortName(viewer.person, language) || t('nav.me'), href: `/${language}/me` },
    },
  }
}

/** A role anywhere in the edition, even in one region, gives a place at its desk; what each page shows is its own matter. */
function atDesk(viewer: SignedIn, edition: EditionView): boolean {
  return holds({ ...viewer, grants: viewer.grants.map((grant) => ({ ...grant, region: null })) }, STAFF, edition.place)
}
