/** Grids on paper and in a workbook: to take away, to bring back; what a workbook would change is shown before it is. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ConsentField, Form, Hidden } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { Note } from '../../../design/note.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { PaperFault, PaperLine } from '../../../domain/paper-grid.ts'
import { nameFor } from '../../../domain/person.ts'
import type { PaperPlan } from '../paper/plan.ts'
import type { PaperReviewer } from '../queries/paper.ts'
import { words } from '../paper/words/index.ts'

export interface PaperProps {
  readonly language: Language
  readonly of: PaperReviewer
  /** Where the page is, with its language. */
  readonly base: string
  /** Open grids that have steps to choose. */
  readonly open: number
  /** What a workbook that came would change. */
  readonly came?: { readonly plan: PaperPlan; readonly lines: readonly PaperLine[]; readonly handIn: boolean } | undefined
  readonly refusal?: string | undefined
}

/** The page under its frame: a reader's own, or the desk's for a reader without a network. */
export function Paper(props: PaperProps): Html {
  const { language, of, came, open, refusal } = props
  const t = words(language)
  const name = nameFor({ nameAr: of.nameAr, nameLatin: of.nameLatin }, language)
  return (
    <>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head title={of.onBehalf ? t('page.behalf', { name }) : t('page.title')} lead={inLanguage(of.editionName, language).text} />
      {came !== undefined && <Came {...props} came={came} />}
      {open === 0 ? (
        <Note>
          <p>{t('page.none')}</p>
        </Note>
      ) : (
        <>
          <TakeAway {...props} />
          <BringBack {...props} />
        </>
      )}
    </>
  )
}

function TakeAway({ language, base, open }: PaperProps): Html {
  const t = words(language)
  return (
    <Card title={t('page.take')}>
      <div class="stack">
        <p>{t('page.take-text', { count: open })}</p>
        <p class="row row--tight">
          <ButtonLink kind="quiet" href={`${base}/grids.pdf`} download>
            {t('page.pdf')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/grids.xlsx`} download>
            {t('page.xlsx')}
          </ButtonLink>
        </p>
      </div>
    </Card>
  )
}

function BringBack({ language, base, came }: PaperProps): Html {
  const t = words(language)
  return (
    <Card title={t('page.bring')}>
      <Form action={base} files>
        <p>{t('page.bring-text')}</p>
        <div class="field">
          <label for="file">{t('page.file')}</label>
          <input type="file" id="file" name="file" accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
        </div>
        <Button {...(came === undefined ? {} : { kind: 'quiet' as const })}>{t('page.look')}</Button>
      </Form>
    </Card>
  )
}

function Came(props: PaperProps & { came: NonNullable<PaperProps['came']> }): Html {
  const { language, came } = props
  const t = words(language)
  const { plan } = came
  if (plan.faults.length > 0)
    return (
      <Card title={t('faults.title', { count: plan.faults.length })}>
        <div class="stack">
          <p>{t('faults.text')}</p>
          <Table
            caption={t('faults.title', { count: plan.faults.length })}
            rows={plan.faults.slice(0, 200)}
            columns={[
              { name: t('faults.cell'), head: true, cell: (fault) => <bdi class="num">{fault.cell}</bdi> },
              { name: t('faults.what'), cell: (fault) => faultText(fault, language) },
            ]}
          />
        </div>
      </Card>
    )
  const changed = plan.grids.filter((grid) => grid.changed > 0)
  const whole = plan.grids.filter((grid) => grid.whole)
  const isEmpty = changed.length + whole.length === 0
  return (
    <>
      <Aside aside={plan.aside} language={language} />
      {isEmpty && plan.aside.length === 0 && (
        <Note>
          <p>{t('plan.nothing')}</p>
        </Note>
      )}
      {isEmpty && plan.aside.length > 0 && (
        <Note>
          <p>{t('plan.only-aside')}</p>
        </Note>
      )}
      {!isEmpty && <Apply {...props} changed={changed} whole={whole.length} />}
    </>
  )
}

/** Files of which nothing is taken, by name, with what to do. */
function Aside({ aside, language }: { aside: PaperPlan['aside']; language: Language }): Html {
  const t = words(language)
  if (aside.length === 0) return <></>
  return (
    <Note is="wait">
      <p>{t('aside.title', { count: aside.length })}</p>
      <ul>
        {aside.map(({ number, why }) => (
          <li>{t(`aside.${why}`, { number })}</li>
        ))}
      </ul>
    </Note>
  )
}

function Apply({
  language,
  base,
  of,
  came,
  changed,
  whole,
}: PaperProps & { came: NonNullable<PaperProps['came']>; changed: PaperPlan['grids']; whole: number }): Html {
  const t = words(language)
  return (
    <Card title={t('plan.title')}>
      <Form action={`${base}/applied`}>
        <p>{t('plan.text', { changed: changed.length, whole })}</p>
        {changed.length > 0 && (
          <Table
            caption={t('plan.title')}
            rows={changed}
            columns={[
              { name: t('column.file'), head: true, cell: (grid) => <bdi class="num">{grid.number}</bdi> },
              { name: t('plan.criteria'), cell: (grid) => <span class="num">{grid.changed}</span> },
              { name: t('plan.whole'), cell: (grid) => t(grid.whole ? 'plan.yes' : 'plan.no') },
            ]}
          />
        )}
        <Hidden name="fingerprint" value={came.plan.fingerprint} />
        <Hidden name="lines" value={JSON.stringify(came.lines.map(({ row, code, step, comment }) => [row, code, step, comment]))} />
        {whole > 0 && (
          <ConsentField name="hand_in" label={t(of.onBehalf ? 'plan.hand-in-behalf' : 'plan.hand-in', { count: whole })} given={came.handIn} />
        )}
        <Button kind="light">{t('plan.apply')}</Button>
      </Form>
    </Card>
  )
}

/** What is wrong, in words. */
export function faultText({ code, number = '', min = 0, max = 0 }: PaperFault, language: Language): string {
  return words(language)(`fault.${code}`, { number, min, max })
}
