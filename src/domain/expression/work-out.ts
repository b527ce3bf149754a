/**
 * The value of an expression that was checked. Total: whatever the answers, it ends with a value or with "unknown".
 * A comparison with something unknown is unknown; "and" is no as soon as one part is no, "or" yes as soon as one is yes,
 * whatever the others (Kleene's logic), so that a condition may be certain before everything is answered.
 */
import { type Decimal, decimalOf, divide, multiply } from './decimal.ts'
import type { Arithmetic, Comparison, Expression } from './expression.ts'
import { FUNCTIONS } from './functions.ts'
import type { Row, SingleValue, Value, Values } from './value.ts'

/** Works it out; null is unknown. */
export function workOut(expression: Expression, values: Values): Value {
  const of = (part: Expression): Value => workOut(part, values)
  switch (expression.node) {
    case 'number':
      return decimalOf(expression.text)
    case 'text':
    case 'day':
      return expression.text
    case 'truth':
      return expression.value
    case 'name':
      return read(expression.name, values)
    case 'list':
      return expression.items.map((item) => of(item) as SingleValue)
    case 'not':
      return denied(of(expression.of))
    case 'and':
      return joined(expression.all.map(of), false)
    case 'or':
      return joined(expression.all.map(of), true)
    case 'minus':
      return negative(of(expression.of))
    case 'arithmetic':
      return calculated(expression.by, of(expression.left), of(expression.right))
    case 'compare':
      return compared(expression.by, of(expression.left), of(expression.right))
    case 'within':
      return found(of(expression.left), of(expression.right))
    case 'call':
      return called(expression.name, expression.with.map(of))
  }
}

/** Whether a condition holds; null when it cannot be told yet. */
export function holdsTrue(condition: Expression, values: Values): boolean | null {
  const value = workOut(condition, values)
  return typeof value === 'boolean' ? value : null
}

function read(name: string, values: Values): Value {
  if (Object.hasOwn(values, name)) return values[name] ?? null
  const [table = '', column = ''] = name.split('.')
  const rows = Object.hasOwn(values, table) ? values[table] : null
  if (!Array.isArray(rows)) return null
  return (rows as readonly Row[]).map((row) => (typeof row === 'object' && row !== null && Object.hasOwn(row, column) ? (row[column] ?? null) : null))
}

function denied(value: Value): Value {
  return typeof value === 'boolean' ? !value : null
}

/** `decided`: the value that settles it alone. */
function joined(all: readonly Value[], decided: boolean): Value {
  if (all.includes(decided)) return decided
  return all.every((value) => typeof value === 'boolean') ? !decided : null
}

function negative(value: Value): Value {
  return typeof value === 'bigint' ? -value : null
}

function calculated(by: Arithmetic, left: Value, right: Value): Decimal | null {
  if (typeof left !== 'bigint' || typeof right !== 'bigint') return null
  switch (by) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return multiply(left, right)
    case '/':
      return divide(left, right)
  }
}

/** Days compare as their text does. */
function compared(by: Comparison, left: Value, right: Value): boolean | null {
  if (left === null || right === null) return null
  const [one, other] = [left as bigint, right as bigint]
  switch (by) {
    case '=':
      return one === other
    case '!=':
      return one !== other
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '>':
      return one > other
    case '>=':
      return one >= other
  }
}

function found(value: Value, among: Value): boolean | null {
  if (value === null || !Array.isArray(among)) return null
  const all = among as readonly Value[]
  if (all.includes(value)) return true
  return all.includes(null) ? null : false
}

function called(name: string, given: readonly Value[]): Value {
  const known = FUNCTIONS[name]
  if (known === undefined) return null
  if (known.seesUnknown !== true && given.includes(null)) return null
  return known.work(given)
}
