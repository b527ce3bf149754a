/**
 * Dense symmetric systems, by rows of one array. Four rows are worked on at once: a number fetched from memory then serves
 * four products, which is what the time goes into.
 */

/** No pivot is taken below this share of what stood on the diagonal: what rounding made of a sum that is above 0. */
const LEAST_PIVOT = 1e-13

type FourRows = readonly [number, number, number, number]

/** Products of the row that begins at `at` with four rows of another matrix, over columns `from` to `to`. */
function dots(a: Float64Array, at: number, b: Float64Array, [r0, r1, r2, r3]: FourRows, from: number, to: number): FourRows {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  for (let k = from; k < to; k++) {
    const x = a[at + k] as number
    s0 += x * (b[r0 + k] as number)
    s1 += x * (b[r1 + k] as number)
    s2 += x * (b[r2 + k] as number)
    s3 += x * (b[r3 + k] as number)
  }
  return [s0, s1, s2, s3]
}

/** Writes L over the lower triangle of a positive definite matrix A = L·Lᵀ (Cholesky, row by row). The upper triangle is not touched. */
export function factorInPlace(a: Float64Array, size: number): void {
  for (let block = 0; block < size; block += 4) {
    const width = Math.min(4, size - block)
    const rows = rowsFrom(block, width, size)
    for (let row = block; row < size; row++) {
      const at = row * size
      const sums = dots(a, at, a, rows, 0, block)
      const columns = Math.min(width, row - block + 1)
      for (let c = 0; c < columns; c++) finish(a, size, row, block, c, sums[c] as number)
    }
  }
}

/** One number of the block on the diagonal or below it, once what lies left of the block is summed up. */
function finish(a: Float64Array, size: number, row: number, block: number, column: number, sum: number): void {
  const [at, other] = [row * size + block, (block + column) * size + block]
  const before = a[at + column] as number
  let left = before - sum
  for (let k = 0; k < column; k++) left -= (a[at + k] as number) * (a[other + k] as number)
  if (row === block + column) a[at + column] = Math.sqrt(Math.max(left, LEAST_PIVOT * Math.abs(before), Number.MIN_VALUE))
  else a[at + column] = left / (a[other + column] as number)
}

/** Where four rows begin; past the last row of a block the last again. */
function rowsFrom(block: number, width: number, size: number): FourRows {
  const begin = (place: number): number => (block + Math.min(place, width - 1)) * size
  return [begin(0), begin(1), begin(2), begin(3)]
}

/** The inverse of L, transposed: row a holds column a of L⁻¹, from a on; A⁻¹ = U·Uᵀ. */
export function inverseTransposed(lower: Float64Array, size: number): Float64Array {
  const upper = new Float64Array(size * size)
  for (let block = 0; block < size; block += 4) {
    const width = Math.min(4, size - block)
    const rows = rowsFrom(block, width, size)
    for (let row = block; row < size; row++) {
      const at = row * size
      const sums = dots(lower, at, upper, rows, block, row)
      const pivot = lower[at + row] as number
      for (let c = 0; c < width; c++) upper[(block + c) * size + row] = ((row === block + c ? 1 : 0) - (sums[c] as number)) / pivot
    }
  }
  return upper
}

/** A⁻¹ = U·Uᵀ, both triangles. */
export function inverseFrom(upper: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size)
  for (let block = 0; block < size; block += 4) {
    const width = Math.min(4, size - block)
    const rows = rowsFrom(block, width, size)
    for (let row = block; row < size; row++) {
      const at = row * size
      const sums = dots(upper, at, upper, rows, row, size)
      for (let c = 0; c < width; c++) {
        inverse[at + block + c] = sums[c] as number
        inverse[(block + c) * size + row] = sums[c] as number
      }
    }
  }
  return inverse
}

/** Solves L·Lᵀ·x = b, writing x over b. */
export function solveInPlace(lower: Float64Array, size: number, b: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let left = b[row] as number
    for (let k = 0; k < row; k++) left -= (lower[row * size + k] as number) * (b[k] as number)
    b[row] = left / (lower[row * size + row] as number)
  }
  backInPlace(lower, size, b)
}

/** Solves Lᵀ·x = b, writing x over b. */
export function backInPlace(lower: Float64Array, size: number, b: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    const x = (b[row] as number) / (lower[row * size + row] as number)
    b[row] = x
    for (let k = 0; k < row; k++) b[k] = (b[k] as number) - x * (lower[row * size + k] as number)
  }
}
