/** The first letter of a name on a square; or an icon, for a thing. The name itself stands beside it, so it is hidden from screen readers. */
import type { Child, Html } from '#html'
import { Icon, type IconName } from './icons.tsx'

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function Avatar({ name, icon }: { name: string; icon?: IconName }): Html {
  const [first] = letters.segment(name.trim())
  return (
    <span class="avatar" aria-hidden="true">
      {icon === undefined ? first?.segment : <Icon name={icon} />}
    </span>
  )
}

/** Someone with what they are or do. */
export function Person({ name, children }: { name: string; children?: Child }): Html {
  return (
    <span class="row row--tight">
      <Avatar name={name} />
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        {children !== undefined && (
          <>
            <br />
            <span class="sm muted">{children}</span>
          </>
        )}
      </span>
    </span>
  )
}
