/** Blocks and lists of fields in a form of the editor: the same for parts of an edition, sections and questions. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { type FormErrors, idOf } from '../../../../design/form/field.tsx'
import { More } from '../../../../design/more.tsx'
import { State } from '../../../../design/state.tsx'
import { isSame } from '../../../../domain/edition-difference.ts'
import { type EditionDocument, valueAt } from '../../../../domain/edition-document.ts'
import { type EditionMoment, isLocked } from '../../../../domain/edition-lock.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { type FieldSpec, fieldName } from '../../editor/field.ts'
import { actName, itemId } from '../../editor/list-act.ts'
import type { Block, List } from '../../editor/parts.ts'
import { rowColumns, rowsName } from '../../editor/pasted-rows.ts'
import { itemsOf } from '../../editor/read-part.ts'
import { words } from '../../editor/words/index.ts'
import { EditorField, type Sent } from './field.tsx'
import { reorderWords } from './reorder-words.ts'
import { RowsField } from './rows-field.tsx'

export interface BlocksProps {
  readonly language: Language
  readonly blocks: readonly (Block | List)[]
  readonly document: EditionDocument
  readonly moment: EditionMoment
  readonly sent: Sent
  readonly errors: FormErrors
  /** A sentence under items of the list, by their place: what a rule would have done last year. */
  readonly notes?: readonly (string | null)[] | undefined
  /** What was saved meanwhile by somebody else. */
  readonly theirs?: Theirs | undefined
}

/** What was saved meanwhile, and the codes of the items that stood in the form as it was sent. */
export interface Theirs {
  readonly document: unknown
  readonly sentCodes?: ReadonlySet<string>
}

export function Blocks(props: BlocksProps): Html {
  return <>{props.blocks.map((block) => (block.kind === 'block' ? <BlockCard {...props} block={block} /> : <ListCards {...props} list={block} />))}</>
}

function nameOf(block: Block): string {
  return block.name ?? fieldName(block.at)
}

function BlockCard(props: BlocksProps & { block: Block }): Html {
  const { block, language } = props
  const title = words(language).any(`block.${nameOf(block)}`)
  return (
    <section class="card stack" aria-labelledby={`block-${idOf(nameOf(block))}`}>
      <h2 id={`block-${idOf(nameOf(block))}`} class={props.blocks.length === 1 ? 'vh' : undefined}>
        {title}
      </h2>
      <Fields {...props} at={block.at} specs={block.fields({ document: props.document, language })} />
    </section>
  )
}

function Fields(props: BlocksProps & { at: readonly PropertyKey[]; specs: ReturnType<Block['fields']> }): Html {
  const rows: FieldSpec[][] = []
  for (const spec of props.specs) {
    const last = rows.at(-1)
    if (last?.[0] !== undefined && widthOf(spec) !== 'whole' && widthOf(spec) === widthOf(last[0])) last.push(spec)
    else rows.push([spec])
  }
  return (
    <>
      {rows.map((row) =>
        widthOf(row[0] as FieldSpec) === 'whole' ? (
          <OneField {...props} spec={row[0] as FieldSpec} />
        ) : (
          <div class={CELLS[widthOf(row[0] as FieldSpec)]}>
            {row.map((spec) => (
              <OneField {...props} spec={spec} />
            ))}
          </div>
        ),
      )}
    </>
  )
}

/** How much room a field takes: those of one width stand side by side, in the same columns all down the page. */
function widthOf({ kind }: FieldSpec): 'whole' | 'day' | 'wall' | 'short' {
  if (kind === 'trilingual' || kind === 'several') return 'whole'
  return kind === 'day' || kind === 'wall' ? kind : 'short'
}

const CELLS = { whole: '', day: 'cells cells--days', wall: 'cells cells--walls', short: 'cells' } as const

function OneField(props: BlocksProps & { at: readonly PropertyKey[]; spec: FieldSpec }): Html {
  const { language, at, spec, sent, errors, theirs } = props
  const { document, moment } = props
  const steps = [...at, ...spec.at]
  const value = valueAt(document, steps)
  const otherAt = theirs === undefined ? null : theirPlace(theirs, at, valueAt(document, at))
  const other = theirs === undefined || otherAt === null ? undefined : valueAt(theirs.document, [...otherAt, ...spec.at])
  const differs = otherAt !== null && !saysSame(other, value)
  return (
    <div>
      <EditorField
        language={language}
        spec={spec}
        name={fieldName(steps)}
        value={value}
        sent={sent}
        errors={errors}
        locked={isLocked(steps, moment)}
        {...(spec.at[0] === 'anchors' ? { step: (document.edition.scale.min ?? 1) + Number(spec.at[1]) } : {})}
        {...(differs ? { theirs: other } : {})}
      />
    </div>
  )
}

/** Where the same item, by its code, stands in what was saved meanwhile; null where it does not. What is no item of a list stands where it stood. */
function theirPlace({ document }: Theirs, at: readonly PropertyKey[], mine: unknown): readonly PropertyKey[] | null {
  const code = (mine as { code?: string } | null | undefined)?.code
  if (typeof at.at(-1) !== 'number') return at
  if (code === undefined || code === '') return code === undefined && valueAt(document, at) !== undefined ? at : null
  const list = at.slice(0, -1)
  const place = ((valueAt(document, list) as readonly { code?: string }[] | undefined) ?? []).findIndex((one) => one.code === code)
  return place === -1 ? null : [...list, place]
}

/** Whether the item stood there before and somebody else took it out. */
function isTakenOut(theirs: Theirs | undefined, at: readonly PropertyKey[], item: unknown): boolean {
  if (theirs?.sentCodes === undefined || theirPlace(theirs, at, item) !== null) return false
  return theirs.sentCodes.has((item as { code?: string }).code ?? '')
}

/** Whether two values say the same: keys may stand in any order, and what is empty may be written in several ways. */
function saysSame(one: unknown, other: unknown): boolean {
  return isSame(one, other) || (isUnsaid(one) && isUnsaid(other))
}

function isUnsaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isUnsaid)
  return value === undefined || value === null || value === '' || value === false
}

function ListCards(props: BlocksProps & { list: List }): Html {
  const { language, list } = props
  const t = words(language)
  const { document, moment } = props
  const items = itemsOf(list, document)
  const name = fieldName(list.at)
  const fixed = isLocked([...list.at, 0, 'code'], moment)
  const movable = !fixed && !list.sorted && items.length > 1
  return (
    <section
      class="stack"
      id={idOf(name)}
      tabindex={-1}
      aria-labelledby={`list-${idOf(name)}`}
      {...(movable ? { 'data-order': name, ...reorderWords(language) } : {})}
    >
      <h2 id={`list-${idOf(name)}`} class={props.blocks.length === 1 ? 'vh' : undefined}>
        {t.any(`list.${list.name}`)}
      </h2>
      <input type="hidden" name={`${name}.count`} value={String(items.length)} />
      {items.length === 0 && <p class="muted">{t('list.none')}</p>}
      {items.map((item, place) => (
        <Item {...props} item={item} place={place} last={items.length - 1} fixed={fixed} />
      ))}
      {!fixed &&
        (items.length >= list.most ? (
          <p class="muted">{t('list.full', { most: list.most })}</p>
        ) : (
          <>
            <div class="row">
              <Button kind="quiet" name="act" value={actName(list, 'add')}>
                {t.any(`list.${list.name}.add`)}
              </Button>
            </div>
            <Rows {...props} />
          </>
        ))}
    </section>
  )
}

/** Several items at once, from rows copied out of a table; open again with what was pasted when it could not be read. */
function Rows({ language, list, document, sent, errors }: BlocksProps & { list: List }): Html {
  const t = words(language)
  const columns = rowColumns(list, { document, language })
  if (columns === null) return <></>
  const name = rowsName(list)
  const pasted = sent?.[name]
  const value = typeof pasted === 'string' ? pasted : ''
  return (
    <More summary={t('rows.summary')} open={value !== ''}>
      <div class="stack stack--sm">
        <RowsField language={language} name={name} columns={columns} value={value} errors={errors} rows={4} />
        <div class="row">
          <Button kind="quiet" name="act" value="save">
            {t('rows.add')}
            <span class="vh"> {t.any(`list.${list.name}`)}</span>
          </Button>
        </div>
      </div>
    </More>
  )
}

function Item(props: BlocksProps & { list: List; item: unknown; place: number; last: number; fixed: boolean }): Html {
  const { language, list, item, place, last, fixed } = props
  const t = words(language)
  const called = inLanguage((valueAt(item, list.title) as never) ?? { ar: '', fr: '', en: '' }, language).text
  const heading = `${place + 1}. ${called === '' ? t.any(`list.${list.name}.new`) : called}`
  const acts = [
    ...(place > 0 && !list.sorted ? (['up'] as const) : []),
    ...(place < last && !list.sorted ? (['down'] as const) : []),
    'copy',
    'remove',
  ] as const
  const id = itemId(list, place)
  return (
    <section class="card stack" id={id} tabindex={-1} aria-labelledby={`${id}-title`} data-item={String(place)} data-name={heading}>
      <div class="card__head">
        <h3 id={`${id}-title`} dir="auto">
          {heading}
        </h3>
        {!fixed && (
          <span class="row row--tight" data-acts>
            {acts.map((act) => (
              <Button kind={act === 'remove' ? 'bad' : 'quiet'} size="sm" name="act" value={actName(list, act, place)}>
                {t(`act.${act}`)}
                <span class="vh"> {heading}</span>
              </Button>
            ))}
          </span>
        )}
      </div>
      {isTakenOut(props.theirs, [...list.at, place], item) && (
        <State is="alert" bare>
          {t('item.theirs-removed')}
        </State>
      )}
      <Fields {...props} at={[...list.at, place]} specs={list.fields({ document: props.document, language }, item)} />
      {props.notes?.[place] != null && <p class="sm muted">{props.notes[place]}</p>}
    </section>
  )
}
