/** A part of an edition, to be written: its fields, or its list with an item after another. One form, so that nothing typed is lost by a button. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import { type FormErrors, idOf } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { Note } from '../../../../design/note.tsx'
import { valueAt } from '../../../../domain/edition-document.ts'
import { isLocked } from '../../../../domain/edition-lock.ts'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { fieldName } from '../../editor/field.ts'
import { actName, itemId } from '../../editor/list-act.ts'
import type { Block, List, Part } from '../../editor/parts.ts'
import { itemsOf } from '../../editor/read-part.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { draftName } from './draft-name.ts'
import { EditorField, type Sent } from './field.tsx'
import { Outline } from './outline.tsx'

export interface PartPageProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  readonly part: Part
  /** Mark of the part as it is shown. */
  readonly mark: string
  readonly sent: Sent
  readonly errors: FormErrors
  /** What each field is called above the form. */
  readonly names: Readonly<Record<string, string>>
  readonly refusal?: string | undefined
  readonly said?: string | undefined
  /** What was saved meanwhile by somebody else, when this was written over an older version. */
  readonly theirs?: { readonly document: unknown; readonly note: string } | undefined
}

export function PartPage(props: PartPageProps): Html {
  const { language, frame, state, part, errors, refusal, theirs } = props
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  const missing = state.faults.filter((fault) => fault.missing)
  const title = t(`part.${part.code}`)
  const wrong = refusal !== undefined || errors.length > 0
  return (
    <StaffPage language={language} frame={frame} path={`/desk/editions/${state.draft.id}/${part.code}`} title={title} error={wrong} said={props.said}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {theirs !== undefined && <RefusalNote sentence={theirs.note} />}
      <ErrorSummary language={language} errors={errors} names={props.names} focused={theirs === undefined} />
      <div class="stack stack--sm">
        <BackLink href={base}>{draftName(state.draft, language)}</BackLink>
        <Head title={title} lead={t(`part-hint.${part.code}`)} />
      </div>
      <div class="builder">
        <Outline language={language} state={state} current={part.code} />
        <form class="stack stack--lg" method="post" action={`${base}/${part.code}`} novalidate>
          <button class="vh" name="act" value="save" tabindex={-1} aria-hidden="true">
            {t('save')}
          </button>
          <input type="hidden" name="known" value={props.mark} />
          {part.blocks.map((block) => (block.kind === 'block' ? <BlockCard {...props} block={block} /> : <ListCards {...props} list={block} />))}
          {missing.some((fault) => fault.steps[0] !== 'form') && <Missing language={language} count={inPart(props)} />}
          <div class="actions">
            <Button name="act" value="save">
              {t('save')}
            </Button>
            <Button kind="quiet" name="act" value="list">
              {t('save-and-list')}
            </Button>
            <ButtonLink kind="text" href={base}>
              {t('leave')}
            </ButtonLink>
          </div>
        </form>
      </div>
    </StaffPage>
  )
}

/** Texts and values of this part that are still to be written. */
function inPart({ state, part }: PartPageProps): number {
  return state.faults.filter((fault) => fault.missing && part.blocks.some(({ at }) => at.every((step, place) => fault.steps[place] === step))).length
}

function Missing({ language, count }: { language: Language; count: number }): Html {
  if (count === 0) return <></>
  return (
    <Note is="wait">
      <p>{words(language)('part.missing', { count })}</p>
    </Note>
  )
}

function BlockCard(props: PartPageProps & { block: Block }): Html {
  const { block, language, state } = props
  const title = words(language).any(`block.${fieldName(block.at)}`)
  return (
    <section class="card stack" aria-labelledby={`block-${idOf(fieldName(block.at))}`}>
      <h2 id={`block-${idOf(fieldName(block.at))}`} class={props.part.blocks.length === 1 ? 'vh' : undefined}>
        {title}
      </h2>
      <Fields {...props} at={block.at} specs={block.fields({ document: state.draft.document, language })} />
    </section>
  )
}

function Fields(props: PartPageProps & { at: readonly PropertyKey[]; specs: ReturnType<Block['fields']> }): Html {
  const { language, state, at, specs, sent, errors, theirs } = props
  const { document, moment } = state.draft
  const low = document.edition.scale.min ?? 1
  return (
    <>
      {specs.map((spec) => {
        const steps = [...at, ...spec.at]
        const value = valueAt(document, steps)
        const other = theirs === undefined ? undefined : valueAt(theirs.document, steps)
        const differs = theirs !== undefined && JSON.stringify(other) !== JSON.stringify(value)
        return (
          <EditorField
            language={language}
            spec={spec}
            name={fieldName(steps)}
            value={value}
            sent={sent}
            errors={errors}
            locked={isLocked(steps, moment)}
            {...(spec.at[0] === 'anchors' ? { step: low + Number(spec.at[1]) } : {})}
            {...(differs ? { theirs: other } : {})}
          />
        )
      })}
    </>
  )
}

function ListCards(props: PartPageProps & { list: List }): Html {
  const { language, list, state } = props
  const t = words(language)
  const { document, moment } = state.draft
  const items = itemsOf(list, document)
  const name = fieldName(list.at)
  const fixed = isLocked([...list.at, 0, 'code'], moment)
  return (
    <section class="stack" id={idOf(name)} tabindex={-1} aria-labelledby={`list-${idOf(name)}`}>
      <h2 id={`list-${idOf(name)}`} class={props.part.blocks.length === 1 ? 'vh' : undefined}>
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

function Item(props: PartPageProps & { list: List; item: unknown; place: number; last: number; fixed: boolean }): Html {
  const { language, list, item, place, last, fixed, state } = props
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
      <Fields {...props} at={[...list.at, place]} specs={list.fields({ document: state.draft.document, language }, item)} />
    </section>
  )
}
