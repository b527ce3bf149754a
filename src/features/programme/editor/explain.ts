/** An expression in words, so that whoever wrote it can see whether it says what they meant. */
import type { Expression, Kind, Names } from '../../../domain/expression/expression.ts'
import { readExpression } from '../../../domain/expression/parse.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { formatList, formatNumber } from '../../../platform/words/format.ts'
import { words } from './words/index.ts'

/** What names are called, and what their codes mean. */
export interface Called {
  readonly names: Names
  /** What a name is called by people: the question it belongs to. */
  readonly nameOf: (name: string) => string
  /** What a code of this name means: the option, the region. */
  readonly codeOf: (name: string, code: string) => string
}

/** The sentence of an expression that reads well; null for one that cannot be read. */
export function explained(source: string, called: Called, language: Language): string | null {
  const reading = readExpression(source)
  return reading.ok ? new Speaker(called, language).say(reading.expression) : null
}

type Node<Name extends Expression['node']> = Extract<Expression, { node: Name }>

class Speaker {
  readonly #called: Called
  readonly #language: Language

  constructor(called: Called, language: Language) {
    this.#called = called
    this.#language = language
  }

  say(expression: Expression, beside?: Expression): string {
    const t = words(this.#language)
    switch (expression.node) {
      case 'number':
        return formatNumber(Number(expression.text), this.#language)
      case 'day':
        return formatDate(expression.text, this.#language, 'long')
      case 'truth':
        return t(expression.value ? 'answer.yes' : 'answer.no')
      case 'text':
        return this.#text(expression.text, beside)
      case 'name':
        return this.#truthName(expression)
      case 'list':
        return this.#chained(
          'or',
          expression.items.map((item) => this.say(item, beside)),
        )
      case 'not':
        return this.#not(expression.of)
      case 'minus':
        return `−${this.#term(expression.of)}`
      case 'and':
      case 'or':
        return this.#joined(expression)
      case 'compare':
        return this.#compared(expression)
      case 'within':
        return t('say.within', { left: this.#term(expression.left, expression.right), right: this.say(expression.right, expression.left) })
      case 'arithmetic':
        return t(`say.${ARITHMETIC[expression.by]}`, { left: this.#term(expression.left), right: this.#term(expression.right) })
      case 'call':
        return this.#call(expression)
    }
  }

  /** A value in a sentence: a name is its question, not a statement about it. */
  #term(expression: Expression, beside?: Expression): string {
    if (expression.node === 'name') return this.#quoted(expression.name)
    const said = this.say(expression, beside)
    return expression.node === 'arithmetic' ? `(${said})` : said
  }

  #quoted(name: string): string {
    return words(this.#language)('say.quoted', { text: this.#called.nameOf(name) })
  }

  /** A text beside a name of codes is what the code means. */
  #text(text: string, beside?: Expression): string {
    const kind = beside?.node === 'name' ? this.#kindOf(beside.name) : undefined
    const meant = beside?.node === 'name' && (kind?.is === 'code' || kind?.is === 'codes') ? this.#called.codeOf(beside.name, text) : text
    return words(this.#language)('say.quoted', { text: meant })
  }

  #kindOf(name: string): Kind | undefined {
    return Object.hasOwn(this.#called.names, name) ? this.#called.names[name] : undefined
  }

  /** A yes-no question that stands alone is a statement: the answer is yes. */
  #truthName({ name }: Node<'name'>): string {
    const t = words(this.#language)
    return this.#kindOf(name)?.is === 'truth' ? t('say.is', { left: this.#quoted(name), right: t('answer.yes') }) : this.#quoted(name)
  }

  #not(of: Expression): string {
    const t = words(this.#language)
    if (of.node === 'within') return t('say.not-within', { left: this.#term(of.left, of.right), right: this.say(of.right, of.left) })
    if (of.node === 'call' && of.name === 'answered') return t('say.unanswered', { left: this.#term(of.with[0] ?? of) })
    if (of.node === 'name' && this.#kindOf(of.name)?.is === 'truth') return t('say.is', { left: this.#quoted(of.name), right: t('answer.no') })
    return t('say.not', { of: this.say(of) })
  }

  #joined({ node, all }: Node<'and' | 'or'>): string {
    const said = all.map((one) => (one.node === 'and' || one.node === 'or' ? `(${this.say(one)})` : this.say(one)))
    return this.#chained(node, said)
  }

  #chained(node: 'and' | 'or', said: readonly string[]): string {
    return said.reduce((left, right) => words(this.#language)(`say.${node}`, { left, right }))
  }

  #compared({ by, left, right }: Node<'compare'>): string {
    const t = words(this.#language)
    const sides = { left: this.#term(left, right), right: this.#term(right, left) }
    return t(`say.${COMPARED[by]}`, sides)
  }

  #call({ name, with: given }: Node<'call'>): string {
    const t = words(this.#language)
    const said = given.map((one) => this.#term(one))
    const [first = '', second = '', third = ''] = said
    const key = `say.fn.${name}`
    if (!t.has(key)) return `${name}(${said.join(', ')})`
    return t.any(key, { first, second, third, all: formatList(said, this.#language) })
  }
}

const ARITHMETIC = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided' } as const
const COMPARED = { '=': 'is', '!=': 'is-not', '<': 'less', '<=': 'at-most', '>': 'more', '>=': 'at-least' } as const
