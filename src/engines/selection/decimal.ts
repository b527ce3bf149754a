/** Decimals of at most six places as integers of millionths: scores and sums are added exactly. */
export const MILLION = 1_000_000n

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/

/** Millionths of a decimal; null for anything that is not one, or has more than six places. */
export function millionths(value: unknown): bigint | null {
  const text = typeof value === 'number' ? decimalText(value) : value
  const parts = typeof text === 'string' ? DECIMAL.exec(text) : null
  if (parts === null) return null
  const [, sign, whole = '0', part = ''] = parts
  const magnitude = BigInt(whole) * MILLION + BigInt(part.padEnd(6, '0'))
  return sign === '-' ? -magnitude : magnitude
}

/** The shortest decimal of a number, or empty where only an exponent would say it. */
function decimalText(value: number): string {
  const text = String(value)
  return /e/i.test(text) ? '' : text
}

/** "78.250000". */
export function decimalOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(7, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
}
