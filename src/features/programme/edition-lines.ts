/** On which line of an edition file a fault stands. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { type EditionFault, stepsOf } from '../../domain/edition-fault.ts'

export interface LocatedFault extends EditionFault {
  /** From 1. A value that is missing is looked for where it should be: in what would hold it. */
  readonly line: number
}

/** The faults of a text with their lines. A text that is no JSON has its fault where reading it stopped. Never throws. */
export function locatedFaults(source: string, faults: readonly EditionFault[]): LocatedFault[] {
  const text = source.replace(/^\ufeff/, '')
  const errors: ParseError[] = []
  const tree = isTooDeep(text) ? undefined : parseTree(text, errors)
  const lines = lineStarts(text)
  return faults.map((one) => {
    return { ...one, line: lineOf(lines, offsetOf(one, tree, errors)) }
  })
}

function offsetOf({ code, path, details }: EditionFault, tree: Node | undefined, errors: readonly ParseError[]): number {
  if (code === 'json') return errors[0]?.offset ?? 0
  // Its path leads to the first of the two.
  if (code === 'repeated-key') return Number(details.at)
  return nodeAt(tree, path)?.offset ?? 0
}

/** What stands at the path, or the nearest of what would hold it. A key is where its name stands. */
function nodeAt(tree: Node | undefined, path: string): Node | undefined {
  if (tree === undefined) return undefined
  const steps = stepsOf(path).map((step) => (typeof step === 'number' ? step : String(step)))
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, steps.slice(0, length))
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node
  }
  return tree
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

/** Brackets within brackets beyond any edition: the reader of positions calls itself for each. */
const DEEPEST = 200

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > DEEPEST) return true
  }
  return false
}
