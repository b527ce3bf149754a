/**
 * Rows of a list that can be ticked, and what is done with those that are. The form asks by address for the page that
 * shows what an act would do; nothing happens from here. The bar is there while a row is ticked; a browser too old to
 * know shows it always.
 */
import type { Child, Html } from '#html'

export interface TickProps {
  readonly name: string
  readonly value: string
  /** 'Cocher 0231' */
  readonly label: string
  /** Id of its form, where the row holds a form of its own. */
  readonly form?: string
}

/** The box of a row; beside it the tick that is drawn instead while the box for all stands for this row too, where no script ticks it. */
export function Tick({ name, value, label, form }: TickProps): Html {
  return (
    <>
      <input type="checkbox" class="tick" name={name} value={value} aria-label={label} form={form} />
      <span class="tick__all" aria-hidden="true"></span>
    </>
  )
}

/** A box that stands for all rows that match, those of other pages too (islands/ticking.ts ticks those of this page with it). */
export function TickAll({ name, label, form }: { name: string; label: string; form?: string }): Html {
  return (
    <label class="row row--tight nowrapflex sm screen-only">
      <input type="checkbox" class="tick tick--all" name={name} value="yes" form={form} />
      <span>{label}</span>
    </label>
  )
}

/**
 * The form around the rows and the bar. A browser that goes back to it does not tick again what was ticked. The room is
 * around both: a browser counts what is ticked within a room only, so that the card of the rows can be none.
 */
export function Ticking({ action, children }: { action: string; children?: Child }): Html {
  return (
    <div class="room">
      <form class="ticking" method="get" action={action} autocomplete="off">
        {children}
      </form>
    </div>
  )
}

/** Rows that hold forms of their own: they stand beside the form that their boxes belong to, which holds the bar alone. */
export function TickingBeside({ id, action, bar, children }: { id: string; action: string; bar: Child; children?: Child }): Html {
  return (
    <div class="room">
      <div class="ticking stack">
        {children}
        <form id={id} class="ticking__beside" method="get" action={action} autocomplete="off">
          {bar}
        </form>
      </div>
    </div>
  )
}

export interface BulkProps {
  readonly label: string
  /** What stands before the number of rows ticked: 'Dossiers cochés'. */
  readonly ticked: string
  /** What stands there instead when all are. */
  readonly all: string
  readonly name: string
  readonly acts: readonly { readonly value: string; readonly name: string; readonly href?: string }[]
}

/** What can be done, as buttons of one name; one with its own address goes there. */
export function Bulk({ label, ticked, all, name, acts }: BulkProps): Html {
  return (
    <div class="bulk" role="group" aria-label={label}>
      <b class="bulk__n">{ticked} </b>
      <b class="bulk__all">{all}</b>
      <span class="row row--tight end">
        {acts.map((act) => (
          <button class="btn btn--night btn--sm" type="submit" name={name} value={act.value} formaction={act.href}>
            {act.name}
          </button>
        ))}
      </span>
    </div>
  )
}
