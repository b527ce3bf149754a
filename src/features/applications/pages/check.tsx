/** Everything once more before it is sent; the declaration; the one lit button. */
import { type Html, trusted } from '#html'
import { Button } from '../../../design/button.tsx'
import { Sheet } from '../../../design/facts.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors, idOf } from '../../../design/form/field.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Saved } from '../../../design/saved.tsx'
import { State } from '../../../design/state.tsx'
import { ageOn, isDate } from '../../../domain/date.ts'
import { inLanguage } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import { isLeftToRight, regionMark } from '../answer-text.ts'
import { type SheetRow, sheetOf } from '../sheet.ts'
import { Files, type LinkedFile } from '../../files/index.ts'
import type { DraftView, UnmetRule } from '../views.ts'
import { words } from '../words/index.ts'
import { Assistance, DeclaredFor, HOW_FIELD } from './assistance.tsx'
import { type Around, applicationPath, BackToList, closedSentence, Keep, leftText, NumberLine, savedText, WidePage } from './around.tsx'
import { NoLongerAsked } from './form-change.tsx'
import { UnmetRules } from './unmet.tsx'

export interface CheckProps extends Around {
  readonly view: DraftView
  /** What stands in the way, by question: missing, wrong, written twice. */
  readonly faults: Readonly<Record<string, string>>
  /** Rules of the call that the answers do not meet: told, in nobody's way. */
  readonly unmet: readonly UnmetRule[]
  /** Titles of the sections where something stands in the way. */
  readonly unready: readonly string[]
  readonly given: Readonly<Record<'declaration.true' | 'declaration.rules', boolean>>
  /** How the holder declared, of an application that somebody sends for them. */
  readonly how?: string
  readonly errors: FormErrors
  readonly refusal?: string
  readonly files: readonly LinkedFile[]
  /** Who sends, when it is not the reader. */
  readonly holder: string | null
}

export function CheckPage({ view, faults, unready, ...props }: CheckProps): Html {
  const { language } = props
  const t = words(language)
  const closed = closedSentence(view, props)
  const faulty = props.errors.length > 0 || props.refusal !== undefined
  return (
    <WidePage around={props} title={t('check.title')} error={faulty} islands={['kept']}>
      <div class="stack stack--sm">
        <BackToList head={view} language={language} />
        {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
        <ErrorSummary language={language} errors={props.errors} names={declarationNames(language)} />
        <NumberLine head={view} language={language} />
        <h1>{t('check.title')}</h1>
        <p class="lead">
          {unready.length > 0
            ? t('check.lead-unready', { count: unready.length, parts: formatList(unready, language) })
            : props.holder === null
              ? t('check.lead')
              : t('check.lead-member', { name: props.holder })}
        </p>
        <Saved text={savedText(view.savedAt, props, view.call.zone)} />
      </div>
      <Assistance head={view} language={language} />
      <UnmetRules unmet={props.unmet} view={view} language={language} />
      {sheetOf(view.form, { ...view.answers, ...view.reading.answers }, view.lists, language, {
        asked: view.reading.asked,
        withheld: view.withheld,
      }).map((group) => (
        <details class="stack stack--sm" open>
          <summary>
            <h2 class="h3">{group.title}</h2>
          </summary>
          <Sheet rows={group.rows.map((row) => sheetRow({ row, view, fault: faults[row.question.code], language, files: props.files }))} />
        </details>
      ))}
      <NoLongerAsked view={view} language={language} />
      {closed !== null ? (
        <Note is="bad">
          <p>{closed}</p>
        </Note>
      ) : props.holder !== null ? (
        <Note is="wait">
          <p>{t(unready.length > 0 || view.aside.length > 0 ? 'check.holder-will-send' : 'check.holder-sends', { name: props.holder })}</p>
        </Note>
      ) : unready.length > 0 || view.aside.length > 0 ? (
        <Note is="wait">
          <p>{t('check.locked')}</p>
        </Note>
      ) : view.membership === 'helper' ? (
        <DeclaredFor head={view} language={language} how={props.how ?? ''} errors={props.errors} />
      ) : (
        <Declaration view={view} props={props} />
      )}
      <Keep view={view} around={props} />
    </WidePage>
  )
}

interface RowProps {
  readonly row: SheetRow
  readonly view: DraftView
  readonly fault: string | undefined
  readonly language: Around['language']
  readonly files: readonly LinkedFile[]
}

function sheetRow(props: RowProps) {
  const { row, view, language } = props
  const href = `${applicationPath(view, language, `/sections/${row.section}`)}?from=check#${row.question.code}`
  if (row.withheld === true) return { name: row.label, value: <span class="muted">{row.text}</span> }
  return { name: row.label, value: <Answer {...props} />, change: { href, word: words(language)('check.change'), of: row.label } }
}

function Answer({ row, view, fault, language, files }: RowProps): Html {
  const t = words(language)
  return (
    <>
      {row.text === '' ? (
        <span class="muted">{t('check.not-answered')}</span>
      ) : row.question.kind === 'file' ? (
        <Files files={files.filter((file) => file.question === row.question.code)} language={language} />
      ) : (
        <AnswerValue row={row} mark={row.question.kind === 'region' ? regionMark(view.answers, view.lists) : null} />
      )}
      {fault !== undefined && (
        <>
          {' '}
          <State is="alert">{fault}</State>
        </>
      )}
      {row.question.code === 'birth_date' && typeof row.answer === 'string' && isDate(row.answer) && (
        <>
          <br />
          <span class="sm muted">{t('check.age', { age: ageOn(row.answer, view.call.ageOn), date: formatDate(view.call.ageOn, language) })}</span>
        </>
      )}
    </>
  )
}

/** An answer as it reads: its own direction, its lines kept. */
export function AnswerValue({ row, mark }: { row: SheetRow; mark: string | null }): Html {
  if (isLeftToRight(row.question)) return <bdi class="ltr">{row.text}</bdi>
  if (mark !== null) return <Region mark={mark}>{row.text}</Region>
  const lines = row.text.split('\n')
  if (lines.length === 1) return <bdi>{row.text}</bdi>
  return (
    <div dir="auto">
      {lines.map((line, at) => (
        <>
          {at > 0 && trusted('<br>')}
          {line}
        </>
      ))}
    </div>
  )
}

const DECLARED = ['declaration.true', 'declaration.rules'] as const

function declarationNames(language: CheckProps['language']): Record<string, string> {
  const t = words(language)
  return { ...Object.fromEntries(DECLARED.map((name) => [name, t(name)])), [HOW_FIELD]: t('assistance.how') }
}

function Declaration({ view, props }: { view: DraftView; props: Omit<CheckProps, 'view' | 'faults' | 'unready'> }): Html {
  const { language } = props
  const t = words(language)
  const rules = `/${language}/calls/${view.edition.slug}/rules`
  const left = leftText(view.call, props)
  return (
    <form
      class="card card--lit stack stack--lg"
      method="post"
      action={applicationPath(view, language, '/submission')}
      novalidate
      aria-labelledby="declaration"
    >
      <h2 id="declaration">{t('declaration.title')}</h2>
      <div class="choices">
        {DECLARED.map((name) => (
          <Box name={name} sentence={t(name)} given={props.given[name]} error={errorOf(props.errors, name)} />
        ))}
      </div>
      <p>
        {t('declaration.after')} <a href={rules}>{t('help.rules-link')}</a>
      </p>
      {left !== null && <p class="sm muted">{left}</p>}
      <div class="actions">
        <Button kind="light" size="lg">
          {t('send.now')}
        </Button>
        <a class="btn btn--text" href={applicationPath(view, language)}>
          {t('send.later')}
        </a>
      </div>
    </form>
  )
}

function Box({ name, sentence, given, error }: { name: string; sentence: string; given: boolean; error: string | undefined }): Html {
  const id = idOf(name)
  return (
    <>
      {error !== undefined && (
        <p class="err" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          checked={given}
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <span>{sentence}</span>
      </label>
    </>
  )
}

/** Titles of sections in the reader's language. */
export function sectionTitles(view: DraftView, codes: readonly string[], language: Around['language']): string[] {
  return view.form.sections.filter((section) => codes.includes(section.code)).map((section) => inLanguage(section.title, language).text)
}
