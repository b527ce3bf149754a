/** The samples of a stage while they are chosen: those taken, and applications of past editions to take. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { Hidden, TextField } from '../../../../design/form/controls.tsx'
import { Note } from '../../../../design/note.tsx'
import { Table } from '../../../../design/table.tsx'
import { inLanguage } from '../../../../domain/language.ts'
import { FEWEST_SAMPLES } from '../../../../domain/sample.ts'
import { formatList, formatNumber } from '../../../../platform/words/format.ts'
import type { DeskSample, SampleCandidate } from '../views.ts'
import { words } from '../words/index.ts'
import type { SamplesProps } from './samples.tsx'

export function Choosing(props: SamplesProps): Html {
  const { around, view } = props
  const { language } = around
  const t = words(language)
  const mayChange = around.mayArrange && (view.shut === null || view.shut === 'sample/enough')
  return (
    <>
      <Card title={t('chosen')}>
        <div class="stack">
          {view.samples.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('none-hint')}</p>
            </Empty>
          ) : (
            <Taken {...props} mayChange={mayChange} />
          )}
          {mayChange && view.samples.length >= FEWEST_SAMPLES && (
            <form method="post" action={`${props.base}/opening${props.query}`} class="stack stack--sm">
              <p class="hint">{t('open-hint')}</p>
              <div class="actions">
                <Button kind="light">{t('open')}</Button>
              </div>
            </form>
          )}
        </div>
      </Card>
      {mayChange && props.candidates !== null && <Finder {...props} candidates={props.candidates} />}
    </>
  )
}

function Taken({ around: { language }, view, base, query, mayChange }: SamplesProps & { mayChange: boolean }): Html {
  const t = words(language)
  return (
    <div class="room">
      <Table
        caption={t('chosen')}
        rows={view.samples}
        look="rank"
        columns={[
          { name: t('chosen'), head: true, cell: (one) => <FileName file={one} /> },
          { name: t('edition'), cell: (one) => inLanguage(one.edition.name, language).text },
          { name: t('known-column'), cell: ({ knownBy }) => (knownBy.length === 0 ? '–' : formatList(knownBy, language)) },
          ...(mayChange
            ? [
                {
                  name: t('remove'),
                  silent: true,
                  cell: (one: DeskSample) => (
                    <form method="post" action={`${base}/${one.sample}/removal${query}`}>
                      <Button kind="text" size="sm">
                        {t('remove')}
                        <span class="vh"> {one.number}</span>
                      </Button>
                    </form>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

function FileName({ file: { number, title } }: { file: Pick<SampleCandidate, 'number' | 'title'> }): Html {
  return (
    <>
      <bdi class="num ltr">{number}</bdi> <bdi>{title}</bdi>
    </>
  )
}

function Finder({ around, view, base, query, candidates, search }: SamplesProps & { candidates: readonly SampleCandidate[] }): Html {
  const { language } = around
  const t = words(language)
  if (candidates.length === 0 && search === '')
    return (
      <Card title={t('find')}>
        <p>{t('first-edition')}</p>
      </Card>
    )
  return (
    <Card title={t('find')}>
      <div class="stack">
        <Note>
          <p>{t('known')}</p>
        </Note>
        <form method="get" action={base} class="stack stack--sm" role="search">
          {query !== '' && <Hidden name="stage" value={view.stage.code} />}
          <TextField name="q" label={t('find')} hint={t('find-hint')} value={search} kind="search" autocomplete="off" />
          <div class="actions">
            <Button kind="quiet">{t('find-do')}</Button>
          </div>
        </form>
        {candidates.length === 0 ? (
          <Empty title={t('found-none')}>
            <p>{t('found-none-hint')}</p>
          </Empty>
        ) : (
          <div class="room">
            <Table
              caption={t('found')}
              rows={candidates}
              look="rank"
              columns={[
                { name: t('found'), head: true, cell: (one) => <FileName file={one} /> },
                { name: t('edition'), cell: (one) => inLanguage(one.edition.name, language).text },
                { name: t('then'), number: true, cell: ({ mean }) => (mean === null ? '–' : formatNumber(mean, language, { decimals: 2 })) },
                {
                  name: t('take'),
                  silent: true,
                  cell: (one) => (
                    <form method="post" action={`${base}${query}`}>
                      <Hidden name="application" value={one.application} />
                      <Hidden name="q" value={search} />
                      <Button kind="quiet" size="sm">
                        {t('take')}
                        <span class="vh"> {one.number}</span>
                      </Button>
                    </form>
                  ),
                },
              ]}
            />
          </div>
        )}
      </div>
    </Card>
  )
}
