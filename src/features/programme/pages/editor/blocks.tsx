/** Blocks and lists of fields in a form of the editor: the same for parts of an edition, sections and questions. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { type FormErrors, idOf } from '../../../../design/form/field.tsx'
import { type EditionDocument, valueAt } from '../../../../domain/edition-document.ts'
import { type EditionMoment, isLocked } from '../../../../domain/edition-lock.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { type FieldSpec, fieldName } from '../../editor/field.ts'
import { actName, itemId } from '../../editor/list-act.ts'
import type { Block, List } from '../../editor/parts.ts'
import { itemsOf } from '../../editor/read-part.ts'
import { words } from '../../editor/words/index.ts'
import { EditorField, type Sent } from './field.tsx'

export interface BlocksProps {
  readonly language: Language
  readonly blocks: readonly (Block | List)[]
  readonly document: EditionDocument
  readonly moment: EditionMoment
  readonly sent: Sent
  readonly errors: FormErrors
  /** What was saved meanwhile by somebody else. */
  readonly theirs?: { readonly document: unknown } | undefined
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
    if (last?.[0] !== undefined && isShort(spec) && isShort(last[0])) last.push(spec)
    else rows.push([spec])
  }
  return (
    <>
      {rows.map((row) =>
        row.length === 1 ? (
          <OneField {...props} spec={row[0] as FieldSpec} />
        ) : (
          <div class="line__cells">
            {row.map((spec) => (
              <OneField {...props} spec={spec} />
            ))}
          </div>
        ),
      )}
    </>
  )
}

/** Fields that may stand side by side. */
function isShort({ kind }: FieldSpec): boolean {
  return kind !== 'trilingual' && kind !== 'several'
}

function OneField(props: BlocksProps & { at: readonly PropertyKey[]; spec: FieldSpec }): Html {
  const { language, at, spec, sent, errors, theirs } = props
  const { document, moment } = props
  const steps = [...at, ...spec.at]
  const value = valueAt(document, steps)
  const other = theirs === undefined ? undefined : valueAt(theirs.document, steps)
  const differs = theirs !== undefined && JSON.stringify(other) !== JSON.stringify(value)
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

function ListCards(props: BlocksProps & { list: List }): Html {
  const { language, list } = props
  const t = words(language)
  const { document, moment } = props
  const items = itemsOf(list, document)
  const name = fieldName(list.at)
  const fixed = isLocked([...list.at, 0, 'code'], moment)
  return (
    <section class="stack" id={idOf(name)} tabindex={-1} aria-labelledby={`list-${idOf(name)}`}>
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
          <div class="row">
            <Button kind="quiet" name="act" value={actName(list, 'add')}>
              {t.any(`list.${list.name}.add`)}
            </Button>
          </div>
        ))}
    </section>
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
    <section class="card stack" id={id} tabindex={-1} aria-labelledby={`${id}-title`}>
      <div class="card__head">
        <h3 id={`${id}-title`} dir="auto">
          {heading}
        </h3>
        {!fixed && (
          <span class="row row--tight">
            {acts.map((act) => (
              <Button kind={act === 'remove' ? 'bad' : 'quiet'} size="sm" name="act" value={actName(list, act, place)}>
                {t(`act.${act}`)}
                <span class="vh"> {heading}</span>
              </Button>
            ))}
          </span>
        )}
      </div>
      <Fields {...props} at={[...list.at, place]} specs={list.fields({ document: props.document, language }, item)} />
    </section>
  )
}
