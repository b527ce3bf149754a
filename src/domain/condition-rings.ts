/** Conditions that lead back to themselves: A is asked when B is answered, and B when A is. */
import { namesIn } from './expression/expression.ts'
import { readExpression } from './expression/parse.ts'
import type { FormDefinition } from './form.ts'
import { questionOfName } from './form-values.ts'

/** A question of a ring, which depends on the next one; the last depends on the first. */
export interface RingLink {
  readonly question: string
  /** Code of the section whose condition makes it depend on the next; null where its own does. */
  readonly section: string | null
}

/** For each question, those it depends on, with the section that makes it so. */
type Dependencies = ReadonlyMap<string, ReadonlyMap<string, string | null>>

/** Rings are told until this many; the others are found once these are mended. */
const MOST_RINGS = 20

/** For every question that depends on itself, a shortest ring in which it stands. A ring is named once, from its first question in the form. */
export function conditionRings(form: FormDefinition): readonly (readonly RingLink[])[] {
  const entangled = withinRings(dependenciesOf(form))
  const told = new Set<string>()
  const rings: (readonly RingLink[])[] = []
  for (const code of entangled.keys()) {
    if (told.has(code)) continue
    const ring = ringFrom(code, entangled)
    if (ring.length === 0) continue
    for (const { question } of ring) told.add(question)
    rings.push(ring)
    if (rings.length === MOST_RINGS) break
  }
  return rings
}

function dependenciesOf(form: FormDefinition): Dependencies {
  const known = new Set(form.sections.flatMap((section) => section.questions).map(({ code }) => code))
  const reads = (source: string | undefined): string[] => {
    const reading = source === undefined ? null : readExpression(source)
    return reading?.ok === true ? namesIn(reading.expression).map(questionOfName) : []
  }
  const dependencies = new Map<string, Map<string, string | null>>()
  for (const section of form.sections) {
    const ofSection = reads(section.when)
    for (const { code, when } of section.questions) {
      const own = reads(when).map((name) => [name, null] as const)
      const all = [...ofSection.map((name) => [name, section.code] as const), ...own]
      dependencies.set(code, new Map(all.filter(([name]) => known.has(name))))
    }
  }
  return dependencies
}

/** Without the questions that depend on no other or that no other depends on, and so on, until only those of rings, or between rings, are left. */
function withinRings(all: Dependencies): Dependencies {
  const needs = new Map([...all].map(([code, others]) => [code, new Set(others.keys())]))
  const neededBy = new Map([...all.keys()].map((code) => [code, new Set<string>()]))
  for (const [code, others] of needs) for (const other of others) neededBy.get(other)?.add(code)
  const ahead = [...all.keys()]
  const out = new Set<string>()
  for (let code = ahead.pop(); code !== undefined; code = ahead.pop()) {
    if (out.has(code) || (needs.get(code)?.size !== 0 && neededBy.get(code)?.size !== 0)) continue
    out.add(code)
    for (const other of needs.get(code) ?? []) neededBy.get(other)?.delete(code)
    for (const other of neededBy.get(code) ?? []) needs.get(other)?.delete(code)
    ahead.push(...(needs.get(code) ?? []), ...(neededBy.get(code) ?? []))
  }
  return new Map([...all].filter(([code]) => !out.has(code)).map(([code, others]) => [code, new Map([...others].filter(([one]) => !out.has(one)))]))
}

/** The shortest way from a question back to itself; empty where there is none. */
function ringFrom(start: string, dependencies: Dependencies): readonly RingLink[] {
  const before = new Map<string, string>()
  const ahead = [start]
  for (let code = ahead.shift(); code !== undefined; code = ahead.shift())
    for (const other of dependencies.get(code)?.keys() ?? []) {
      if (other === start) return wayTo(code, start, before, dependencies)
      if (before.has(other)) continue
      before.set(other, code)
      ahead.push(other)
    }
  return []
}

function wayTo(last: string, start: string, before: ReadonlyMap<string, string>, dependencies: Dependencies): readonly RingLink[] {
  const way = [last]
  while (way[0] !== start) way.unshift(before.get(way[0] as string) as string)
  return way.map((question, place) => ({ question, section: dependencies.get(question)?.get(way[place + 1] ?? start) ?? null }))
}
