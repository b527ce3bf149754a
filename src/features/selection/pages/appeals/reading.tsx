/** The page of a person who is asked to read a file again: the file, the appeal, the prepared answer, and their word. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { ChoiceField, ConsentField, Hidden, TextArea } from '../../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../../design/form/field.tsx'
import { Head } from '../../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../../design/layout/public-page.tsx'
import { Note } from '../../../../design/note.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import type { LinkedFile } from '../../../files/index.ts'
import { Dossier } from '../../../reviews/index.ts'
import { words } from '../../appeals/words/index.ts'
import type { AppealReading } from '../../queries/appeal-answer.ts'
import { PreparedOf } from './prepared.tsx'

export interface TypedWord {
  readonly says: string
  readonly read: boolean
  readonly word: string
  readonly errors: FormErrors
}

export interface AppealReadingProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: AppealReading
  readonly files: readonly LinkedFile[]
  readonly typed: TypedWord
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function AppealReadingPage(props: AppealReadingProps): Html {
  const { language, frame, path, view, typed, refusal } = props
  const t = words(language)
  const { file, prepared } = view
  const open = !view.answered && file !== null
  const asked = open && view.own.said === null && !isSentBack(view)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('reading.title')} said={props.said} error={refusal !== undefined}>
      {refusal !== undefined && typed.errors.length === 0 && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={typed.errors} />
      <Head
        title={
          <>
            {t('reading.title')} <bdi class="ltr">{view.number}</bdi>
          </>
        }
        eyebrow={inLanguage(view.edition, language).text}
        lead={open ? t('reading.lead') : t(view.answered ? 'reading.over' : 'reading.withdrawn')}
      />
      {view.text !== '' && (
        <section class="card stack stack--sm">
          <h2 class="h3">{t('desk.text')}</h2>
          <p dir="auto">{view.text}</p>
        </section>
      )}
      {open && <Dossier parts={file.parts} files={props.files} language={language} />}
      <section class="card stack stack--sm" id="answer">
        <PreparedOf prepared={prepared} language={language} zone={view.zone} left={view.answered} />
      </section>
      {open && <Say {...props} />}
      {typed.word !== '' && !asked && (
        <div class="note stack stack--xs" data-s="wait">
          <h2 class="h3">{t('desk.not-sent')}</h2>
          <p dir="auto">{typed.word}</p>
        </div>
      )}
    </ReadingPage>
  )
}

const isSentBack = ({ prepared }: AppealReading): boolean => prepared.panel.some(({ said }) => said === 'sent-back')

function Say(props: AppealReadingProps): Html {
  const { language, view, typed } = props
  const t = words(language)
  const { own, prepared } = view
  if (own.said !== null) {
    const at = own.at === null ? '' : formatDateTime(own.at, language, view.zone)
    return <Note is="ok">{t(own.said === 'confirmed' ? 'reading.you-confirmed' : 'reading.you-sent-back', { at })}</Note>
  }
  if (isSentBack(view)) return <Note is="wait">{t('reading.another')}</Note>
  return (
    <form class="card stack" method="post" action={`/${language}/selection-appeals/${view.application}`} novalidate>
      <Hidden name="seen" value={prepared.version} />
      <ChoiceField
        name="says"
        label={t('reading.yours')}
        value={typed.says}
        error={errorOf(typed.errors, 'says')}
        options={[
          { value: 'confirmed', name: t('reading.confirm') },
          { value: 'sent-back', name: t('reading.send-back'), hint: t('reading.send-back-hint') },
        ]}
      />
      <ConsentField name="read" label={t('reading.read')} given={typed.read} error={errorOf(typed.errors, 'read')} />
      <TextArea
        name="word"
        label={t('reading.word')}
        hint={t('reading.word-hint')}
        value={typed.word}
        error={errorOf(typed.errors, 'word')}
        rows={3}
        short
        language={language}
      />
      <div class="actions">
        <Button kind="light">{t('reading.send')}</Button>
      </div>
    </form>
  )
}
