/** What an officer answers to one tie, and how a declared conflict is taken back. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { ChoiceField, Hidden, TextField } from '../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { conflictQuery } from '../conflicts/filters.ts'
import type { ConflictFilters, ConflictLine, ConflictsView } from '../conflicts/views.ts'
import { words } from '../conflicts/words/index.ts'
import type { DeskAround } from './desk-page.tsx'

/** What was answered of one tie and could not be kept. */
export interface TypedTie {
  readonly reviewer: string
  readonly application: string
  readonly kind: string
  readonly answer: string
  readonly reason: string
  readonly errors: FormErrors
}

export interface ConflictsProps {
  readonly around: DeskAround
  readonly view: ConflictsView
  readonly filters: ConflictFilters
  readonly typed?: TypedTie | undefined
}

/** The name of a field of one tie. */
export function tieField(name: string, { reviewer, application, kind }: Pick<ConflictLine, 'reviewer' | 'application'> & { kind: string }): string {
  return `${name}-${reviewer}-${application}-${kind}`
}

/** Shut, so that a page of questions can be looked over. */
export function Answer({ line, own, around, filters }: ConflictsProps & { line: ConflictLine; own: TypedTie | undefined }): Html {
  const { language, slug } = around
  const t = words(language)
  const names = { answer: tieField('answer', line), reason: tieField('reason', line) }
  return (
    <details class="more" open={own !== undefined}>
      <summary>{t(line.state === 'open' ? 'answer' : 'answer-again')}</summary>
      <form method="post" action={`/${language}/desk/${slug}/conflicts${conflictQuery(filters)}`} novalidate class="stack">
        <Hidden name="reviewer" value={line.reviewer} />
        <Hidden name="application" value={line.application} />
        <Hidden name="kind" value={line.kind} />
        <Hidden name="seen" value={line.seq} />
        <ChoiceField
          name={names.answer}
          label={t('question')}
          look="row"
          value={own?.answer ?? ''}
          options={[
            { value: 'stands', name: t(line.reads ? 'answer.take-back' : 'answer.stands') },
            { value: 'none', name: t('answer.none') },
          ]}
          error={errorOf(own?.errors, names.answer)}
        />
        <TextField
          name={names.reason}
          label={t('reason')}
          hint={t('reason-hint')}
          value={own?.reason ?? ''}
          autocomplete="off"
          error={errorOf(own?.errors, names.reason)}
        />
        <div class="actions">
          <Button kind="quiet">{t('send')}</Button>
        </div>
      </form>
    </details>
  )
}

/** For what was declared by mistake, or of the wrong file. */
export function TakeBack({ line, own, around, filters }: ConflictsProps & { line: ConflictLine; own: TypedTie | undefined }): Html {
  const { language, slug } = around
  const t = words(language)
  const reason = tieField('reason', line)
  return (
    <details class="more" open={own !== undefined}>
      <summary>{t('take-back')}</summary>
      <form method="post" action={`/${language}/desk/${slug}/conflicts/withdrawal${conflictQuery(filters)}`} novalidate class="stack">
        <Hidden name="reviewer" value={line.reviewer} />
        <Hidden name="application" value={line.application} />
        <TextField
          name={reason}
          label={t('reason')}
          hint={t('take-back-hint')}
          value={own?.reason ?? ''}
          autocomplete="off"
          error={errorOf(own?.errors, reason)}
        />
        <div class="actions">
          <Button kind="quiet">{t('take-back-send')}</Button>
        </div>
      </form>
    </details>
  )
}
