/** Buttons say what happens next, verb first. At most one lit button a screen. */
import type { Child, Html } from '#html'

export type ButtonKind = 'action' | 'light' | 'quiet' | 'bad' | 'text' | 'night'

interface Look {
  readonly kind?: ButtonKind
  readonly size?: 'sm' | 'lg'
  readonly block?: boolean
}

function classOf({ kind = 'action', size, block }: Look): string {
  return ['btn', kind === 'action' ? '' : `btn--${kind}`, size === undefined ? '' : `btn--${size}`, block ? 'btn--block' : '']
    .filter(Boolean)
    .join(' ')
}

export function ButtonLink(props: Look & { href: string; children?: Child; rel?: string; download?: boolean }): Html {
  return (
    <a class={classOf(props)} href={props.href} rel={props.rel} download={props.download}>
      {props.children}
    </a>
  )
}

/** Submits its form. `name` and `value` tell several buttons of one form apart. */
export function Button(props: Look & { children?: Child; name?: string; value?: string; form?: string; formaction?: string }): Html {
  return (
    <button class={classOf(props)} type="submit" name={props.name} value={props.value} form={props.form} formaction={props.formaction}>
      {props.children}
    </button>
  )
}

/** Something not open yet: it can be reached by keyboard and says why, in the sentence of the given id, but does nothing. */
export function ClosedButton(props: Look & { children?: Child; why: string }): Html {
  return (
    <span class={classOf(props)} role="button" aria-disabled="true" tabindex={0} aria-describedby={props.why}>
      {props.children}
    </span>
  )
}
