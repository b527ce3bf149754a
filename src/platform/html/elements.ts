/** The elements our pages use and the attributes each may have. What is not here does not compile: no `style`, no `on…`, no misspelling. */
import type { Child } from './html.ts'
import type { SvgElements } from './svg-elements.ts'

export type Text = string | number | null | undefined
type Flag = boolean | null | undefined

/** What any element may carry. */
export interface Global {
  readonly id?: Text
  readonly class?: Text
  readonly lang?: Text
  readonly dir?: 'rtl' | 'ltr' | 'auto' | null | undefined
  readonly title?: Text
  readonly hidden?: Flag
  readonly tabindex?: Text
  readonly role?: Text
  readonly translate?: 'yes' | 'no'
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | null | undefined
  readonly enterkeyhint?: 'enter' | 'done' | 'go' | 'next' | 'previous' | 'search' | 'send' | null | undefined
  readonly autofocus?: Flag
  readonly inert?: Flag
  readonly popover?: 'auto' | 'manual' | null | undefined
  readonly spellcheck?: 'true' | 'false' | null | undefined
  readonly autocapitalize?: Text
  readonly [aria: `aria-${string}`]: string | number | boolean | null | undefined
  readonly [data: `data-${string}`]: string | number | boolean | null | undefined
}

export type Holding<More = object> = Global & More & { readonly children?: Child }
type Void<More = object> = Global & More & { readonly children?: never }

interface FormOwned {
  readonly name?: Text
  readonly form?: Text
  readonly disabled?: Flag
}

interface InputOnly extends FormOwned {
  readonly type?:
    | 'text'
    | 'search'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'hidden'
    | 'checkbox'
    | 'radio'
    | 'file'
    | 'password'
    | 'submit'
    | undefined
  readonly value?: Text
  readonly checked?: Flag
  readonly placeholder?: Text
  readonly autocomplete?: Text
  readonly required?: Flag
  readonly readonly?: Flag
  readonly maxlength?: Text
  readonly minlength?: Text
  readonly min?: Text
  readonly max?: Text
  readonly step?: Text
  readonly pattern?: Text
  readonly size?: Text
  readonly accept?: Text
  readonly capture?: Text | boolean
  readonly multiple?: Flag
  readonly list?: Text
}

type Plain =
  | 'abbr'
  | 'address'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'bdo'
  | 'body'
  | 'caption'
  | 'cite'
  | 'code'
  | 'dd'
  | 'dfn'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'head'
  | 'header'
  | 'hgroup'
  | 'i'
  | 'kbd'
  | 'legend'
  | 'main'
  | 'mark'
  | 'nav'
  | 'noscript'
  | 'p'
  | 'picture'
  | 'pre'
  | 's'
  | 'samp'
  | 'search'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'sub'
  | 'summary'
  | 'sup'
  | 'tbody'
  | 'tfoot'
  | 'thead'
  | 'tr'
  | 'u'
  | 'ul'
  | 'var'
  | 'draft-form'
  | 'score-form'
  | 'live-list'

/** Every element a page may have. `a` and `title` stand in HTML and in SVG alike. */
export type Elements = { [Name in Plain]: Holding } & SvgElements & {
    html: Holding
    title: Holding
    a: Holding<{
      readonly href?: Text
      readonly hreflang?: Text
      readonly rel?: Text
      readonly target?: Text
      readonly download?: Text | boolean
      readonly type?: Text
    }>
    audio: Holding<{ readonly src?: Text; readonly controls?: Flag; readonly preload?: 'none' | 'metadata' | 'auto' }>
    blockquote: Holding<{ readonly cite?: Text }>
    br: Void
    button: Holding<
      FormOwned & {
        readonly type?: 'submit' | 'button' | 'reset'
        readonly value?: Text
        readonly formaction?: Text
        readonly formmethod?: Text
        readonly formenctype?: Text
        readonly formnovalidate?: Flag
        readonly popovertarget?: Text
        readonly popovertargetaction?: 'show' | 'hide' | 'toggle'
      }
    >
    col: Void<{ readonly span?: Text }>
    colgroup: Holding<{ readonly span?: Text }>
    data: Holding<{ readonly value?: Text }>
    datalist: Holding
    del: Holding<{ readonly datetime?: Text }>
    details: Holding<{ readonly open?: Flag; readonly name?: Text }>
    fieldset: Holding<FormOwned>
    form: Holding<{
      readonly action?: Text
      readonly method?: 'get' | 'post'
      readonly enctype?: Text
      readonly novalidate?: Flag
      readonly autocomplete?: Text
      readonly name?: Text
    }>
    hr: Void
    img: Void<{
      readonly src?: Text
      readonly srcset?: Text
      readonly sizes?: Text
      readonly alt: Text
      readonly width?: Text
      readonly height?: Text
      readonly loading?: 'lazy' | 'eager'
      readonly decoding?: 'async' | 'sync'
    }>
    input: Void<InputOnly>
    ins: Holding<{ readonly datetime?: Text }>
    label: Holding<{ readonly for?: Text }>
    li: Holding<{ readonly value?: Text }>
    link: Void<{
      readonly rel: Text
      readonly href: Text
      readonly as?: Text
      readonly type?: Text
      readonly crossorigin?: Text | boolean
      readonly hreflang?: Text
      readonly sizes?: Text
      readonly media?: Text
    }>
    meta: Void<{ readonly name?: Text; readonly content?: Text; readonly charset?: Text; readonly property?: Text }>
    meter: Holding<{ readonly value?: Text; readonly min?: Text; readonly max?: Text }>
    ol: Holding<{ readonly start?: Text; readonly reversed?: Flag }>
    optgroup: Holding<{ readonly label?: Text; readonly disabled?: Flag }>
    option: Holding<{ readonly value?: Text; readonly selected?: Flag; readonly disabled?: Flag; readonly label?: Text }>
    output: Holding<FormOwned & { readonly for?: Text }>
    progress: Holding<{ readonly value?: Text; readonly max?: Text }>
    q: Holding<{ readonly cite?: Text }>
    script: Holding<{ readonly src?: Text; readonly type?: 'module' | 'application/json'; readonly async?: Flag; readonly defer?: Flag }>
    select: Holding<FormOwned & { readonly multiple?: Flag; readonly required?: Flag; readonly autocomplete?: Text; readonly size?: Text }>
    source: Void<{ readonly src?: Text; readonly srcset?: Text; readonly type?: Text; readonly media?: Text }>
    table: Holding
    td: Holding<{ readonly colspan?: Text; readonly rowspan?: Text; readonly headers?: Text }>
    th: Holding<{ readonly colspan?: Text; readonly rowspan?: Text; readonly scope?: 'col' | 'row' | 'colgroup' | 'rowgroup'; readonly abbr?: Text }>
    textarea: Holding<
      FormOwned & {
        readonly rows?: Text
        readonly cols?: Text
        readonly maxlength?: Text
        readonly placeholder?: Text
        readonly required?: Flag
        readonly readonly?: Flag
        readonly autocomplete?: Text
      }
    >
    template: Holding
    time: Holding<{ readonly datetime?: Text }>
    track: Void<{ readonly src: Text; readonly kind?: Text; readonly srclang?: Text; readonly label?: Text; readonly default?: Flag }>
    video: Holding<{
      readonly src?: Text
      readonly controls?: Flag
      readonly preload?: 'none' | 'metadata' | 'auto'
      readonly poster?: Text
      readonly width?: Text
      readonly height?: Text
    }>
    wbr: Void
  }
