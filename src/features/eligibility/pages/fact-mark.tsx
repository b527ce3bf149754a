/** Beside an answer: whether it is the one that was verified. */
import type { Html } from '#html'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { FactMark } from '../queries/verification.ts'
import { words } from '../words/index.ts'

const SHAPES = { same: 'yes', differs: 'alert', contested: 'wait' } as const

/** `href` leads to the page of the fact. */
export function FactLine({
  mark,
  label,
  href,
  language,
  zone,
}: {
  mark: FactMark
  label: string
  href: string
  language: Language
  zone: string
}): Html {
  const t = words(language)
  return (
    <div class="row row--tight">
      <FactState mark={mark} language={language} zone={zone} />
      <a class="sm" href={href}>
        {t(mark.is === 'none' ? 'verification.check' : 'verification.see')}
        <span class="vh"> {label}</span>
      </a>
    </div>
  )
}

export function FactState({ mark, language, zone }: { mark: FactMark; language: Language; zone: string }): Html {
  const t = words(language)
  if (mark.is === 'none' || mark.verified === null) return <></>
  const day = formatDate(mark.verified.verifiedAt, language, 'long', zone)
  return <State is={SHAPES[mark.is]}>{t(`verification.is-${mark.is}`, { day })}</State>
}
