/** Each document asked of the applicant, seen where it stands, with an officer's verdict on it. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { ConsentField } from '../../../design/form/controls.tsx'
import { Score } from '../../../design/score.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import { DOCUMENT_VERDICTS, type DocumentVerdict, documentsAwaited } from '../../../domain/document-verdict.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import { Files } from '../../files/index.ts'
import type { DocumentLine } from '../views.ts'
import { words } from '../words/index.ts'
import type { EligibilityProps } from './eligibility.tsx'

const SHAPES: Readonly<Record<DocumentVerdict, StateShape>> = { accepted: 'done', 'to-correct': 'alert', 'not-accepted': 'no' }

/** What was typed about a document and could not be kept. */
export type TypedDocuments = Readonly<Record<string, { readonly verdict: string; readonly reason: string }>>

/** Nothing when the form asks for no document. */
export function Documents(props: EligibilityProps & { action: string }): Html {
  const { view, language, action, typed } = props
  if (view.documents.length === 0) return <></>
  const t = words(language)
  const open = view.mayDecide && view.state !== 'withdrawn' && !view.published
  const list = (
    <ul class="rows rows--docs">
      {view.documents.map((document) => (
        <li>
          <Shown document={document} props={props} />
          {open && document.files.length > 0 ? <Fields document={document} props={props} /> : <Standing document={document} props={props} />}
        </li>
      ))}
    </ul>
  )
  return (
    <section class="card stack" aria-labelledby="documents">
      <div class="card__head">
        <h2 id="documents">{t('documents.title')}</h2>
        <span class="xs muted">{t('documents.awaited', { count: documentsAwaited(view.documents).length })}</span>
      </div>
      {open ? (
        <form method="post" action={action} novalidate class="stack">
          {list}
          {typed.toConfirm === true && (
            <ConsentField
              name="confirmed"
              label={t('documents.confirm')}
              hint={t('documents.confirm-hint')}
              given={false}
              error={t('documents.confirm-needed')}
            />
          )}
          <div class="row row--tight">
            <Button kind="quiet">{t('documents.keep')}</Button>
            <span class="xs muted">{t('documents.keep-hint')}</span>
          </div>
        </form>
      ) : (
        list
      )}
    </section>
  )
}

function Shown({ document, props: { language, files } }: { document: DocumentLine; props: EligibilityProps }): Html {
  const t = words(language)
  return (
    <div class="stack stack--xs">
      <h3>{inLanguage(document.name, language).text}</h3>
      {!document.required && <p class="xs muted">{t('documents.optional')}</p>}
      {document.files.length === 0 ? (
        <p class="sm muted">{t('documents.not-given')}</p>
      ) : (
        <Files files={files.filter((file) => document.files.includes(file.id))} language={language} desk />
      )}
    </div>
  )
}

function Standing({ document, props }: { document: DocumentLine; props: EligibilityProps }): Html {
  const { language } = props
  const t = words(language)
  if (document.files.length === 0) return <></>
  const { stands } = document
  return (
    <div class="stack stack--xs">
      {stands === null ? <State is="wait">{t('documents.unseen')}</State> : <State is={SHAPES[stands]}>{t(`documents.${stands}`)}</State>}
      {stands !== null && document.last?.reason !== '' && (
        <p class="sm" dir="auto">
          {document.last?.reason}
        </p>
      )}
      <Author document={document} props={props} />
    </div>
  )
}

/** Who gave the last verdict; that the files changed since, when they did. */
function Author({ document: { last, stands }, props: { language, zone } }: { document: DocumentLine; props: EligibilityProps }): Html {
  if (last === null) return <></>
  const t = words(language)
  const by = t('rules.by', { by: last.by, at: formatDateTime(last.at, language, zone, { style: 'day-month' }) })
  if (stands !== null) return <p class="xs muted">{by}</p>
  return <p class="xs">{t('documents.changed', { verdict: t(`documents.${last.verdict}`), by })}</p>
}

function Fields({ document, props }: { document: DocumentLine; props: EligibilityProps }): Html {
  const { language, typed } = props
  const t = words(language)
  const name = inLanguage(document.name, language).text
  const again = typed.documents?.[document.question]
  const kept = document.stands === null ? undefined : document.last?.reason
  return (
    <div class="stack stack--xs">
      {document.stands === null && <State is="wait">{t('documents.unseen')}</State>}
      <Score
        look="word"
        name={`document.${document.question}`}
        label={t('documents.verdict-of', { document: name })}
        value={again?.verdict ?? document.stands}
        steps={DOCUMENT_VERDICTS.map((verdict) => ({ value: verdict, shown: t(`documents.${verdict}`), label: t(`documents.${verdict}`) }))}
      />
      <input
        class="input"
        type="text"
        name={`document-reason.${document.question}`}
        value={again?.reason ?? kept ?? ''}
        aria-label={t('documents.reason-of', { document: name })}
        placeholder={t('rules.reason')}
        dir="auto"
        autocomplete="off"
      />
      <input type="hidden" name={`document-seen.${document.question}`} value={String(document.seq)} />
      {document.files.map((file) => (
        <input type="hidden" name={`document-file.${document.question}`} value={file} />
      ))}
      <Author document={document} props={props} />
    </div>
  )
}

/** Beside the decision: the required documents that keep the application from being eligible. */
export function DocumentsLeft({ documents, language }: { documents: readonly DocumentLine[]; language: Language }): Html {
  const awaited = documentsAwaited(documents)
  if (awaited.length === 0) return <></>
  return <p class="hint">{words(language)('decision.documents', { documents: documentNames(awaited, language), count: awaited.length })}</p>
}

/** Names of documents, in a sentence. */
export function documentNames(documents: readonly Pick<DocumentLine, 'name'>[], language: Language): string {
  return formatList(
    documents.map((document) => inLanguage(document.name, language).text),
    language,
  )
}
