import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { watchArrivals } from './arrivals.ts'

/** Somebody else's machine: connects and sends when told, and says when it had. */
const SENDER = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { connect } = require('node:net')
  parentPort.once('message', () => {
    const socket = connect(workerData, '127.0.0.1', () => socket.write('GET', () => parentPort.postMessage(Date.now())))
  })`

function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('what came while the server was busy counts as having come by then, and not much earlier', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const sender = new Worker(SENDER, { eval: true, workerData: (server.address() as AddressInfo).port })
  await once(sender, 'online')
  const arrivals = watchArrivals()
  const read = new Promise<number>((resolve) =>
    server.once('connection', (socket) => {
      // The request is read in the turn after its connection is taken, and that one may be long too.
      busy(300)
      socket.once('data', () => resolve(Date.now() - arrivals.waited()))
    }),
  )
  await pause(60)
  const before = Date.now()
  sender.postMessage('send')
  busy(300)
  const [sent] = (await once(sender, 'message')) as [number]
  const counted = await read
  expect(counted).toBeLessThanOrEqual(sent)
  expect(counted).toBeGreaterThan(before - 100)
  arrivals.stop()
  await sender.terminate()
  server.close()
})
