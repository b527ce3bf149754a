/** What a reviewer would gladly read: twenty files a page, one answer each, kept together. Arrow keys move in an answer, Tab to the next file. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ChoiceField } from '../../../design/form/controls.tsx'
import { Head } from '../../../design/head.tsx'
import { Note } from '../../../design/note.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { FILES_A_PAGE, type PreferenceFile, type PreferencesView } from '../preferences/views.ts'
import { words } from '../preferences/words/index.ts'
import { fileTitle, type ReaderFrame, ReaderPage } from './reader-page.tsx'

const ANSWERS = ['gladly', 'can', 'rather-not', 'conflict'] as const

export interface PreferencesProps {
  readonly language: Language
  readonly frame: ReaderFrame
  readonly view: PreferencesView
  readonly said?: string | undefined
}

export function PreferencesPage({ language, frame, view, said }: PreferencesProps): Html {
  const t = words(language)
  const path = `/reviews/preferences/${view.edition.slug}`
  const base = `/${language}${path}`
  const pages = Math.ceil(view.total / FILES_A_PAGE)
  const link = (page: number): string => (page === 1 ? base : `${base}?page=${page}`)
  const title = t('title', { edition: inLanguage(view.edition.name, language).text })
  return (
    <ReaderPage language={language} title={title} path={path} frame={frame} said={said}>
      <Head title={title} lead={t('lead', { said: view.said, total: view.total })} />
      <Note>
        <p>{t('use')}</p>
      </Note>
      {view.files.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('none-hint')}</p>
        </Empty>
      ) : (
        <form method="post" action={link(view.page)} class="stack stack--lg">
          {view.files.map((file) => (
            <File file={file} language={language} />
          ))}
          <div class="actions">
            <Button kind="light">{t(view.page < pages ? 'save-on' : 'save')}</Button>
          </div>
        </form>
      )}
      <Pagination language={language} page={view.page} pages={pages} href={link} />
    </ReaderPage>
  )
}

function File({ file, language }: { file: PreferenceFile; language: Language }): Html {
  const t = words(language)
  const about = [file.region, file.sector === null ? null : { name: file.sector }].flatMap((one) =>
    one === null ? [] : [inLanguage(one.name, language).text],
  )
  return (
    <section class="card stack stack--sm" aria-labelledby={`file-${file.number}`}>
      <div class="card__head">
        <h2 class="h3" id={`file-${file.number}`}>
          <bdi>{fileTitle(file, language)}</bdi>
        </h2>
        <bdi class="num ltr sm">{file.number}</bdi>
      </div>
      <p class="sm muted">{[...about, t(`written.${file.language}`)].join(' · ')}</p>
      {file.excerpt !== '' && <p dir="auto">{file.excerpt}</p>}
      <ChoiceField
        name={`wish.${file.application}`}
        label={t('question')}
        look="row"
        value={file.wish ?? 'none'}
        options={[...ANSWERS.map((answer) => ({ value: answer, name: t(`answer.${answer}`) })), { value: 'none', name: t('answer.none') }]}
      />
    </section>
  )
}
