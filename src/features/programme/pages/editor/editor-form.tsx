/** The form of a page of the editor: saved by any of its buttons, over the version it was opened with; where scripts run, while one types as well (islands/editor.ts). */
import type { Child, Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Saved } from '../../../../design/saved.tsx'
import type { Language } from '../../../../domain/language.ts'
import { words } from '../../editor/words/index.ts'

export interface EditorFormProps {
  readonly language: Language
  readonly action: string
  /** Mark of what it is written over. */
  readonly mark: string
  /** Where one comes from, and goes back to. */
  readonly back: string
  readonly saveAndBack: string
  /** When it was kept last; null where nothing is kept before a button is pressed. */
  readonly saved: string | null
  /** Whether what is in the fields came back and was not kept. */
  readonly unsaved?: boolean
  /** Nothing is wrong: a row of a condition only waits for the rest of it. */
  readonly unfinished?: boolean
  /** Said where nothing was kept yet: what it waits for. */
  readonly waits?: string | undefined
  readonly children?: Child
}

export function EditorForm({
  language,
  action,
  mark,
  back,
  saveAndBack,
  saved,
  unsaved = false,
  unfinished = false,
  waits,
  children,
}: EditorFormProps): Html {
  const t = words(language)
  return (
    <form
      method="post"
      action={action}
      novalidate
      data-kept={saved === null ? undefined : ''}
      data-saving={t('autosave.saving')}
      data-offline={t('autosave.offline')}
    >
      <PlainSave language={language} />
      <input type="hidden" name="known" value={mark} />
      <div class="stack stack--lg">
        {children}
        <div class="dock dock--slim actions">
          <Button name="act" value="save">
            {t('save')}
          </Button>
          <Button kind="quiet" name="act" value="list">
            {saveAndBack}
          </Button>
          <ButtonLink kind="text" href={back}>
            {t('leave')}
          </ButtonLink>
          {waits !== undefined && <Saved text={waits} off />}
          {saved !== null && <Saved text={unsaved ? (unfinished ? t('autosave.not-finished') : t('autosave.not-saved')) : saved} off={unsaved} />}
        </div>
      </div>
    </form>
  )
}

/** The button that the Enter key presses: the first of the form, which would else move or take out an item. */
export function PlainSave({ language }: { language: Language }): Html {
  return (
    <button class="vh" name="act" value="save" tabindex={-1} aria-hidden="true">
      {words(language)('save')}
    </button>
  )
}
