/** What is kept, and where: stands on every page one can write on. Islands change its text and state. */
import type { Html } from '#html'
import { Icon } from './icons.tsx'

export function Saved({ text, off = false }: { text: string; off?: boolean }): Html {
  return (
    <div class="saved" data-s={off ? 'off' : undefined} role="status" data-saved>
      <Icon name={off ? 'wifi' : 'save'} />
      <span>{text}</span>
    </div>
  )
}
