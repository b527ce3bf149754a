/** Progress as curtain legs: one bar a part, the current one taller and lit. */
import type { Html } from '#html'

export function Legs({ parts, label }: { parts: readonly ('done' | 'part' | 'live' | 'none')[]; label: string }): Html {
  return (
    <div class="legs" role="img" aria-label={label}>
      {parts.map((part) => (
        <i data-p={part === 'none' ? undefined : part}></i>
      ))}
    </div>
  )
}
