/** The box in which the rows of a table are pasted, with what its columns are. */
import type { Html } from '#html'
import { TextArea } from '../../../../design/form/controls.tsx'
import type { FormErrors } from '../../../../design/form/field.tsx'
import type { Language } from '../../../../domain/language.ts'
import type { ColumnSaid } from '../../editor/pasted-rows.ts'
import { words } from '../../editor/words/index.ts'

export interface RowsFieldProps {
  readonly language: Language
  readonly name: string
  readonly columns: readonly ColumnSaid[]
  readonly value: string
  readonly errors: FormErrors
  readonly rows: number
}

/** So many lines that cannot be read are said beside the box; all stand above the form. */
const SAID = 5

export function RowsField({ language, name, columns, value, errors, rows }: RowsFieldProps): Html {
  const t = words(language)
  const wrong = errors.filter(({ field }) => field === name).map(({ message }) => message)
  return (
    <>
      <div class="hint">
        <p>{t('rows.columns')}</p>
        <ol class="columns">
          {columns.map(({ number, says }) => (
            <li value={String(number)}>{says}</li>
          ))}
        </ol>
      </div>
      <TextArea
        name={name}
        label={t('rows.label')}
        hint={t('rows.hint')}
        error={wrong.length === 0 ? undefined : wrong.slice(0, SAID).join(' ')}
        value={value}
        rows={rows}
        short={rows <= 4}
        language={language}
      />
    </>
  )
}
