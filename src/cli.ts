/** The command line: one line a command, loaded only when asked for. */

export interface Command {
  /** What `kawaliss <name> --help` prints. */
  readonly help: string
  /** Does the work; answers the exit code, 0 when it answers nothing. A thrown Error is a refusal: its message is printed. */
  run(args: readonly string[]): Promise<number | void>
}

interface Entry {
  readonly about: string
  readonly load: () => Promise<Command>
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  up: { about: 'Start Kawaliss: database, migrations, pages, jobs', load: () => import('./cli/up.ts') },
  demo: { about: 'Load the demo world at a stage', load: () => import('./cli/demo.ts') },
  schema: { about: 'Write the database types from the migrations (for developers)', load: () => import('./cli/schema.ts') },
  migrate: { about: 'Bring the database to the newest migration', load: () => import('./cli/migrate.ts') },
  solve: { about: 'Solve an assignment, a calibration or a selection from a file, without database or server', load: () => import('./cli/solve.ts') },
  verify: { about: 'Verify a sealed record, or the audit trail of the database', load: () => import('./cli/verify.ts') },
  organisation: { about: 'Found an organisation', load: () => import('./cli/organisation.ts') },
  user: { about: 'Give and end roles: the first person of an installation', load: () => import('./cli/user.ts') },
  edition: { about: 'Check, import, publish and export editions as files', load: () => import('./cli/edition.ts') },
  doctor: { about: 'Check the configuration, the database and what must hold in it', load: () => import('./cli/doctor.ts') },
}

const HELP_FLAGS = ['--help', '-h', 'help']

/** Runs `kawaliss <args>` and answers the exit code: 0 done, 1 failed or refused, 2 no such command. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (HELP_FLAGS.includes(name)) {
    console.log(overview())
    return 0
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (entry === undefined) {
    console.error(`There is no command "${name}".\n\n${overview()}`)
    return 2
  }
  try {
    const command = await entry.load()
    if (rest.some((arg) => HELP_FLAGS.slice(0, 2).includes(arg))) {
      console.log(`${entry.about}.\n\n${command.help.trim()}`)
      return 0
    }
    return (await command.run(rest)) ?? 0
  } catch (error) {
    console.error(report(error))
    return 1
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`)
  return `kawaliss <command> [options]\n\n${lines.join('\n')}\n\nkawaliss <command> --help says more.`
}

/** Faults of the language itself (a TypeError and its like) are ours to mend: they come with where they arose. */
function report(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const ours = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind)
  return ours ? (error.stack ?? error.message) : error.message
}
