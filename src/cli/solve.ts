/** `kawaliss solve`: an engine on files, without database or server. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AssignmentInputError, assign } from '../engines/assignment/index.ts'
import { CalibrationInputError, calibrate } from '../engines/calibration/index.ts'
import { drawLots, InfluenceInputError, influence, LotteryInputError } from '../engines/influence/index.ts'
import { type Progress, SelectionInputError, solveSelection } from '../engines/selection/index.ts'

export const help = `
kawaliss solve assignment  IN.json [--out OUT.json]
kawaliss solve calibration IN.json [--out OUT.json]
kawaliss solve selection   IN.json [--out OUT.json]
kawaliss solve influence   IN.json [--out OUT.json]
kawaliss solve lottery     IN.json [--out OUT.json]

Reads a problem, writes its answer. "-" is standard input; without --out the answer goes to standard output. The same
input gives the same answer, byte for byte. Influence says what a selection hangs on: who would be selected without each
reviewer, and for which weights of the criteria the list stays. A lottery draws among those near the last place. Ends with 0 when solved, also when the answer is that no list is allowed;
with 2 when the input is wrong: one line a fault, each naming its JSON path. docs/solving.md tells every format, with an example.
`

/** Says on standard error, once a second, how far it is. */
function saying(): Progress {
  let last = performance.now()
  return (part, done, of) => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    console.error(`${part}: ${done} of ${of}`)
  }
}

const ENGINES: Readonly<Record<string, (input: unknown, told: Progress) => unknown>> = {
  assignment: assign,
  calibration: calibrate,
  influence,
  lottery: drawLots,
  selection: solveSelection,
}
const INPUT_ERRORS = [AssignmentInputError, CalibrationInputError, InfluenceInputError, LotteryInputError, SelectionInputError]

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
    const text = `${JSON.stringify(await solve(input, saying()), null, 2)}\n`
    console.error(`solved in ${Math.round(performance.now() - began)} ms`)
    if (values.out === undefined) process.stdout.write(text)
    else writeFileSync(values.out, text)
    return 0
  } catch (error) {
    if (!INPUT_ERRORS.some((kind) => error instanceof kind)) throw error
    console.error((error as Error).message)
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
