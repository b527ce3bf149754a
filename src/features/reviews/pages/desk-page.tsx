/** What the desk pages of review share: the staff page with tabs to the others. */
import type { Child, Html } from '#html'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Tabs } from '../../../design/tabs.tsx'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { StageName } from '../views.ts'
import { words } from '../words/index.ts'

export const DESK_PAGES = ['reviewers', 'conflicts', 'stages', 'samples', 'assignment', 'reviews', 'calibration', 'interviews'] as const
export type DeskPageName = (typeof DESK_PAGES)[number]

export interface DeskAround {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly regions: readonly { readonly code: string; readonly name: Trilingual; readonly mark: string }[]
  /** Whether the viewer arranges reviews, or reads only: everybody, once the selection is sealed. */
  readonly mayArrange: boolean
  /** Whether they read the reviews of the whole edition; who serves a region reads its files and interviews alone. */
  readonly readsAll: boolean
  readonly sealed: boolean
  /** Stages the edition writes; none where it has the usual two. */
  readonly stages: readonly StageName[]
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function DeskPage({
  around,
  here,
  path,
  title,
  lead,
  wrong = false,
  islands = [],
  children,
}: {
  around: DeskAround
  here: DeskPageName
  /** Where the page is when it is not the tab itself, after the language. */
  path?: string
  title: string
  lead: string
  /** Whether a form of the page came back to be mended. */
  wrong?: boolean
  islands?: readonly string[]
  children?: Child
}): Html {
  const { language, slug, frame } = around
  const t = words(language)
  const base = `/desk/${slug}`
  const tabs = DESK_PAGES.filter((name) => name === here || isOpen(name, around)).map((name) => ({
    name: t(`desk.${name}`),
    href: `/${language}${base}/${name}`,
    current: name === here,
  }))
  return (
    <StaffPage
      language={language}
      title={title}
      path={path ?? `${base}/${here}`}
      frame={frame}
      said={around.said}
      error={wrong || around.refusal !== undefined}
      islands={islands}
    >
      {around.refusal !== undefined && <RefusalNote sentence={around.refusal} />}
      <Head title={title} lead={lead} />
      <Tabs label={t('desk.views')} tabs={tabs} />
      {around.sealed && here !== 'reviewers' && (
        <Note>
          <p>{t('desk.sealed')}</p>
        </Note>
      )}
      {children}
    </StaffPage>
  )
}

/** The plan is for who may apply it; who serves a region has the files and interviews of that region. */
function isOpen(name: DeskPageName, { mayArrange, readsAll }: DeskAround): boolean {
  if (name === 'assignment') return mayArrange
  return readsAll || name === 'reviews' || name === 'interviews'
}

export function RegionOf({ code, around }: { code: string | null; around: DeskAround }): Html {
  const found = around.regions.find((one) => one.code === code)
  return found === undefined ? <span class="muted">–</span> : <Region mark={found.mark}>{inLanguage(found.name, around.language).text}</Region>
}
