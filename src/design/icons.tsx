/** Icons: a page carries the drawings of those it uses, once. */
import { type Html, trusted } from '#html'
import { ICONS, type IconName } from './icon-shapes.ts'

export type { IconName }

/** An icon beside words that say the same: hidden from screen readers. `flip` mirrors it in Arabic (arrows, back, external link). */
export function Icon({ name, flip = false }: { name: IconName; flip?: boolean }): Html {
  return trusted(`<svg class="i${flip ? ' i--flip' : ''}" viewBox="0 0 20 20" aria-hidden="true"><use href="#i-${name}"/></svg>`)
}

const USE = '<use href="#i-'

/** The drawings that a finished body refers to. */
export function iconSheet(body: Html): Html {
  const named = new Set<IconName>()
  // Searched by text: a pattern over a long page costs as much as the page.
  for (let at = body.markup.indexOf(USE); at !== -1; at = body.markup.indexOf(USE, at)) {
    at += USE.length
    named.add(body.markup.slice(at, body.markup.indexOf('"', at)) as IconName)
  }
  const used = [...named].filter((name) => Object.hasOwn(ICONS, name))
  if (used.length === 0) return <></>
  return trusted(
    `<svg width="0" height="0" aria-hidden="true" class="vh">${used.map((name) => `<symbol id="i-${name}" viewBox="0 0 20 20">${ICONS[name]}</symbol>`).join('')}</svg>`,
  )
}
