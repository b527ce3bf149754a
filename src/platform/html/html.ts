/**
 * Markup as a value. Text is escaped when it enters markup; only an `Html` value passes unescaped,
 * and only this file makes one. Pages are therefore plain functions from a view to an `Html`.
 */

/** A finished piece of markup. `String(html)` gives its text. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

/** What may stand between two tags: text and numbers are escaped, nothing is printed for null, undefined and booleans. */
export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[]

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const SPECIAL = /[&<>"]/
const SPECIALS = /[&<>"]/g

/** Escapes text for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ENTITIES[character] as string) : text
}

/** Markup of any child, escaped where it is text. */
export function render(child: Child): string {
  if (child instanceof Html) return child.markup
  if (typeof child === 'string') return escapeHtml(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (Array.isArray(child)) {
    let markup = ''
    for (const one of child as readonly Child[]) markup += render(one)
    return markup
  }
  return String(child)
}

/**
 * Markup that is already safe: files of ours (icons, map, scene) and nothing a person typed.
 * Every caller is a place to look at in review.
 */
export function trusted(markup: string): Html {
  return new Html(markup)
}

/** JSON inside a `<script type="application/json">`: `<` is written as \u003c so that no tag can close it. */
export function jsonForPage(value: unknown): Html {
  return new Html(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  )
}
