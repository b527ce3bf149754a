/**
 * The JSX runtime of the pages: each element becomes a string at once. No tree is kept, nothing is hydrated.
 * Elements and attributes are typed in elements.ts: a misspelt attribute or an unknown element does not compile.
 */
import { type Child, escapeHtml, Html, render } from './html.ts'
import type { Elements } from './elements.ts'

type Component = (props: never) => Html
type Props = Record<string, unknown> & { children?: Child }

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Attributes that hold an address a browser follows: only these schemes, and relative addresses, pass. Browsers drop control characters and spaces before they read a scheme, so they are dropped here first. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster'])
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|data:image\/|[^a-z]|[a-z][a-z0-9+.-]*(?:[^a-z0-9+.:-]|$)|$)/i

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return name.startsWith('aria-') || name.startsWith('data-') ? ` ${name}="true"` : ` ${name}`
  const text = String(value)
  if (ADDRESSES.has(name) && !text.startsWith('/') && !SAFE_ADDRESS.test(text.replace(/[\u0000-\u0020]/g, ''))) return ` ${name}="#refused-address"`
  return ` ${name}="${escapeHtml(text)}"`
}

/** Called by compiled JSX. A component is called with its props; an element name becomes a tag. */
export function jsx(type: string | Component, props: Props): Html {
  if (typeof type === 'function') return type(props as never)
  let markup = `<${type}`
  for (const name in props) if (name !== 'children') markup += attribute(name, props[name])
  if (VOID.has(type)) return new Html(`${markup}>`)
  return new Html(`${markup}>${render(props.children)}</${type}>`)
}

export const jsxs = jsx
export const jsxDEV = jsx

export function Fragment(props: { children?: Child }): Html {
  return new Html(render(props.children))
}

export namespace JSX {
  export type Element = Html
  export type ElementType = keyof IntrinsicElements | ((props: never) => Html)
  export interface ElementChildrenAttribute {
    children: unknown
  }
  export interface IntrinsicElements extends Elements {}
}
