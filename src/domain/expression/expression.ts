/**
 * An expression: a condition or a quantity written over the answers of a form or the facts of an application. One
 * language serves conditions of questions, eligibility, tie-breaks and indicators. It names values and combines them;
 * it cannot repeat, store or reach anything, so every expression ends, in a time bounded by its length.
 */

/** What a cell of a table, or an answer of one value, is. A code is one of a set: options of a question, regions, sectors. */
export type SingleKind = { readonly is: 'number' | 'text' | 'day' | 'truth' } | { readonly is: 'code'; readonly of: readonly string[] }

/** What a value is. Rows are the lines of a table question; a column is one cell of each line, read as `table.column`. */
export type Kind =
  | SingleKind
  | { readonly is: 'codes'; readonly of: readonly string[] }
  | { readonly is: 'rows'; readonly columns: Readonly<Record<string, SingleKind>> }
  | { readonly is: 'column'; readonly of: SingleKind }

/** The names an expression may read, and what each holds. */
export type Names = Readonly<Record<string, Kind>>

/** Where something stands in the text: characters from (included) and to (excluded). */
export interface Span {
  readonly from: number
  readonly to: number
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]
export type Arithmetic = '+' | '-' | '*' | '/'

export type Expression = Span &
  (
    | { readonly node: 'number'; readonly text: string }
    | { readonly node: 'text'; readonly text: string }
    | { readonly node: 'day'; readonly text: string }
    | { readonly node: 'truth'; readonly value: boolean }
    | { readonly node: 'name'; readonly name: string }
    | { readonly node: 'list'; readonly items: readonly Expression[] }
    | { readonly node: 'not' | 'minus'; readonly of: Expression }
    | { readonly node: 'and' | 'or'; readonly all: readonly Expression[] }
    | { readonly node: 'compare'; readonly by: Comparison; readonly left: Expression; readonly right: Expression }
    | { readonly node: 'within'; readonly left: Expression; readonly right: Expression }
    | { readonly node: 'arithmetic'; readonly by: Arithmetic; readonly left: Expression; readonly right: Expression }
    | { readonly node: 'call'; readonly name: string; readonly nameSpan: Span; readonly with: readonly Expression[] }
  )

/** What is wrong with an expression, worded as `expression.<code>`, and where. */
export interface ExpressionFault extends Span {
  readonly code:
    | 'empty'
    | 'too-long'
    | 'too-deep'
    | 'strange-character'
    | 'open-text'
    | 'not-a-number'
    | 'not-a-day'
    | 'value-expected'
    | 'closing-expected'
    | 'end-expected'
    | 'unknown-name'
    | 'unknown-function'
    | 'argument-count'
    | 'kind-expected'
    | 'not-comparable'
    | 'no-order'
    | 'unknown-code'
    | 'column-needs-function'
  readonly details: Readonly<Record<string, string | number>>
}

/** Expressions directly inside this one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.node) {
    case 'not':
    case 'minus':
      return [expression.of]
    case 'and':
    case 'or':
      return expression.all
    case 'compare':
    case 'within':
    case 'arithmetic':
      return [expression.left, expression.right]
    case 'list':
      return expression.items
    case 'call':
      return expression.with
    default:
      return []
  }
}

/** Every name it reads, each once, in order of appearance. */
export function namesIn(expression: Expression): string[] {
  const own = expression.node === 'name' ? [expression.name] : []
  return [...new Set([...own, ...partsOf(expression).flatMap(namesIn)])]
}
