// npm run dev: builds, starts, and does both again when a source changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { handOver, node26, onNode26, root } from './node26.mjs'
import { setup } from './setup.mjs'

const PAUSE = 150

/** Keeps a server running on the newest build that went through; returns when told to stop. */
async function develop() {
  const { build } = await import('./build.mjs')
  let server = start()
  let waiting = null
  let turn = Promise.resolve()
  const renew = async () => {
    try {
      await build()
    } catch {
      return console.error('Not built; the server before keeps running.')
    }
    await stop(server)
    server = start()
  }
  for (const folder of ['src', 'migrations']) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        turn = turn.then(renew)
      }, PAUSE)
    })
  }
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve)
  })
  clearTimeout(waiting)
  await turn
  await stop(server)
}

function start() {
  return spawn(node26, ['--enable-source-maps', 'bin/kawaliss', 'up'], { cwd: root, stdio: 'inherit', detached: true })
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

await setup({ development: true })
if (onNode26) {
  await develop()
  process.exit()
} else {
  await handOver(join(root, 'scripts', 'dev.mjs'), [])
}
