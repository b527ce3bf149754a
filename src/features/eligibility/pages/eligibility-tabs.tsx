/** The pages of the stage, on each of them. */
import type { Html } from '#html'
import { Tabs } from '../../../design/tabs.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

export const ELIGIBILITY_PAGES = ['applications', 'duplicates', 'eligibility-letters', 'appeals'] as const
export type EligibilityPageName = (typeof ELIGIBILITY_PAGES)[number]

export function EligibilityTabs({ language, slug, current }: { language: Language; slug: string; current: EligibilityPageName }): Html {
  const t = words(language)
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={ELIGIBILITY_PAGES.map((page) => ({ name: t(`tabs.${page}`), href: `/${language}/desk/${slug}/${page}`, current: page === current }))}
    />
  )
}
