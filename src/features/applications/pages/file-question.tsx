/** A question answered with files: what is taken and how heavy, the files given, and the box to give one. */
import type { Html } from '#html'
import { FieldGroup, idOf } from '../../../design/form/field.tsx'
import { fileLimits, typesOf } from '../../../domain/file.ts'
import type { Question } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import { formatChoice } from '../../../platform/words/format.ts'
import { Files, fileWords, lengthText, type LinkedFile, weightText } from '../../files/index.ts'

export interface FileQuestionProps {
  readonly question: Question
  readonly language: Language
  /** All files of the application. */
  readonly files: readonly LinkedFile[]
  /** Address of the application. */
  readonly base: string
  readonly writable: boolean
  readonly frame: { readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined }
}

/** Name of the box: no question has it, so that no answer is read from it. */
export const fileField = (question: string): string => `file.${question}`

export function FileQuestion(props: FileQuestionProps): Html {
  const { question, language, base, frame, writable } = props
  const t = fileWords(language)
  const { accept, maxFiles, maxBytes, maxSeconds } = fileLimits(question)
  const families = formatChoice(
    accept.map((family) => t(`family.${family}`, { count: maxFiles })),
    language,
  )
  const takes = t('question.takes', { count: maxFiles, families, weight: weightText(maxBytes, language) })
  const own = ownFiles(props)
  const lasts = maxSeconds === undefined ? '' : t('question.lasts', { length: lengthText(maxSeconds, language) })
  const hint = [frame.hint, takes, lasts].filter(Boolean).join(' ')
  return (
    <FieldGroup name={question.code} label={frame.label} hint={hint} error={frame.error}>
      <div class="marks stack stack--sm" data-upload={`${base}/questions/${question.code}`} {...(writable ? islandWords(language, maxFiles) : {})}>
        <div class="stack stack--sm" data-files>
          <GivenFiles {...props} files={own} />
        </div>
        {writable && (
          <div class="stack stack--sm" data-box hidden={isFull(props)}>
            <label class="vh" for={idOf(question.code)}>
              {t('question.choose')}
            </label>
            <input
              class="input"
              type="file"
              id={idOf(question.code)}
              name={fileField(question.code)}
              accept={typesOf(accept).join(',')}
              aria-invalid={frame.error === undefined ? undefined : 'true'}
              aria-describedby={frame.error === undefined ? undefined : `${idOf(question.code)}-error`}
            />
            <div class="row row--tight">
              <button
                class="btn btn--sm"
                type="submit"
                formaction={`${base}/questions/${question.code}/files`}
                formmethod="post"
                formenctype="multipart/form-data"
              >
                {t('question.give')}
              </button>
            </div>
          </div>
        )}
      </div>
    </FieldGroup>
  )
}

function ownFiles({ question, files }: Pick<FileQuestionProps, 'question' | 'files'>): readonly LinkedFile[] {
  return files.filter((file) => file.question === question.code)
}

/** Whether it holds as many as it takes; what the system took out counts for nothing. */
function isFull(props: Pick<FileQuestionProps, 'question' | 'files'>): boolean {
  const given = ownFiles(props).filter((file) => file.state !== 'infected' && file.state !== 'unreadable')
  return given.length >= fileLimits(props.question).maxFiles
}

/** The files a question holds, each with a button to take it back: also sent alone, after an upload. */
export function GivenFiles(props: Pick<FileQuestionProps, 'question' | 'files' | 'language' | 'base' | 'writable'>): Html {
  const { question, language, base, writable } = props
  const t = fileWords(language)
  const own = ownFiles(props)
  if (own.length === 0) return <p class="sm muted">{t('question.none')}</p>
  return (
    <>
      <Files
        files={own}
        language={language}
        act={(file) =>
          writable && (
            <button
              class="btn btn--quiet btn--sm"
              type="submit"
              name="remove"
              value={file.id}
              formaction={`${base}/questions/${question.code}/files/removal`}
              formmethod="post"
              aria-label={t('question.remove-of', { name: file.name })}
            >
              {t('question.remove')}
            </button>
          )
        }
      />
      {writable && isFull(props) && <p class="sm muted">{t('question.full', { count: fileLimits(question).maxFiles })}</p>}
    </>
  )
}

/** What the island says, in the reader's language: it has no words of its own, and puts its figures where the braces stand. */
function islandWords(language: Language, maxFiles: number): Record<`data-${string}`, string> {
  const t = fileWords(language)
  return {
    'data-max': String(maxFiles),
    'data-sending': t('upload.sending', { sent: '{sent}', total: '{total}', percent: '{percent}' }),
    'data-paused': t('upload.paused', { percent: '{percent}' }),
    'data-waiting': t('upload.waiting'),
    'data-pause': t('upload.pause'),
    'data-resume': t('upload.resume'),
    'data-cancel': t('upload.cancel'),
    'data-done': t('upload.done'),
    'data-failed': t('upload.failed'),
    'data-mb': t('weight.mb', { size: '{n}' }),
    'data-kb': t('weight.kb', { size: '{n}' }),
  }
}
