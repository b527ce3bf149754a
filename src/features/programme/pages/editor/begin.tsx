/** Where an edition begins: an empty page, last year's, or a file. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { Form, SelectField } from '../../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import type { EditionsView } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { editionName } from './draft-name.ts'

/** A fault of a file with the line it stands on. */
export interface FileFault {
  /** From 1; null where the file has no such place (something is missing). */
  readonly line: number | null
  /** Where, in words. */
  readonly place: string
  readonly path: string
  readonly says: string
}

export interface BeginProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly view: EditionsView
  readonly values: Readonly<Record<'programme' | 'edition' | 'text', string>>
  readonly errors: FormErrors
  readonly fileFaults: readonly FileFault[]
  readonly refusal?: string | undefined
}

/** Chosen where the edition is of a programme that is not there yet; no address of a programme is written so. */
export const NEW_PROGRAMME = '+'

export function BeginPage(props: BeginProps): Html {
  const { language, frame, errors, fileFaults, refusal } = props
  const t = words(language)
  const wrong = errors.length > 0 || fileFaults.length > 0 || refusal !== undefined
  return (
    <StaffPage language={language} frame={frame} path="/desk/editions/new" title={t('begin.title')} error={wrong}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <div class="stack stack--sm">
        <BackLink href={`/${language}/desk/editions`}>{t('editions.title')}</BackLink>
        <Head title={t('begin.title')} lead={t('begin.lead')} />
      </div>
      {fileFaults.length > 0 && <FileFaults language={language} faults={fileFaults} />}
      <div class="grid grid--md">
        <FromNothing {...props} />
        <FromCopy {...props} />
      </div>
      <FromFile {...props} />
      <p>
        <ButtonLink kind="text" href={`/${language}/desk/editions`}>
          {t('leave')}
        </ButtonLink>
      </p>
    </StaffPage>
  )
}

function FromNothing({ language, view, values, errors }: BeginProps): Html {
  const t = words(language)
  const programmes = view.programmes.map(({ slug, name }) => ({ value: slug, name: inLanguage(name, language).text }))
  return (
    <Card title={t('begin.nothing')}>
      <Form action={`/${language}/desk/editions/new`}>
        <p>{t('begin.nothing-hint')}</p>
        <SelectField
          name="programme"
          label={t('part.programme')}
          value={values.programme}
          groups={[{ options: view.mayFound ? [...programmes, { value: NEW_PROGRAMME, name: t('begin.new-programme') }] : programmes }]}
          empty={t('field.choose')}
          error={errorOf(errors, 'programme')}
        />
        <Button name="from" value="nothing">
          {t('begin.begin')}
        </Button>
      </Form>
    </Card>
  )
}

function FromCopy({ language, view, values, errors }: BeginProps): Html {
  const t = words(language)
  return (
    <Card title={t('begin.copy')}>
      <Form action={`/${language}/desk/editions/new`}>
        <p>{t('begin.copy-hint')}</p>
        <SelectField
          name="edition"
          label={t('part.edition')}
          value={values.edition}
          groups={[{ options: view.editions.map(({ slug, name }) => ({ value: slug, name: editionName(name, language) })) }]}
          empty={t('field.choose')}
          error={errorOf(errors, 'edition')}
        />
        <Button name="from" value="copy">
          {t('begin.duplicate')}
        </Button>
      </Form>
    </Card>
  )
}

function FromFile({ language, values, errors }: BeginProps): Html {
  const t = words(language)
  const error = errorOf(errors, 'text')
  return (
    <Card title={t('begin.file')}>
      <Form action={`/${language}/desk/editions/new`} files>
        <p>{t('begin.file-hint')}</p>
        <div class="field">
          <label for="file">{t('begin.file-label')}</label>
          <input type="file" id="file" name="file" accept=".json,application/json" />
        </div>
        <div class="field w100">
          <label for="text">{t('begin.text-label')}</label>
          {error !== undefined && (
            <p class="err" id="text-error">
              {error}
            </p>
          )}
          <textarea
            class="input input--short"
            id="text"
            name="text"
            dir="ltr"
            spellcheck="false"
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={error === undefined ? undefined : 'text-error'}
          >
            {values.text}
          </textarea>
        </div>
        <Button name="from" value="file">
          {t('begin.read')}
        </Button>
      </Form>
    </Card>
  )
}

function FileFaults({ language, faults }: { language: Language; faults: readonly FileFault[] }): Html {
  const t = words(language)
  return (
    <div class="errsum" role="alert" tabindex={-1} autofocus aria-labelledby="file-faults">
      <h2 id="file-faults">{t('begin.faults', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ line, place, path, says }) => (
          <li>
            {line === null ? '' : <b>{t('begin.line', { line: String(line) })} </b>}
            <bdi>{place}</bdi>
            <br />
            {says} {path !== '$' && <bdi class="ltr mono xs">{path}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  )
}
