/**
 * Exact numbers of the expression language: whole counts of 10⁻¹². Money has two decimals and a share of it four, so
 * sums and comparisons of them are exact; a product or a quotient is rounded at the twelfth decimal, half away from zero.
 */

export type Decimal = bigint

const PLACES = 12
const ONE = 10n ** BigInt(PLACES)
const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/

/** The number a text writes ('12000.50'); null when it writes none, or more decimals than are kept. */
export function decimalOf(text: string): Decimal | null {
  const [, sign, whole, decimals = ''] = SHAPE.exec(text) ?? []
  if (whole === undefined || decimals.length > PLACES) return null
  const count = BigInt(whole + decimals.padEnd(PLACES, '0'))
  return sign === '-' ? -count : count
}

export function wholeDecimal(count: number): Decimal {
  return BigInt(count) * ONE
}

/** Canonical text: no zero at the end of a fraction, no sign on nought. */
export function decimalText(value: Decimal): string {
  const digits = String(value < 0n ? -value : value).padStart(PLACES + 1, '0')
  const decimals = digits.slice(-PLACES).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${decimals === '' ? '' : `.${decimals}`}`
}

/** The quotient of two whole counts, half away from zero; `divisor` is not nought. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const [over, under] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const quotient = (2n * over + under) / (2n * under)
  return negative ? -quotient : quotient
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return rounded(one * other, ONE)
}

/** Null by nought. */
export function divide(one: Decimal, other: Decimal): Decimal | null {
  return other === 0n ? null : rounded(one * ONE, other)
}

/** To so many decimals, half away from zero. */
export function roundTo(value: Decimal, places: number): Decimal {
  const step = 10n ** BigInt(PLACES - Math.min(Math.max(places, 0), PLACES))
  return rounded(value, step) * step
}
