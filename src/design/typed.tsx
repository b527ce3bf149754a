/** A text its writer typed, given back whole. */
import type { Html } from '#html'

export function Typed({ text }: { text: string }): Html {
  return (
    <blockquote class="card card--tight" dir="auto">
      {text.split('\n').map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
  )
}
