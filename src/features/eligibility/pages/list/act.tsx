/** An act on many applications before it is planned: which act, which applications, and what it needs. Nothing is written from here. */
import type { Child, Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { ChoiceField, Hidden, SelectField, TextArea, TextField } from '../../../../design/form/controls.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { BULK_ACTS, type BulkAct, type BulkInput } from '../../../../domain/bulk-act.ts'
import { VERDICTS } from '../../../../domain/eligibility.ts'
import { direction, inLanguage, type Language, LANGUAGES, type Trilingual } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { Chosen, Officer } from '../../queries/list/bulk.ts'
import { words } from '../../words/index.ts'

export interface ActProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  /** Null until one is chosen. */
  readonly act: BulkAct | null
  readonly chosen: Chosen
  /** How many applications that is. */
  readonly count: number
  readonly input: BulkInput
  readonly rules: readonly { readonly code: string; readonly name: Trilingual }[]
  readonly officers: readonly Officer[]
  readonly refusal?: string | undefined
}

export function ActPage(props: ActProps): Html {
  const { language, act, count, slug, refusal } = props
  const l = listWords(language)
  const base = `/${language}/desk/${slug}/applications`
  const title = act === null ? l('act.choose') : l(`act.${act}`)
  return (
    <StaffPage language={language} title={title} path={props.path} frame={props.frame}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head title={title} lead={l('act.chosen', { count })}>
        <ButtonLink kind="quiet" href={backOf(base, props.chosen)}>
          {l('act.back')}
        </ButtonLink>
      </Head>
      {act === null ? <ChooseAct {...props} base={base} /> : <Needs {...props} act={act} base={base} />}
    </StaffPage>
  )
}

/** The list as it was left. */
export function backOf(base: string, chosen: Chosen): string {
  return 'query' in chosen && chosen.query !== '' ? `${base}?${chosen.query}` : `${base}?view=all`
}

/** The applications chosen, carried along. */
export function ChosenFields({ chosen }: { chosen: Chosen }): Html {
  if ('applications' in chosen)
    return (
      <>
        {chosen.applications.map((id) => (
          <Hidden name="application" value={id} />
        ))}
      </>
    )
  return (
    <>
      <Hidden name="all" value="yes" />
      <Hidden name="query" value={chosen.query} />
    </>
  )
}

function ChooseAct({ language, chosen, base }: ActProps & { base: string }): Html {
  const l = listWords(language)
  return (
    <form method="get" action={`${base}/acts`} class="card stack">
      <ChoiceField
        name="act"
        label={l('act.which')}
        value=""
        options={BULK_ACTS.map((act) => ({ value: act, name: l(`act.${act}`), hint: l(`act.${act}-hint`) }))}
      />
      <div>
        <ChosenFields chosen={chosen} />
        <Button>{l('act.go-on')}</Button>
      </div>
    </form>
  )
}

function Needs(props: ActProps & { act: BulkAct; base: string }): Html {
  const { language, act, chosen, base } = props
  const l = listWords(language)
  const fields: Readonly<Record<BulkAct, Child>> = {
    check: null,
    accept: null,
    verdict: <VerdictFields {...props} />,
    assign: <OfficerField {...props} />,
    write: <MessageFields {...props} />,
  }
  return (
    <form method="post" action={`${base}/acts`} class="card stack stack--lg" novalidate>
      <p>{l(`act.${act}-hint`)}</p>
      {fields[act]}
      <div class="row">
        <Hidden name="act" value={act} />
        <ChosenFields chosen={chosen} />
        <Button>{l('act.plan')}</Button>
        <span class="sm muted">{l('act.plan-hint')}</span>
      </div>
    </form>
  )
}

function VerdictFields({ language, input, rules }: ActProps): Html {
  const [t, l] = [words(language), listWords(language)]
  const options = rules.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text }))
  return (
    <>
      <SelectField name="rule" label={t('rules.rule')} value={input.rule} empty={t('decision.choose-ground')} groups={[{ options }]} width="m" />
      <ChoiceField
        name="verdict"
        label={t('rules.officer')}
        value={input.verdict}
        look="row"
        options={VERDICTS.map((value) => ({ value, name: t(`verdict.${value}-long`) }))}
      />
      <TextField name="reason" label={t('rules.reason')} hint={l('act.reason-hint')} value={input.reason} autocomplete="off" />
    </>
  )
}

function OfficerField({ language, input, officers }: ActProps): Html {
  const l = listWords(language)
  const options = officers.map((officer) => ({ value: officer.id, name: nameFor(officer, language) }))
  return <SelectField name="person" label={l('finder.checker')} value={input.person} empty={l('checker.nobody')} groups={[{ options }]} width="m" />
}

/** Each text is written, and its marks told, in its own language. */
function MessageFields({ input }: ActProps): Html {
  return (
    <div class="trio">
      {LANGUAGES.map((one) => {
        const l = listWords(one)
        const hint = l('write.marks-hint', { marks: marksOf(one) })
        return (
          <section class="stack" lang={one} dir={direction(one)}>
            <h2 class="h3">{l('write.language')}</h2>
            <TextField name={`subject.${one}`} label={l('write.subject')} value={input.subject[one]} autocomplete="off" />
            <TextArea name={`text.${one}`} label={l('write.text')} hint={hint} value={input.text[one]} rows={12} language={one} />
          </section>
        )
      })}
    </div>
  )
}

/** The marks of a text in one language: {nom} {numéro} {projet}. */
function marksOf(language: Language): string {
  const l = listWords(language)
  return (['name', 'number', 'project'] as const).map((mark) => `{${l(`mark.${mark}`)}}`).join(' ')
}
