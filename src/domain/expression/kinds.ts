/** Whether an expression makes sense: every name and function known, and nothing combined that does not go together. */
import { type Expression, type ExpressionFault, type Kind, type Names, partsOf } from './expression.ts'
import { type ExpressionFunction, FUNCTIONS, type Taken } from './functions.ts'

export type Checked = { readonly kind: Kind; readonly faults: readonly [] } | { readonly kind: null; readonly faults: readonly ExpressionFault[] }

/** The kind of its value, or everything wrong with it. `wanted`: what it must give, where that is known ('truth' for a condition). */
export function checkExpression(expression: Expression, names: Names, wanted?: 'truth' | 'number'): Checked {
  const faults: ExpressionFault[] = []
  const kind = new Checker(names, faults).kindOf(expression)
  if (kind !== null && wanted !== undefined && kind.is !== wanted) faults.push(expected(expression, wanted, kind))
  if (kind?.is === 'column') faults.push(fault(expression, 'column-needs-function', { name: nameOf(expression) }))
  return kind === null || faults.length > 0 ? { kind: null, faults } : { kind, faults: [] }
}

function fault(at: Expression, code: ExpressionFault['code'], details: ExpressionFault['details'] = {}): ExpressionFault {
  return { code, from: at.from, to: at.to, details }
}

function expected(at: Expression, wanted: string, found: Kind): ExpressionFault {
  return fault(at, 'kind-expected', { wanted, found: found.is })
}

function nameOf(expression: Expression): string {
  return expression.node === 'name' ? expression.name : ''
}

class Checker {
  readonly #names: Names
  readonly #faults: ExpressionFault[]

  constructor(names: Names, faults: ExpressionFault[]) {
    this.#names = names
    this.#faults = faults
  }

  /** Null when a fault was found inside: one mistake is told once. */
  kindOf(expression: Expression): Kind | null {
    switch (expression.node) {
      case 'number':
      case 'text':
      case 'day':
      case 'truth':
        return { is: expression.node }
      case 'name':
        return this.#name(expression, expression.name)
      case 'list':
        return this.#list(expression.items)
      case 'not':
        return this.#each([expression.of], 'truth')
      case 'and':
      case 'or':
        return this.#each(expression.all, 'truth')
      case 'minus':
        return this.#each([expression.of], 'number')
      case 'arithmetic':
        return this.#each([expression.left, expression.right], 'number')
      case 'compare':
        return this.#compare(expression)
      case 'within':
        return this.#within(expression)
      case 'call':
        return this.#call(expression)
    }
  }

  #refuse(at: Expression, code: ExpressionFault['code'], details: ExpressionFault['details'] = {}): null {
    this.#faults.push(fault(at, code, details))
    return null
  }

  #name(at: Expression, name: string): Kind | null {
    const known = Object.hasOwn(this.#names, name) ? this.#names[name] : undefined
    if (known !== undefined) return known
    const [table = '', column = ''] = name.split('.')
    const rows = Object.hasOwn(this.#names, table) ? this.#names[table] : undefined
    if (rows?.is === 'rows' && Object.hasOwn(rows.columns, column))
      return { is: 'column', of: rows.columns[column] as Extract<Kind, { is: 'column' }>['of'] }
    return this.#refuse(at, 'unknown-name', { name })
  }

  #each(parts: readonly Expression[], wanted: 'truth' | 'number'): Kind | null {
    const kinds = parts.map((part) => this.#required(part, wanted))
    return kinds.includes(null) ? null : { is: wanted }
  }

  #required(part: Expression, wanted: 'truth' | 'number'): Kind | null {
    const kind = this.kindOf(part)
    if (kind === null || kind.is === wanted) return kind
    this.#faults.push(expected(part, wanted, kind))
    return null
  }

  /** A list is of one kind; what it holds is looked at by whoever compares with it. */
  #list(items: readonly Expression[]): Kind | null {
    const kinds = items.map((item) => this.kindOf(item))
    return kinds.includes(null) ? null : (kinds[0] as Kind)
  }

  #compare({ by, left, right }: Extract<Expression, { node: 'compare' }>): Kind | null {
    const [one, other] = [this.kindOf(left), this.kindOf(right)]
    if (one === null || other === null) return null
    if (!this.#comparable(left, one, right, other)) return null
    const ordered = one.is === 'number' || one.is === 'day'
    if (!ordered && by !== '=' && by !== '!=') return this.#refuse(left, 'no-order', { found: one.is })
    return { is: 'truth' }
  }

  #comparable(left: Expression, one: Kind, right: Expression, other: Kind): boolean {
    if (one.is === 'code' && right.node === 'text') return this.#isCode(right, right.text, one.of, left)
    if (other.is === 'code' && left.node === 'text') return this.#isCode(left, left.text, other.of, right)
    for (const [side, kind] of [
      [left, one],
      [right, other],
    ] as const) {
      if (kind.is === 'column') return this.#refuse(side, 'column-needs-function', { name: nameOf(side) }) !== null
      if (kind.is === 'rows' || kind.is === 'codes') return this.#refuse(side, 'not-comparable', { one: one.is, other: other.is }) !== null
    }
    if (one.is === other.is) return true
    return this.#refuse(right, 'not-comparable', { one: one.is, other: other.is }) !== null
  }

  #isCode(at: Expression, text: string, codes: readonly string[], beside: Expression): boolean {
    if (codes.includes(text)) return true
    const of = beside.node === 'name' ? { name: beside.name } : {}
    return this.#refuse(at, 'unknown-code', { code: text.slice(0, 60), codes: codes.slice(0, 12).join(', '), ...of }) !== null
  }

  #within({ left, right }: Extract<Expression, { node: 'within' }>): Kind | null {
    const one = this.kindOf(left)
    if (right.node === 'list') {
      const kinds = right.items.map((item) => this.kindOf(item))
      if (one === null || kinds.includes(null)) return null
      const well = right.items.map((item, place) => this.#comparable(left, one, item, kinds[place] as Kind))
      return well.includes(false) ? null : { is: 'truth' }
    }
    const other = this.kindOf(right)
    if (one === null || other === null) return null
    if (other.is !== 'codes') return this.#refuse(right, 'kind-expected', { wanted: 'codes', found: other.is })
    return this.#comparable(left, one, right, { is: 'code', of: other.of }) ? { is: 'truth' } : null
  }

  #call(call: Extract<Expression, { node: 'call' }>): Kind | null {
    const known = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined
    if (known === undefined) {
      for (const part of partsOf(call)) this.kindOf(part)
      this.#faults.push({ code: 'unknown-function', ...call.nameSpan, details: { name: call.name } })
      return null
    }
    const kinds = call.with.map((part) => this.kindOf(part))
    const [least, most] = [known.takes.length, known.repeats === true ? 20 : known.takes.length]
    if (kinds.length < least || kinds.length > most)
      return this.#refuse(call, 'argument-count', { name: call.name, expected: least, count: kinds.length })
    const well = call.with.map((part, place) => this.#takes(known, place, part, kinds))
    return well.includes(false) || kinds.includes(null) ? null : known.gives(kinds as Kind[])
  }

  #takes(known: ExpressionFunction, place: number, part: Expression, kinds: readonly (Kind | null)[]): boolean {
    const kind = kinds[place] ?? null
    if (kind === null) return false
    const wanted = known.takes[Math.min(place, known.takes.length - 1)] as Taken
    const before = kinds[place - 1] ?? null
    if (fits(kind, wanted, before)) return true
    if (kind.is === 'column' && !wanted.endsWith('column')) return this.#refuse(part, 'column-needs-function', { name: nameOf(part) }) !== null
    return this.#refuse(part, 'kind-expected', { wanted: wanted === 'same' && before !== null ? before.is : wanted, found: kind.is }) !== null
  }
}

function fits(kind: Kind, wanted: Taken, before: Kind | null): boolean {
  switch (wanted) {
    case 'any':
      return kind.is !== 'column'
    case 'same':
      return before === null || kind.is === before.is
    case 'several':
      return kind.is === 'codes' || kind.is === 'rows' || kind.is === 'column'
    case 'number-column':
      return kind.is === 'column' && kind.of.is === 'number'
    case 'ordered-column':
      return kind.is === 'column' && (kind.of.is === 'number' || kind.of.is === 'day')
    default:
      return kind.is === wanted
  }
}
