/** The corrections of one application at the desk: what was asked, what came, what differs. */
import { type Html, trusted } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { More } from '../../../design/more.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import type { CorrectionState } from '../../../domain/correction.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { applicationWords, type Piece } from '../../applications/index.ts'
import type { Change, CorrectionLine, CorrectionsView } from '../views.ts'
import { words } from '../words/index.ts'

export interface CorrectionsProps {
  readonly language: Language
  readonly zone: string
  /** Address of the application at the desk. */
  readonly base: string
  readonly corrections: CorrectionsView
  readonly mayDecide: boolean
}

const SHAPES: Readonly<Record<CorrectionState, StateShape>> = { open: 'wait', sent: 'done', recalled: 'none', lapsed: 'alert' }

export function Corrections(props: CorrectionsProps): Html {
  const { language, corrections, mayDecide, base } = props
  const t = words(language)
  const { lines, asking } = corrections
  const mayAsk = mayDecide && asking.ok && lines[0]?.state !== 'open'
  const told = mayDecide && !asking.ok && asking.code === 'correction/refusal-told'
  if (lines.length === 0 && !mayAsk && !told) return <></>
  return (
    <section class="card stack" id="corrections">
      <h2>{t('corrections.title')}</h2>
      {lines.map((line, place) => (
        <Request {...props} line={line} last={place === 0} />
      ))}
      {told && <p class="hint">{t('refusal.correction/refusal-told')}</p>}
      {mayAsk && (
        <div class="actions">
          <ButtonLink kind="quiet" href={`${base}/correction`}>
            {t(lines.length === 0 ? 'corrections.ask' : 'corrections.ask-again')}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}

function Request({ line, last, language, zone, base, mayDecide, corrections }: CorrectionsProps & { line: CorrectionLine; last: boolean }): Html {
  const t = words(language)
  const moment = (at: Date): string => formatDateTime(at, language, zone, { style: 'day-month' })
  const waiting = line.state === 'open' || line.state === 'lapsed'
  return (
    <div class="stack stack--sm">
      <p class="row row--tight">
        <State is={SHAPES[line.state]}>{t(`corrections.state.${line.state}`)}</State>
        <span class="sm muted">{t('rules.by', { by: line.by, at: moment(line.askedAt) })}</span>
      </p>
      <ul class="rows sm">
        {line.labels.map((label) => (
          <li>{label}</li>
        ))}
      </ul>
      <p class="sm" dir="auto">
        {line.reason}
      </p>
      <p class="sm muted">
        {t('corrections.until', { date: formatDate(line.day, language, 'full') })}
        {line.putOff > 0 && ` · ${t('corrections.put-off-times', { count: line.putOff })}`}
        {line.remindedAt !== null && ` · ${t('corrections.reminded', { at: moment(line.remindedAt) })}`}
      </p>
      {line.recalledAt !== null && <p class="sm muted">{t('corrections.recalled', { at: moment(line.recalledAt) })}</p>}
      {line.correctedAt !== null && <Came line={line} at={moment(line.correctedAt)} open={last} language={language} />}
      {last && waiting && mayDecide && (
        <div class="actions">
          {corrections.allowed.ok && (
            <ButtonLink kind="quiet" size="sm" href={`${base}/correction/day`}>
              {t('corrections.put-off')}
            </ButtonLink>
          )}
          <form method="post" action={`${base}/correction/removal`}>
            <Button kind="text">{t('corrections.recall')}</Button>
          </form>
        </div>
      )}
    </div>
  )
}

function Came({ line, at, open, language }: { line: CorrectionLine; at: string; open: boolean; language: Language }): Html {
  const t = words(language)
  return (
    <>
      <p class="sm">
        {t('corrections.came', { at })} {line.declared !== null && applicationWords(language)(`assistance.declared.${line.declared}`)}
      </p>
      {line.note !== '' && (
        <blockquote class="sm" dir="auto">
          {line.note}
        </blockquote>
      )}
      {line.changes.length === 0 ? (
        <p class="sm muted">{t('corrections.nothing-changed')}</p>
      ) : (
        <More summary={t('corrections.changes', { count: line.changes.length })} open={open}>
          <div class="stack">
            {line.changes.map((change) => (
              <Changed change={change} language={language} />
            ))}
          </div>
        </More>
      )}
    </>
  )
}

function Changed({ change, language }: { change: Change; language: Language }): Html {
  const t = words(language)
  return (
    <dl class="kv">
      <div>
        <dt>{t('corrections.before', { question: change.label })}</dt>
        <dd dir="auto">{text(change.before, t('file.no-answer'))}</dd>
      </div>
      <div>
        <dt>{t('corrections.after', { question: change.label })}</dt>
        <dd dir="auto">{text(change.after, t('file.no-answer'))}</dd>
      </div>
    </dl>
  )
}

function text(pieces: readonly Piece[], none: string): Html {
  if (pieces.length === 0) return <span class="muted">{none}</span>
  return (
    <>
      {pieces.map((piece) => {
        const lines = piece.text.split('\n').map((line, at) => (
          <>
            {at > 0 && trusted('<br>')}
            {line}
          </>
        ))
        return piece.differs ? <mark class="dif">{lines}</mark> : <span>{lines}</span>
      })}
    </>
  )
}
