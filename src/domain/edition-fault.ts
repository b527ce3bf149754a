/** What is wrong with an edition file, and where. */

export interface EditionFault {
  /** Where: `$.regions[2].name.fr`. */
  readonly path: string
  /** What, worded as `fault.<code>`. */
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** The path of a value from the names and places that lead to it. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(
    (path, step) =>
      path +
      (typeof step === 'number'
        ? `[${step}]`
        : /^[A-Za-z_]\w*$/.test(String(step))
          ? `.${String(step)}`
          : `[${JSON.stringify(String(step).slice(0, 60))}]`),
    '$',
  )
}

export function fault(steps: readonly PropertyKey[], code: string, details: EditionFault['details'] = {}): EditionFault {
  return { path: pathOf(steps), code, details }
}

/** A fault for each code that stands a second time in a list. */
export function repeated(list: readonly string[], stepsOf: (place: number) => readonly PropertyKey[]): EditionFault[] {
  const seen = new Set<string>()
  return list.flatMap((code, place) => {
    const twice = seen.has(code)
    seen.add(code)
    return twice ? [fault(stepsOf(place), 'repeated', { value: code })] : []
  })
}

/** The steps of a path that `pathOf` wrote. */
export function stepsOf(path: string): readonly PropertyKey[] {
  const steps: PropertyKey[] = []
  for (const [, key, place, quoted] of path.slice(1).matchAll(/\.([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g))
    steps.push(key ?? (place === undefined ? (JSON.parse(quoted as string) as string) : Number(place)))
  return steps
}
