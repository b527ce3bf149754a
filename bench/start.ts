/** From the command to the first page that can be served, with the demo's data and the database it brings. */
import type { Ground } from './ground.ts'
import { figure, type Finding, median, under } from './rounds.ts'

export async function startWithData(ground: Ground): Promise<Finding[]> {
  const times: number[] = []
  for (let round = 0; round < Math.max(3, ground.pace.rounds); round++) times.push((await ground.restart()) / 1000)
  const middle = median(times)
  return [
    {
      what: 'start with data, until /readyz answers 200',
      found: `${figure(middle)} s (slowest ${figure(Math.max(...times))} s)`,
      ...under(middle, 2, 's'),
    },
  ]
}

/** The most memory the server held at any moment of the run it was asked. */
export async function memory(ground: Ground): Promise<Finding[]> {
  await ground.used()
  const most = ground.mostMemory / 1024 / 1024
  return [{ what: 'memory of the server (RSS, PostgreSQL apart), the most seen after load', found: `${figure(most)} MB`, ...under(most, 250, 'MB') }]
}
