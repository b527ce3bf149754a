/** Where a value stands, in words: 'Criteria › 2. Expected impact › Weight'. */
import { type EditionDocument, valueAt } from '../../../../domain/edition-document.ts'
import { isTrilingual } from '../../../../domain/edition-difference.ts'
import { inLanguage, type Language, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import { labelIn } from '../../editor/label.ts'
import { type Around, type Block, type List, partAt, partOf } from '../../editor/parts.ts'
import { questionBlocks, sectionBlocks, written } from '../../editor/question-parts.ts'
import { words } from '../../editor/words/index.ts'

const SEPARATOR = ' › '

export function placeText(steps: readonly PropertyKey[], document: EditionDocument, language: Language): string {
  const t = words(language)
  const part = partAt(steps)
  const named = [t(`part.${part}`)]
  if (part === 'form') return [...named, ...formPlace(steps, document, language)].join(SEPARATOR)
  const block = partOf(part)
    .blocks.filter(({ at }) => at.every((step, place) => steps[place] === step))
    .sort((a, b) => b.at.length - a.at.length)[0]
  if (block === undefined) return named.join(SEPARATOR)
  return [...named, ...blockPlace(block, steps, { document, language })].join(SEPARATOR)
}

function blockPlace(block: Block | List, steps: readonly PropertyKey[], around: Around): string[] {
  const { document, language } = around
  const rest = steps.slice(block.at.length)
  if (block.kind === 'block') return fieldPlace(block.fields(around), rest, around)
  const [place, ...within] = rest
  if (typeof place !== 'number') return []
  const item = valueAt(document, [...block.at, place])
  const name = valueAt(item, block.title)
  const called = isTrilingual(name) ? inLanguage(name, language).text : ''
  return [`${place + 1}. ${called || words(language).any(`list.${block.name}.new`)}`, ...fieldPlace(block.fields(around, item ?? {}), within, around)]
}

function fieldPlace(specs: ReturnType<Block['fields']>, steps: readonly PropertyKey[], around: Around): string[] {
  const spec = specs.find(({ at }) => at.every((step, place) => steps[place] === step))
  if (spec === undefined) return []
  const label = labelIn(spec, around)
  const of = steps[spec.at.length]
  return [label, ...(of === 'ar' || of === 'fr' || of === 'en' ? [LANGUAGE_NAMES[of]] : [])]
}

function formPlace(steps: readonly PropertyKey[], document: EditionDocument, language: Language): string[] {
  const { form } = document
  const [, list, place, , question] = steps
  if (typeof place !== 'number') return []
  const named = (text: Parameters<typeof inLanguage>[0] | undefined, code: string | undefined): string[] => {
    const name = (text === undefined ? '' : inLanguage(text, language).text) || code || ''
    return typeof name === 'string' && name !== '' ? [name] : []
  }
  if (list === 'groups') return [words(language)('list.groups'), ...named(form.groups[place]?.title, form.groups[place]?.code)]
  const section = form.sections[place]
  if (list !== 'sections' || section === undefined) return []
  const asked = typeof question === 'number' ? section.questions[question] : undefined
  const here = named(section.title, section.code)
  if (asked === undefined) return [...here, ...settingPlace(sectionBlocks(), ['section', ...steps.slice(3)], { document, language })]
  const around = { document: { ...document, question: written(asked, section.code) }, language }
  return [...here, ...named(asked.label, asked.code), ...settingPlace(questionBlocks(asked.kind), ['question', ...steps.slice(5)], around)]
}

/** Which field of a question or of a section: its help in French, a possible answer, its condition. */
function settingPlace(blocks: readonly (Block | List)[], steps: readonly PropertyKey[], around: Around): string[] {
  if (steps[1] === undefined) return []
  if (steps[1] === 'when') return [words(around.language)('condition.title')]
  const at = steps.map((step) => (step === 'maxBytes' ? 'megabytes' : step))
  const list = blocks.find((block) => block.kind === 'list' && block.at[1] === at[1])
  if (list !== undefined) return [words(around.language).any(`list.${String(at[1])}`), ...blockPlace(list, at, around)]
  return blocks.map((block) => blockPlace(block, at, around)).find((found) => found.length > 0) ?? []
}
