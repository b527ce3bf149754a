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

export function ButtonLink(props: Look & { href: string; children?: Child; rel?: string; target?: '_top'; download?: boolean }): Html {
  return (
    <a class={classOf(props)} href={props.href} rel={props.rel} target={props.target} download={props.download}>
      {props.children}
    </a>
  )
}

export interface ButtonProps extends Look {
  /** `name` and `value` tell several buttons of one form apart. */
  readonly name?: string
  readonly value?: string
  readonly form?: string
  readonly formaction?: string
  /** Under way: moving tape. Islands set it while they send. */
  readonly busy?: boolean
  readonly children?: Child
}

/** Submits its form. Never disabled: what is wrong is said after it is pressed. */
export function Button(props: ButtonProps): Html {
  const { name, value, form, formaction } = props
  return (
    <button class={classOf(props)} type="submit" name={name} value={value} form={form} formaction={formaction} aria-busy={props.busy}>
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
