/** The keys of an edition that is still written, in the order in which a file keeps them. */
import type { z } from 'zod'
import type { EditionDocument } from '../../domain/edition-document.ts'
import { editionSchema } from './edition-schema.ts'

/** The document with its keys in that order: the records keep them in one of their own. */
export function inFileOrder(document: EditionDocument): EditionDocument {
  return inOrder(editionSchema, document) as EditionDocument
}

/** The text of a draft: as its file will be, as far as it is written. */
export function draftFileText(document: EditionDocument): string {
  return `${JSON.stringify(inFileOrder(document), null, 2)}\n`
}

function inOrder(schema: z.core.$ZodType, value: unknown): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (value === null || typeof value !== 'object') return value
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return inOrder(def.innerType, value)
    case 'array':
      return Array.isArray(value) ? value.map((item) => inOrder(def.element, item)) : value
    case 'union':
      return unionInOrder(optionFor(def.options, value), value)
    case 'object':
      return inShape(def.shape, value as Readonly<Record<string, unknown>>)
    default:
      return value
  }
}

/** What the format does not know stands last. */
function inShape(shape: Readonly<Record<string, z.core.$ZodType>>, value: Readonly<Record<string, unknown>>): unknown {
  const known = Object.entries(shape).filter(([key]) => Object.hasOwn(value, key))
  const rest = Object.entries(value).filter(([key]) => !Object.hasOwn(shape, key))
  return Object.fromEntries([...known.map(([key, inner]) => [key, inOrder(inner, value[key])]), ...rest])
}

function unionInOrder(option: z.core.$ZodType | undefined, value: unknown): unknown {
  return option === undefined ? value : inOrder(option, value)
}

/** The rule of eligibility of the kind that is written. */
function optionFor(options: readonly z.core.$ZodType[], value: object): z.core.$ZodType | undefined {
  const { kind } = value as { kind?: unknown }
  return options.find((option) => {
    const { def } = (option as z.core.$ZodTypes)._zod
    const told = def.type === 'object' ? (def.shape.kind as z.core.$ZodTypes | undefined)?._zod.def : undefined
    return told?.type === 'literal' && told.values.some((one) => one === kind)
  })
}
