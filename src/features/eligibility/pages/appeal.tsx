/** Writing an appeal: what it is for, until when, the text, and the files that show it. */
import type { Html } from '#html'
import { FieldGroup, type FormErrors, idOf } from '../../../design/form/field.tsx'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import { WritingPage } from '../../../design/layout/writing-page.tsx'
import { More } from '../../../design/more.tsx'
import { APPEAL_FILES } from '../../../domain/appeal.ts'
import { typesOf } from '../../../domain/file.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDeadline } from '../../../platform/time/time.ts'
import { cleanFileName } from '../../../platform/upload/file-name.ts'
import { formatChoice } from '../../../platform/words/format.ts'
import { fileWords, weightText } from '../../files/index.ts'
import type { OwnDecision } from '../appeals/views.ts'
import { words } from '../appeals/words/index.ts'

/** Name of the boxes, and of what is wrong with what came in them. */
export const FILES_FIELD = 'files'

export interface AppealProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: OwnDecision
  readonly text: string
  /** Names of files that were chosen and did not stay. */
  readonly chosen: readonly string[]
  readonly errors: FormErrors
  readonly refusal?: string | undefined
}

export function AppealPage({ view, chosen, ...props }: AppealProps): Html {
  const { language } = props
  const t = words(language)
  const { told, until } = view
  const base = `/${language}/applications/${told.application}`
  return (
    <WritingPage
      {...props}
      title={t('write.title')}
      about={told}
      lead={[t('write.lead'), ...(until === null ? [] : [t('own.until', { at: formatDeadline(until, language, told.zone, { style: 'full' }) })])]}
      action={`${base}/appeal`}
      label={t('write.text')}
      hint={t('write.text-hint')}
      files={{ fields: <AppealFiles language={language} chosen={chosen} errors={props.errors} />, names: {} }}
      send={t('write.send')}
      back={{ name: t('write.back'), href: `${base}/decision` }}
    >
      <More summary={t('write.reason')}>
        <p dir="auto" lang={told.language}>
          {told.reason}
        </p>
      </More>
    </WritingPage>
  )
}

/** Boxes for as many files as are taken: a phone's camera gives one at a time. */
function AppealFiles({ language, chosen, errors }: Pick<AppealProps, 'language' | 'chosen' | 'errors'>): Html {
  const [t, ours] = [words(language), fileWords(language)]
  const { accept, maxFiles: count, maxBytes } = APPEAL_FILES
  const families = formatChoice(
    accept.map((family) => ours(`family.${family}`, { count })),
    language,
  )
  const takes = ours('question.takes', { count, families, weight: weightText(maxBytes, language) })
  const wrong = errors.filter(({ field }) => field === FILES_FIELD).map(({ message }) => message)
  const error = wrong.length === 0 ? undefined : wrong.join(' ')
  return (
    <>
      <FieldGroup
        name={FILES_FIELD}
        label={t('write.files')}
        optionalLabel={t('write.optional')}
        hint={`${t('write.files-hint')} ${takes}`}
        error={error}
      >
        {chosen.length > 0 && <ChooseAgain language={language} chosen={chosen} />}
        <div class="stack stack--sm">
          {Array.from({ length: count }, (_, index) => (
            <input
              class="input"
              type="file"
              id={index === 0 ? idOf(FILES_FIELD) : `${idOf(FILES_FIELD)}-${index + 1}`}
              name={FILES_FIELD}
              accept={typesOf(accept).join(',')}
              aria-label={t('write.file', { place: index + 1 })}
              aria-invalid={error === undefined ? undefined : 'true'}
            />
          ))}
        </div>
      </FieldGroup>
      <p class="sm muted">{t('write.closed')}</p>
    </>
  )
}

function ChooseAgain({ language, chosen }: Pick<AppealProps, 'language' | 'chosen'>): Html {
  return (
    <div class="note stack stack--xs" data-s="wait">
      <p>{words(language)('write.files-again')}</p>
      <ul>
        {chosen.map((name) => (
          <li>
            <bdi>{cleanFileName(name)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
