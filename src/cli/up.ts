/** `kawaliss up`: what `npm start` runs. */
import { run as runKawaliss } from '../main.ts'
import { readConfig } from '../platform/config.ts'

export const help = `
kawaliss up

  HOST, PORT        where it listens (127.0.0.1, 3000)
  KAWALISS_DATA     folder of the embedded database, the files and the logs (./data)
  DATABASE_URL      a PostgreSQL 15 or newer of your own instead of the embedded one
  ORIGIN            the address people type, when it is not the one above
  KAWALISS_DEMO     1 or 0: the demo world and its doors (1, unless NODE_ENV is production)
Ctrl-C or SIGTERM stops it cleanly.
`

export async function run(): Promise<void> {
  hearSignalsOnce()
  await runKawaliss(readConfig(process.env))
}

/**
 * Ctrl-C under npm arrives twice, from the terminal and from npm: the second must not cut short the clean stop that the
 * first began. Before Kawaliss listens for signals itself, while it starts, one ends it at once.
 */
function hearSignalsOnce(): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const starting = !stopping && process.listenerCount(signal) === 1
      stopping = true
      if (starting) process.exit(1)
    })
  }
}
