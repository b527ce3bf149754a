/** What stands around the pages: names, navigation, the run sheet of the edition, the funders. Made once a request. */
import type { FunderView } from '../../design/funder.tsx'
import type { NavigationItem, PublicFrame } from '../../design/layout/public-page.tsx'
import type { Cue, StaffFrame } from '../../design/layout/staff-page.tsx'
import { maySeeSupport } from '../../domain/activity.ts'
import { maySeeMeans } from '../../domain/award.ts'
import { maySeeCohort } from '../../domain/cohort.ts'
import { maySeeCommuniques } from '../../domain/communique.ts'
import { mayWriteEdition } from '../../domain/edition.ts'
import { maySeeFigures } from '../../domain/figure.ts'
import { inLanguage, type Language } from '../../domain/language.ts'
import { maySeeMarkets } from '../../domain/market.ts'
import { mayReadFees } from '../../domain/fee.ts'
import { mayReadReviews } from '../../domain/review.ts'
import { maySeePeople } from '../../domain/role.ts'
import { scopeOf } from '../../domain/scope.ts'
import { mayReadSelection } from '../../domain/selection.ts'
import { shortName } from '../../domain/person.ts'
import { FILE_READERS, isSignedIn, type Place, type SignedIn, STAFF, type Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { type EditionView, editionBySlug, type Stage, stagesOf } from './editions.ts'
import { nationalPhone } from './phone.ts'
import { type CallHead, currentCall } from './queries/current-call.ts'
import { words } from './words/index.ts'

interface Asked {
  readonly organisation: string
  readonly viewer: Viewer
  readonly language: Language
  /** Path without the language. */
  readonly path: string
  /** Where the site is reached; needed around the pages that search engines list. */
  readonly origin?: string
  /** When it is, for which call to show; the moment of asking when left out. */
  readonly now?: Date
}

/** The frame of public and applicant pages, around the call that is open, or else comes next, or else was the last. One statement. */
export async function publicFrame(db: Reader, { organisation, viewer, language, path, origin, now = new Date() }: Asked): Promise<PublicFrame> {
  const t = words(language)
  const call = await currentCall(db, organisation, now)
  const link = (to: string, name: string): NavigationItem => ({
    href: `/${language}${to}`,
    name,
    current: path === (to || '/') || (to !== '' && path.startsWith(`${to}/`)),
  })
  const callLink = call === null ? [] : [link(`/calls/${call.edition.slug}`, t('nav.call'))]
  return {
    ...(origin === undefined ? {} : { origin }),
    programme: call === null ? t('nav.product') : inLanguage(call.programme.name, language).text,
    navigation: [
      link('', t('nav.programme')),
      ...callLink,
      link('/projects', t('nav.projects')),
      link('/agenda', t('nav.agenda')),
      link('/impact', t('nav.impact')),
    ],
    person: isSignedIn(viewer) ? { name: shortName(viewer.person, language) || t('nav.me'), href: `/${language}/me` } : null,
    signIn: { href: `/${language}/sign-in`, name: t('nav.sign-in') },
    about: call === null ? '' : inLanguage(call.programme.summary, language).text,
    footer: footer(call, language),
    funders: (call?.funders ?? []).map(
      (funder): FunderView => ({
        name: inLanguage(funder.name, language).text,
        sentence: inLanguage(funder.sentence, language).text,
        emblem: funder.emblem,
      }),
    ),
  }
}

function footer(call: CallHead | null, language: Language): PublicFrame['footer'] {
  const t = words(language)
  const me = { href: `/${language}/me`, name: t('foot.me') }
  if (call === null) return [{ title: t('foot.help'), links: [me] }]
  const page = `/${language}/calls/${call.edition.slug}`
  const phone = call.helpPhone === '' ? [] : [{ href: `tel:${call.helpPhone}`, name: t('foot.phone', { phone: nationalPhone(call.helpPhone) }) }]
  return [
    {
      title: t('foot.programme'),
      links: [
        { href: page, name: t('nav.call') },
        { href: `${page}/rules`, name: t('foot.rules') },
      ],
    },
    { title: t('foot.help'), links: [{ href: `${page}#questions`, name: t('foot.questions') }, ...phone, me] },
  ]
}

type May = (viewer: Viewer, place: Place) => boolean

const everyone: May = () => true

/** Those who read files, be it in one region alone: their pages hold what lies within their reach. */
const readsFiles: May = (viewer, place) => scopeOf(viewer, FILE_READERS, place).length > 0

interface StageDoors {
  readonly stage: Stage
  /** Pages the cue may lead to, each with those who may open it; it leads to the first that is open, and is not there where none is. */
  readonly doors: readonly { readonly path: string; readonly may: May }[]
  /** Other pages of the stage, on which its cue is lit. */
  readonly also?: readonly string[]
}

/** The run sheet, each cue for those who may open a page of its stage: nobody is shown a door that is closed to them. */
const STAGES: readonly StageDoors[] = [
  { stage: 'call', doors: [{ path: '/call', may: everyone }] },
  {
    stage: 'eligibility',
    doors: [{ path: '/applications', may: readsFiles }],
    also: ['/eligibility', '/duplicates', '/eligibility-letters', '/appeals'],
  },
  {
    stage: 'review',
    doors: [
      { path: '/reviewers', may: mayReadReviews },
      // Who serves a region has no reviewers to manage, but reads how the files of that region are read.
      { path: '/reviews', may: readsFiles },
      { path: '/fees', may: mayReadFees },
    ],
    also: [
      '/conflicts',
      '/stages',
      '/samples',
      '/assignment',
      '/reviews',
      '/discussions',
      '/calibration',
      '/interviews',
      '/juries',
      '/progress',
      '/fees',
    ],
  },
  { stage: 'selection', doors: [{ path: '/selection', may: mayReadSelection }], also: ['/publication'] },
  { stage: 'cohort', doors: [{ path: '/cohort', may: maySeeCohort }] },
  { stage: 'support', doors: [{ path: '/tours', may: maySeeSupport }] },
  { stage: 'markets', doors: [{ path: '/markets', may: maySeeMarkets }] },
  { stage: 'means', doors: [{ path: '/means', may: maySeeMeans }] },
]

const ALWAYS = [
  { name: 'rail.dashboard', path: '', icon: 'chart', may: everyone },
  { name: 'rail.calendar', path: '/calendar', icon: 'cal', may: maySeeSupport },
  { name: 'rail.letters', path: '/letters', icon: 'mail', may: mayReadSelection },
  { name: 'rail.figures', path: '/figures', icon: 'flag', may: maySeeFigures },
  { name: 'rail.communiques', path: '/communiques', icon: 'doc', may: maySeeCommuniques },
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
  const cues: Cue[] = STAGES.flatMap(({ stage, doors, also = [] }, place) => {
    const door = doors.find(({ may }) => may(viewer, edition.place))
    if (door === undefined) return []
    const current = [...doors.map(({ path: to }) => to), ...also].some(at)
    return [{ number: place + 1, name: t(`stage.${stage}`), href: `/${language}${base}${door.path}`, progress: progress[stage], current }]
  })
  const always: StaffFrame['always'] = ALWAYS.filter(({ may }) => may(viewer, edition.place)).map(({ name, path: to, icon }) => ({
    name: t(name),
    href: `/${language}${base}${to}`,
    icon,
    current: at(to),
  }))
  const people: StaffFrame['always'] = maySeePeople(viewer) ? [{ name: t('rail.people'), href: `/${language}/desk/people`, icon: 'users' }] : []
  const written: StaffFrame['always'] = mayWriteEdition(viewer, edition.place.programme, edition.place.edition)
    ? [{ name: t('rail.editions'), href: `/${language}/desk/editions`, icon: 'doc' }]
    : []
  return {
    edition,
    viewer,
    frame: {
      programme: inLanguage(edition.programmeName, language).text,
      edition: `${inLanguage(edition.name, language).text}`,
      home: `/${language}${base}`,
      cues,
      always: [...always, ...people, ...written],
      person: { name: shortName(viewer.person, language) || t('nav.me'), href: `/${language}/me` },
    },
  }
}

/** A role anywhere in the edition, even in one region, gives a place at its desk; what each page shows is its own matter. */
export function atDesk(viewer: SignedIn, edition: EditionView): boolean {
  return scopeOf(viewer, STAFF, edition.place).length > 0
}
