/** Amounts of money: exact decimals as text ('30000.00'), counted in hundredths as whole numbers, never as binary fractions. */

const CANONICAL = /^(-?)(\d+)(?:\.(\d{1,2}))?$/

/** Hundredths of an amount: '30000.5' is 3000050n. Throws on what is no decimal with at most two decimals: a programmer's mistake. */
export function hundredths(amount: string): bigint {
  const [, sign, whole, decimals = ''] = CANONICAL.exec(amount) ?? []
  if (whole === undefined) throw new Error('an amount is a decimal with at most two decimals')
  const count = BigInt(whole + decimals.padEnd(2, '0'))
  return sign === '-' ? -count : count
}

/** The amount of so many hundredths, always with its two decimals. */
export function amountOf(count: bigint): string {
  const digits = String(count < 0n ? -count : count).padStart(3, '0')
  return `${count < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** '0.00' for none. */
export function sumOf(amounts: readonly string[]): string {
  return amountOf(amounts.reduce((sum, amount) => sum + hundredths(amount), 0n))
}

export function minus(amount: string, other: string): string {
  return amountOf(hundredths(amount) - hundredths(other))
}

export function times(amount: string, count: number): string {
  return amountOf(hundredths(amount) * BigInt(count))
}

export function exceeds(amount: string, other: string): boolean {
  return hundredths(amount) > hundredths(other)
}

/**
 * An amount in parts of the given percentages (decimals as text that add up to 100). Each cut is the share of the whole
 * up to it, rounded half up to the hundredth, so the parts always add up to the amount and none is off by more than one
 * hundredth.
 */
export function partsOf(amount: string, percentages: readonly string[]): string[] {
  const whole = hundredths(amount)
  const parts: string[] = []
  let share = 0n
  let before = 0n
  for (const percentage of percentages) {
    share += hundredths(percentage)
    const cut = (whole * share + 5000n) / 10000n
    parts.push(amountOf(cut - before))
    before = cut
  }
  if (share !== 10000n) throw new Error('the percentages of the parts add up to 100')
  return parts
}
