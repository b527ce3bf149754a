/** A part of a page that comes after it: lines where the words will stand. Whole pages arrive whole. */
import type { Html } from '#html'

export function Loading({ label, lines = 2 }: { label: string; lines?: number }): Html {
  return (
    <div class="card" aria-busy="true">
      <span class="vh">{label}</span>
      <span class="skel skel--h"></span>
      {Array.from({ length: lines }, () => (
        <span class="skel"></span>
      ))}
    </div>
  )
}
