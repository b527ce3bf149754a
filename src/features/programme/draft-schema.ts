/** The shape of an edition that is still written: all that its editor can hold, and nothing else. It follows from that of a finished one. */
import { z } from 'zod'
import { editionSchema } from './edition-schema.ts'
import { cleanString, whileWritten } from './schema-parts.ts'

/** Items of one list: more than any edition has; beyond the limit of the format a list is too long, and its page says so. */
const MOST_ITEMS = 1000

/**
 * Texts may be empty or too long, numbers missing or out of bounds, lists short, choices not made, references lead
 * nowhere. Keys, types and what the editor makes sure of (dates, decimals, codes of questions) are as in a file.
 */
export const draftSchema = unfinished(editionSchema)

function unfinished(schema: z.core.$ZodType, within: 'edition' | 'form' = 'edition'): z.ZodType {
  const held = whileWritten.get(schema)
  if (held !== undefined) return held
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
      return unfinished(def.innerType, within).optional()
    case 'nullable':
      return unfinished(def.innerType, within).nullable()
    case 'object':
      return z.strictObject(
        Object.fromEntries(Object.entries(def.shape).map(([key, inner]) => [key, unfinished(inner, key === 'form' ? 'form' : within)])),
      )
    case 'array':
      return z.array(unfinished(def.element, within)).max(MOST_ITEMS)
    case 'record':
      return z.record(cleanString, unfinished(def.valueType, within))
    case 'union':
      return z.discriminatedUnion('kind', [...def.options.map((option) => unfinishedRule(option)), unchosenRule()] as never)
    case 'string':
      return cleanString
    case 'number':
      return within === 'form' ? z.int() : z.int().nullable()
    // The kinds of questions decide which pages they have: they are never left open.
    case 'enum':
      return within === 'form' ? (schema as z.ZodType) : z.enum(['', ...Object.values(def.entries).map(String)])
    default:
      return schema as z.ZodType
  }
}

/** A rule keeps its kind, which tells its settings. */
function unfinishedRule(option: z.core.$ZodType): z.ZodType {
  const { shape } = (option as z.ZodObject)._zod.def
  return z.strictObject({ ...(unfinished(option) as z.ZodObject).shape, kind: shape.kind as z.ZodLiteral })
}

/** A rule whose kind is not chosen yet has no settings. */
function unchosenRule(): z.ZodType {
  const texts = unfinished(editionSchema.shape.programme.shape.name)
  return z.strictObject({ code: cleanString, kind: z.literal(''), parameters: z.strictObject({}).optional(), name: texts, reason: texts })
}
