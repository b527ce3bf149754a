/** The home of a long form: parts with a state each; a whole row is the link. */
import type { Html } from '#html'
import { State, type StateShape } from './state.tsx'

export interface Task {
  readonly name: string
  /** Null while it is not open yet. */
  readonly href: string | null
  readonly hint?: string
  /** One more line, below the hint. */
  readonly beside?: Html
  readonly state: StateShape
  readonly stateWord: string
}

export function TaskList({ tasks }: { tasks: readonly Task[] }): Html {
  return (
    <ul class="tasks">
      {tasks.map((task) => (
        <li>
          <div>
            {task.href === null ? <b class="muted">{task.name}</b> : <a href={task.href}>{task.name}</a>}
            {task.hint !== undefined && <p>{task.hint}</p>}
            {task.beside}
          </div>
          <State is={task.state}>{task.stateWord}</State>
        </li>
      ))}
    </ul>
  )
}
