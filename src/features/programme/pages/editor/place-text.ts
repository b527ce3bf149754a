/** Where a value stands, in words: 'Criteria › 2. Expected impact › Weight'. */
import { type EditionDocument, valueAt } from '../../../../domain/edition-document.ts'
import { isTrilingual } from '../../../../domain/edition-difference.ts'
import { inLanguage, type Language, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import { labelIn } from '../../editor/label.ts'
import type { FieldSpec } from '../../editor/field.ts'
import { dated } from '../../editor/fault-text.ts'
import { type Around, type Block, type List, type PartCode, partAt, partOf } from '../../editor/parts.ts'
import { questionBlocks, sectionBlocks, written } from '../../editor/question-parts.ts'
import { words } from '../../editor/words/index.ts'
import { valueText } from './field-text.ts'

const SEPARATOR = ' › '

/** Where a value stands, and the field that holds it. */
interface Placed {
  readonly names: readonly string[]
  readonly spec?: FieldSpec | undefined
}

export function placeText(steps: readonly PropertyKey[], document: EditionDocument, language: Language): string {
  return placed(steps, document, language).names.join(SEPARATOR)
}

/** The place within its part, and what stands there in the words of the reader: an answer by its name, a date as people read it. */
export function placedValue(
  steps: readonly PropertyKey[],
  value: unknown,
  document: EditionDocument,
  language: Language,
): { readonly place: string; readonly text: string } {
  const { names, spec } = placed(steps, document, language)
  const text = spec === undefined ? dated(Array.isArray(value) ? value.join(', ') : String(value), language) : valueText(spec, value, language)
  return { place: names.slice(1).join(SEPARATOR), text }
}

function placed(steps: readonly PropertyKey[], document: EditionDocument, language: Language): Placed {
  const t = words(language)
  const part = partAt(steps)
  const own = t(`part.${part}`)
  const within = part === 'form' ? formPlace(steps, document, language) : partPlace(part, steps, { document, language })
  return { ...within, names: [own, ...within.names] }
}

const NOWHERE: Placed = { names: [] }

function partPlace(part: Exclude<PartCode, 'form'>, steps: readonly PropertyKey[], around: Around): Placed {
  const block = partOf(part)
    .blocks.filter(({ at }) => at.every((step, place) => steps[place] === step))
    .sort((a, b) => b.at.length - a.at.length)[0]
  return block === undefined ? NOWHERE : blockPlace(block, steps, around)
}

function blockPlace(block: Block | List, steps: readonly PropertyKey[], around: Around): Placed {
  const { document, language } = around
  const rest = steps.slice(block.at.length)
  if (block.kind === 'block') return fieldPlace(block.fields(around), rest, around)
  const [place, ...within] = rest
  if (typeof place !== 'number') return NOWHERE
  const item = valueAt(document, [...block.at, place])
  const name = valueAt(item, block.title)
  const called = isTrilingual(name) ? inLanguage(name, language).text : ''
  const field = fieldPlace(block.fields(around, item ?? {}), within, around)
  return { ...field, names: [`${place + 1}. ${called || words(language).any(`list.${block.name}.new`)}`, ...field.names] }
}

function fieldPlace(specs: ReturnType<Block['fields']>, steps: readonly PropertyKey[], around: Around): Placed {
  const spec = specs.find(({ at }) => at.every((step, place) => steps[place] === step))
  if (spec === undefined) return NOWHERE
  const of = steps[spec.at.length]
  return { names: [labelIn(spec, around), ...(of === 'ar' || of === 'fr' || of === 'en' ? [LANGUAGE_NAMES[of]] : [])], spec }
}

function formPlace(steps: readonly PropertyKey[], document: EditionDocument, language: Language): Placed {
  const { form } = document
  const [, list, place, , question] = steps
  if (typeof place !== 'number') return NOWHERE
  const named = (text: Parameters<typeof inLanguage>[0] | undefined, code: string | undefined): string[] => {
    const name = (text === undefined ? '' : inLanguage(text, language).text) || code || ''
    return typeof name === 'string' && name !== '' ? [name] : []
  }
  if (list === 'groups') return { names: [words(language)('list.groups'), ...named(form.groups[place]?.title, form.groups[place]?.code)] }
  const section = form.sections[place]
  if (list !== 'sections' || section === undefined) return NOWHERE
  const asked = typeof question === 'number' ? section.questions[question] : undefined
  const here = named(section.title, section.code)
  if (asked === undefined)
    return after(here, settingPlace(sectionBlocks(), ['section', ...steps.slice(3)], { document: { ...document, ...{ section } }, language }))
  const around = { document: { ...document, question: written(asked, section.code) }, language }
  return after([...here, ...named(asked.label, asked.code)], settingPlace(questionBlocks(asked.kind), ['question', ...steps.slice(5)], around))
}

function after(names: readonly string[], inner: Placed): Placed {
  return { ...inner, names: [...names, ...inner.names] }
}

/** Which field of a question or of a section: its help in French, a possible answer, its condition. */
function settingPlace(blocks: readonly (Block | List)[], steps: readonly PropertyKey[], around: Around): Placed {
  if (steps[1] === undefined) return NOWHERE
  if (steps[1] === 'when') return { names: [words(around.language)('condition.title')] }
  const at = steps.map((step) => (step === 'maxBytes' ? 'megabytes' : step))
  const list = blocks.find((block) => block.kind === 'list' && block.at[1] === at[1])
  if (list !== undefined) return after([words(around.language).any(`list.${String(at[1])}`)], blockPlace(list, at, around))
  return blocks.map((block) => blockPlace(block, at, around)).find(({ names }) => names.length > 0) ?? NOWHERE
}
