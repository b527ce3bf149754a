/** The form of an edition while it is written: its parts and their questions, in order. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { State } from '../../../../design/state.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import type { Question, Section } from '../../../../domain/form.ts'
import type { List } from '../../editor/parts.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { Blocks } from './blocks.tsx'
import { draftName } from './draft-name.ts'
import { PlainSave } from './editor-form.tsx'
import { FaultList } from './fault-list.tsx'
import type { Sent } from './field.tsx'
import { reorderWords } from './reorder-words.ts'

export interface FormPageProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly state: DraftState
  /** The headings under which parts stand. */
  readonly groups: List
  readonly groupsMark: string
  readonly sent: Sent
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly said?: string | undefined
}

export function FormPage(props: FormPageProps): Html {
  const { language, frame, state, refusal } = props
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  const { form } = state.draft.document
  const faults = state.faults.filter(({ steps }) => steps[0] === 'form')
  const advice = state.advice.filter(({ steps }) => steps[0] === 'form')
  const questions = form.sections.reduce((sum, section) => sum + section.questions.length, 0)
  return (
    <StaffPage
      language={language}
      frame={frame}
      path={`/desk/editions/${state.draft.id}/form`}
      title={t('part.form')}
      error={refusal !== undefined}
      said={props.said}
      islands={['pasting', 'reorder']}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <BackLink href={base}>{draftName(state.draft, language)}</BackLink>
        <Head title={t('part.form')} lead={t('form.lead', { sections: form.sections.length, questions })}>
          <ButtonLink kind="quiet" href={`${base}/preview/form`}>
            {t('form.try')}
          </ButtonLink>
          <ButtonLink kind="light" href={`${base}/form/new`}>
            {t('form.add-section')}
          </ButtonLink>
        </Head>
      </div>
      {faults.length > 0 && (
        <Card title={t('faults.wrong', { count: faults.length })}>
          <FaultList language={language} draft={state.draft} faults={faults} />
        </Card>
      )}
      {advice.length > 0 && (
        <Card title={t('advice.title', { count: advice.length })}>
          <FaultList language={language} draft={state.draft} faults={advice} />
        </Card>
      )}
      <div class="stack stack--lg" data-order="form" data-action={`${base}/form`} {...reorderWords(language)}>
        {form.sections.map((section, place) => (
          <SectionCard {...props} section={section} place={place} />
        ))}
      </div>
      <form method="post" action={`${base}/form`} novalidate>
        <PlainSave language={language} />
        <input type="hidden" name="known" value={props.groupsMark} />
        <details class="more" open={props.errors.length > 0 || props.sent !== null}>
          <summary>{t('form.groups')}</summary>
          <div class="stack">
            <p class="hint">{t('form.groups-hint')}</p>
            <Blocks {...props} blocks={[props.groups]} document={state.draft.document} moment={state.draft.moment} />
            <div class="row">
              <Button name="act" value="save">
                {t('save')}
              </Button>
            </div>
          </div>
        </details>
      </form>
    </StaffPage>
  )
}

interface ActsProps {
  readonly language: Language
  readonly base: string
  /** What the buttons do, as the form sends it: `up-section:code`. */
  readonly acts: readonly string[]
  /** Where it is taken out. */
  readonly removal: string
  readonly of: string
}

/** What may be done with a section or a question, behind one button: a page of them stays calm. */
function Acts({ language, base, acts, removal, of }: ActsProps): Html {
  const t = words(language)
  return (
    <details class="menu menu--acts">
      <summary title={t('form.acts')}>
        <span aria-hidden="true">⋯</span>
        <span class="vh">
          {t('form.acts')} {of}
        </span>
      </summary>
      <ul>
        {acts.map((act) => (
          <li>
            <form method="post" action={`${base}/form`}>
              <Button kind="quiet" size="sm" name="do" value={act}>
                {t.any(`act.${act.split(/-|:/)[0]}`)}
                <span class="vh"> {of}</span>
              </Button>
            </form>
          </li>
        ))}
        <li>
          <ButtonLink kind="bad" size="sm" href={removal}>
            {t('act.remove')}
            <span class="vh"> {of}</span>
          </ButtonLink>
        </li>
      </ul>
    </details>
  )
}

function SectionCard({ language, state, section, place }: FormPageProps & { section: Section; place: number }): Html {
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  const { sections } = state.draft.document.form
  const title = `${place + 1}. ${inLanguage(section.title, language).text || section.code}`
  const href = `${base}/form/sections/${section.code}`
  return (
    <section
      class="card card--tight stack"
      id={`section-${section.code}`}
      data-section={section.code}
      data-name={title}
      aria-labelledby={`title-${section.code}`}
    >
      <div class="card__head">
        <h2 id={`title-${section.code}`} dir="auto">
          <a href={href}>{title}</a>
        </h2>
        <span class="row row--tight" data-acts>
          {section.when !== undefined && <State is="draft">{t('form.conditional')}</State>}
          <Acts
            language={language}
            base={base}
            of={title}
            removal={`${base}/form/removal?section=${section.code}`}
            acts={[
              ...(place > 0 ? [`up-section:${section.code}`] : []),
              ...(place < sections.length - 1 ? [`down-section:${section.code}`] : []),
              `copy-section:${section.code}`,
            ]}
          />
        </span>
      </div>
      {section.questions.length === 0 && <p class="muted">{t('form.no-questions')}</p>}
      <ol class="rows" data-questions>
        {section.questions.map((question, number) => (
          <QuestionRow language={language} state={state} question={question} number={`${place + 1}.${number + 1}`} />
        ))}
      </ol>
      <div class="row">
        <ButtonLink kind="quiet" size="sm" href={`${base}/form/new/${section.code}`}>
          {t('form.add-question')}
          <span class="vh"> {title}</span>
        </ButtonLink>
        <ButtonLink kind="text" size="sm" href={`${base}/form/table/${section.code}`}>
          {t('form.add-table')}
          <span class="vh"> {title}</span>
        </ButtonLink>
      </div>
    </section>
  )
}

function QuestionRow({ language, state, question, number }: { language: Language; state: DraftState; question: Question; number: string }): Html {
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  const name = `${number} ${inLanguage(question.label, language).text || question.code}`
  const marks = [
    t(`kind.${question.kind}`),
    ...(question.required ? [] : [t('field.optional')]),
    ...(question.only === undefined ? [] : [t('form.only')]),
    ...(question.when === undefined ? [] : [t('form.conditional')]),
  ]
  return (
    <li class="row row--between row--one" data-question={question.code} data-name={name} id={`question-${question.code}`}>
      <span>
        <a href={`${base}/form/questions/${question.code}`} dir="auto">
          {name}
        </a>
        <br />
        <span class="xs muted">{marks.join(' · ')}</span>
      </span>
      <span class="row row--tight" data-acts>
        <Acts
          language={language}
          base={base}
          of={name}
          removal={`${base}/form/removal?question=${question.code}`}
          acts={['up', 'down', 'copy'].map((verb) => `${verb}-question:${question.code}`)}
        />
      </span>
    </li>
  )
}
