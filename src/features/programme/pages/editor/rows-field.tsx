/** The box in which the rows of a table are pasted, with what its columns are. */
import type { Html } from '#html'
import { TextArea } from '../../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import type { Language } from '../../../../domain/language.ts'
import { words } from '../../editor/words/index.ts'

export interface RowsFieldProps {
  readonly language: Language
  readonly name: string
  /** Its columns, in their order. */
  readonly columns: string
  readonly value: string
  readonly errors: FormErrors
  readonly rows: number
}

export function RowsField({ language, name, columns, value, errors, rows }: RowsFieldProps): Html {
  const t = words(language)
  return (
    <TextArea
      name={name}
      label={t('rows.label')}
      hint={t('rows.hint', { columns })}
      error={errorOf(errors, name)}
      value={value}
      rows={rows}
      short={rows <= 4}
      language={language}
    />
  )
}
