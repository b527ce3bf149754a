/** The files of a stage in the order the reader gives them: moved by buttons, saved at each move, handed in together. */
import type { Html } from '#html'
import { BackLink } from '../../../design/crumbs.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ConsentField, Hidden } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import type { Language } from '../../../domain/language.ts'
import { stageText } from '../stage-name.ts'
import type { RankingView } from '../views.ts'
import { words } from '../words/index.ts'
import { fileTitle, type ReaderFrame, ReaderPage } from './reader-page.tsx'

export interface RankingPageProps {
  readonly language: Language
  readonly frame: ReaderFrame
  readonly view: RankingView
  readonly unrelated: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function RankingPage(props: RankingPageProps): Html {
  const { language, frame, view, said, refusal } = props
  const t = words(language)
  const title = stageText(view.stage, language)
  const path = `/reviews/ranking/${view.edition.slug}/${view.stage.code}`
  return (
    <ReaderPage language={language} title={title} path={path} frame={frame} said={said} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <BackLink href={`/${language}/reviews`}>{t('mine.title')}</BackLink>
        <Head title={title} lead={t(view.handedIn ? 'review.locked' : 'rank.lead')} />
      </div>
      <form method="post" action={`/${language}${path}`} novalidate class="stack">
        <Hidden name="mark" value={view.mark} />
        <Card flush>
          <ol class="rows">
            {view.files.map((file, index) => (
              <File view={view} file={file} index={index} language={language} />
            ))}
          </ol>
        </Card>
        {!view.handedIn && (
          <>
            <div class="note">
              <ConsentField name="unrelated" label={t('rank.unrelated')} given={props.unrelated} />
            </div>
            <div class="actions">
              <Button kind="light" name="act" value="submit">
                {t('rank.submit')}
              </Button>
              <Button kind="text" name="act" value="keep">
                {t('rank.keep')}
              </Button>
            </div>
          </>
        )}
      </form>
    </ReaderPage>
  )
}

function File({ view, file, index, language }: { view: RankingView; file: RankingView['files'][number]; index: number; language: Language }): Html {
  const t = words(language)
  const moves = ([...(index > 0 ? ['up'] : []), ...(index < view.files.length - 1 ? ['down'] : [])] as ('up' | 'down')[]).filter(
    () => file.state !== 'done',
  )
  const title = fileTitle(file, language)
  return (
    <li id={`file-${file.assignment}`} tabindex={-1}>
      <Hidden name="order" value={file.assignment} />
      <span>
        <b class="num">{t('rank.place', { place: index + 1 })}</b>{' '}
        <a href={`/${language}/reviews/${file.assignment}`}>
          <bdi>{title}</bdi>
        </a>
        <br />
        <bdi class="muted xs num">{file.number}</bdi>
      </span>
      <span class="row row--tight">
        {moves.map((move) => (
          <Button kind="quiet" size="sm" name="act" value={`${move}:${file.assignment}`}>
            <span aria-hidden="true">{move === 'up' ? '↑' : '↓'}</span>
            <span class="vh">{t(`rank.${move}`, { title })}</span>
          </Button>
        ))}
      </span>
    </li>
  )
}
