/**
 * Holds the solver's compiled program for a while. V8 gives every thread that compiles the same bytes the code that is
 * there already, made fast by whoever ran it before, as long as the process holds it: the second selection takes half
 * the time of the first. Nothing but time depends on it.
 */
import { readFile } from 'node:fs/promises'

/** The part that is used here; the types of Node name WebAssembly without its functions. */
const { compile } = (globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<object> } }).WebAssembly

/** Milliseconds: a jury plans, looks and applies within this time; then the memory is given back. */
const KEPT = 10 * 60_000

let program: Promise<object | null> | undefined
let timer: NodeJS.Timeout | undefined

/** Holds the solver for ten minutes from now. Asked while a thread that used it is still there, it finds the code of that thread; what else is compiled is lost time. */
export async function keepSolver(): Promise<void> {
  clearTimeout(timer)
  timer = setTimeout(() => (program = undefined), KEPT).unref()
  program ??= load().catch(() => null)
  await program
}

async function load(): Promise<object> {
  return compile(await readFile(new URL('highs.wasm', import.meta.resolve('highs'))))
}
