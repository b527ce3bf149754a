/** Applications with all their answers on A4, one after another, each on a sheet of its own. */
import type { Html } from '#html'
import { ButtonLink } from '../../../../design/button.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { Document } from '../../../../design/layout/document.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { PrintedSheet } from '../../queries/list/sheets.ts'
import { words } from '../../words/index.ts'

export interface SheetsProps {
  readonly language: Language
  readonly path: string
  readonly programme: string
  readonly edition: string
  readonly zone: string
  readonly back: string
  /** The same sheets with, or without, who applied. */
  readonly other: string
  readonly blind: boolean
  readonly sheets: readonly PrintedSheet[]
}

export function SheetsPage(props: SheetsProps): Html {
  const { language, path, programme, sheets, blind } = props
  const l = listWords(language)
  return (
    <Document
      language={language}
      title={l('sheets.title')}
      programme={programme}
      path={path}
      compact
      body={
        <main id="main" class="wrap stack stack--lg">
          <div class="screen-only stack stack--sm">
            <h1 class="h2">{l('sheets.heading', { count: sheets.length })}</h1>
            <p class="muted">{blind ? l('sheets.lead-blind') : l('sheets.lead')}</p>
            <div class="row">
              <ButtonLink kind="quiet" href={props.other}>
                {blind ? l('sheets.with-names') : l('sheets.without-names')}
              </ButtonLink>
              <a href={props.back}>{l('sheets.back')}</a>
            </div>
          </div>
          {sheets.length === 0 && <Empty title={words(language)('desk.none')} />}
          {sheets.map((sheet) => (
            <PaperSheet {...props} sheet={sheet} />
          ))}
        </main>
      }
    />
  )
}

function PaperSheet({ language, zone, programme, edition, sheet }: SheetsProps & { sheet: PrintedSheet }): Html {
  const [t, l] = [words(language), listWords(language)]
  return (
    <article class="sheet-a4 fiche">
      <div class="row row--between">
        <span class="xs">
          {programme} · {edition}
        </span>
        <bdi class="num ltr">{sheet.number}</bdi>
      </div>
      <h2 dir="auto">{sheet.title}</h2>
      <p class="sm">
        {sheet.holderName !== '' && (
          <>
            <bdi>{sheet.holderName}</bdi> ·{' '}
          </>
        )}
        {t('file.submitted', { at: formatDateTime(sheet.submittedAt, language, zone, { style: 'long' }) })}
      </p>
      {sheet.groups.map((group) => (
        <section class="stack stack--sm">
          <h3>{group.title}</h3>
          <dl class="sheet">
            {group.rows.map((row) => (
              <div>
                <dt>{row.label}</dt>
                <dd dir={row.text.length > LONG ? 'auto' : undefined}>{row.text === '' ? t('file.no-answer') : <PaperText text={row.text} />}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="sheet-a4__foot">{l('sheets.foot', { number: sheet.number })}</p>
    </article>
  )
}

const LONG = 60

/** Paragraphs as they were typed; a table line by line. */
function PaperText({ text }: { text: string }): Html {
  const [first = '', ...rest] = text.split('\n')
  return (
    <>
      <bdi>{first}</bdi>
      {rest.map((line) => (
        <>
          <br />
          <bdi>{line}</bdi>
        </>
      ))}
    </>
  )
}
