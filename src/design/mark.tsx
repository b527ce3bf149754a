/** The mark: a K whose leg is a beam. Never mirrored. */
import { type Html, trusted } from '#html'

const LETTER = '<path fill="#fff" d="M8 6h4.5v22H8zM14 13.3L20.5 6H25l-11 12.2z"/><path fill="#ffbf3f" d="M15.6 17.8l2.9-3.2L30 28H17.5z"/>'

/** On night it stands free; on light it keeps its own night. */
export function Mark({ night }: { night: boolean }): Html {
  return trusted(`<svg viewBox="0 0 34 34" aria-hidden="true">${night ? '' : '<rect width="34" height="34" rx="3" fill="#14153a"/>'}${LETTER}</svg>`)
}

/** The mark and the name, leading home. */
export function Brand({ name, href, night }: { name: string; href: string; night: boolean }): Html {
  return (
    <a class="brand" href={href}>
      <Mark night={night} />
      <span>{name}</span>
    </a>
  )
}
