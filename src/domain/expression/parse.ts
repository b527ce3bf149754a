/**
 * Text to expression, by recursive descent. From loosest to tightest: or; and; not; comparisons and `in`; + and −;
 * × and ÷; a sign; a value, a name, a function or parentheses. Comparisons do not chain.
 */
import type { Arithmetic, Comparison, Expression, ExpressionFault } from './expression.ts'
import { COMPARISONS } from './expression.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Parentheses, signs and functions within each other at most. */
const DEEPEST = 40

export type Reading = { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly fault: ExpressionFault }

/** Reads a text. The first fault ends the reading: what follows a mistake is guesswork. */
export function readExpression(source: string): Reading {
  const { tokens, fault } = tokensOf(source)
  if (fault !== null) return { ok: false, fault }
  if (tokens.length === 0) return { ok: false, fault: { code: 'empty', from: 0, to: source.length, details: {} } }
  try {
    return { ok: true, expression: new Reader(tokens, source.length).whole() }
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, fault: error.fault }
    throw error
  }
}

class Stopped extends Error {
  readonly fault: ExpressionFault
  constructor(fault: ExpressionFault) {
    super(fault.code)
    this.fault = fault
  }
}

class Reader {
  #place = 0
  #depth = 0
  readonly #tokens: readonly Token[]
  readonly #end: number

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  whole(): Expression {
    const expression = this.#either()
    const rest = this.#tokens[this.#place]
    if (rest !== undefined) throw new Stopped({ code: 'end-expected', from: rest.from, to: rest.to, details: { text: rest.text } })
    return expression
  }

  #takes(kind: 'word' | 'sign', ...texts: readonly string[]): Token | null {
    const token = this.#tokens[this.#place]
    if (token?.token !== kind || !texts.includes(token.text)) return null
    this.#place += 1
    return token
  }

  #stop(code: 'value-expected' | 'closing-expected', details: ExpressionFault['details'] = {}): never {
    const token = this.#tokens[this.#place]
    throw new Stopped({ code, from: token?.from ?? this.#end, to: token?.to ?? this.#end, details })
  }

  #inside<Value>(read: () => Value): Value {
    this.#depth += 1
    if (this.#depth > DEEPEST) {
      const { from, to } = this.#tokens[Math.min(this.#place, this.#tokens.length - 1)] as Token
      throw new Stopped({ code: 'too-deep', from, to, details: { most: DEEPEST } })
    }
    const value = read()
    this.#depth -= 1
    return value
  }

  #either(): Expression {
    return this.#joined('or', () => this.#both())
  }

  #both(): Expression {
    return this.#joined('and', () => this.#denied())
  }

  #joined(node: 'or' | 'and', read: () => Expression): Expression {
    const first = read()
    const all = [first]
    while (this.#takes('word', node) !== null) all.push(read())
    return all.length === 1 ? first : { node, all, from: first.from, to: (all.at(-1) as Expression).to }
  }

  #denied(): Expression {
    const word = this.#takes('word', 'not')
    if (word === null) return this.#compared()
    const of = this.#inside(() => this.#denied())
    return { node: 'not', of, from: word.from, to: of.to }
  }

  #compared(): Expression {
    const left = this.#sum()
    const sign = this.#takes('sign', ...COMPARISONS)
    if (sign !== null) {
      const right = this.#sum()
      return { node: 'compare', by: sign.text as Comparison, left, right, from: left.from, to: right.to }
    }
    const before = this.#place
    const not = this.#takes('word', 'not')
    if (this.#takes('word', 'in') === null) {
      this.#place = before
      return left
    }
    const right = this.#among()
    const within: Expression = { node: 'within', left, right, from: left.from, to: right.to }
    return not === null ? within : { node: 'not', of: within, from: left.from, to: right.to }
  }

  /** What stands after `in`: a list in parentheses, or a name of several codes. */
  #among(): Expression {
    const opening = this.#takes('sign', '(')
    if (opening === null) return this.#inside(() => this.#value())
    const items = this.#inside(() => this.#items())
    return { node: 'list', items, from: opening.from, to: this.#closed(opening) }
  }

  /** One or more, to the closing parenthesis. */
  #items(): Expression[] {
    const items = [this.#either()]
    while (this.#takes('sign', ',') !== null) items.push(this.#either())
    return items
  }

  /** Passes the closing parenthesis; answers where it ends. */
  #closed(opening: Token): number {
    return (this.#takes('sign', ')') ?? this.#stop('closing-expected', { at: opening.from + 1 })).to
  }

  #sum(): Expression {
    return this.#operated(['+', '-'], () => this.#product())
  }

  #product(): Expression {
    return this.#operated(['*', '/'], () => this.#signed())
  }

  #operated(signs: readonly Arithmetic[], read: () => Expression): Expression {
    let left = read()
    for (;;) {
      const sign = this.#takes('sign', ...signs)
      if (sign === null) return left
      const right = read()
      left = { node: 'arithmetic', by: sign.text as Arithmetic, left, right, from: left.from, to: right.to }
    }
  }

  #signed(): Expression {
    const sign = this.#takes('sign', '-')
    if (sign === null) return this.#value()
    const of = this.#inside(() => this.#signed())
    return { node: 'minus', of, from: sign.from, to: of.to }
  }

  #value(): Expression {
    const opening = this.#takes('sign', '(')
    if (opening !== null) {
      const inner = this.#inside(() => this.#either())
      return { ...inner, from: opening.from, to: this.#closed(opening) }
    }
    const word = this.#takes('word', 'yes', 'no')
    if (word !== null) return { node: 'truth', value: word.text === 'yes', from: word.from, to: word.to }
    const token = this.#tokens[this.#place]
    if (token === undefined || token.token === 'word' || token.token === 'sign') return this.#stop('value-expected')
    this.#place += 1
    const span = { from: token.from, to: token.to }
    if (token.token !== 'name') return { node: token.token, text: token.text, ...span }
    const call = this.#takes('sign', '(')
    if (call === null) return { node: 'name', name: token.text, ...span }
    const given = this.#inside(() => (this.#tokens[this.#place]?.text === ')' && this.#tokens[this.#place]?.token === 'sign' ? [] : this.#items()))
    return { node: 'call', name: token.text, nameSpan: span, with: given, from: span.from, to: this.#closed(call) }
  }
}
