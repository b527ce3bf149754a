/** `kawaliss solve`: an engine on files, without database or server. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AssignmentInputError, solveAssignment } from '../engines/assignment/index.ts'
import { SelectionInputError, solveSelection } from '../engines/selection/index.ts'

export const help = `
kawaliss solve assignment IN.json [--out OUT.json]
kawaliss solve selection  IN.json [--out OUT.json]

Reads a problem, writes its answer. "-" is standard input; without --out the answer goes to standard output. The same
input gives the same answer, byte for byte. Ends with 0 when solved, also when the answer is that no list is allowed;
with 2 when the input is wrong: one line a fault, each naming its JSON path.
`

const ENGINES: Readonly<Record<string, (input: unknown) => unknown>> = { assignment: solveAssignment, selection: solveSelection }

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, allowPositionals: true })
  const [engine = '', from] = positionals
  const solve = Object.hasOwn(ENGINES, engine) ? ENGINES[engine] : undefined
  if (solve === undefined || from === undefined || positionals.length > 2) {
    console.error(help.trim())
    return 2
  }
  const input = readInput(from)
  if (input === undefined) return 2
  const began = performance.now()
  try {
    const text = `${JSON.stringify(await solve(input), null, 2)}\n`
    console.error(`solved in ${Math.round(performance.now() - began)} ms`)
    if (values.out === undefined) process.stdout.write(text)
    else writeFileSync(values.out, text)
    return 0
  } catch (error) {
    if (!(error instanceof SelectionInputError) && !(error instanceof AssignmentInputError)) throw error
    console.error(error.message)
    return 2
  }
}

/** The JSON of a file or of standard input; undefined, with a sentence on standard error, when there is none. */
export function readInput(from: string): unknown {
  try {
    return JSON.parse(readFileSync(from === '-' ? 0 : from, 'utf8'))
  } catch (error) {
    console.error(error instanceof SyntaxError ? `$: ${error.message}` : (error as Error).message)
    return undefined
  }
}
