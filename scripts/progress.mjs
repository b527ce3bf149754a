// Long steps say what they do and how far they are: on one line that renews itself in a terminal, else a line every five seconds.
import { spawn } from 'node:child_process'

/** Runs `work`; meanwhile says `what` with the seconds passed and what `measure` answers ("120 of 236"). */
export async function withProgress(what, work, measure = () => '') {
  const began = Date.now()
  const live = process.stdout.isTTY
  const line = () => {
    const how = measure()
    return `${what}${how === '' ? '' : `: ${how}`} (${Math.round((Date.now() - began) / 1000)} s)`
  }
  if (!live) console.log(`${what} …`)
  const timer = setInterval(() => (live ? process.stdout.write(`\r\x1b[2K${line()} `) : console.log(line())), live ? 250 : 5000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    if (live) process.stdout.write('\r\x1b[2K')
    console.log(`${what}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  }
}

/** Runs a program without a word; when it fails, throws with how what it said began and ended. */
export async function quietly(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      said += text
    })
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return said
  const lines = said.trim().split('\n')
  const shown = lines.length > 40 ? [...lines.slice(0, 15), '…', ...lines.slice(-15)] : lines
  throw new Error(`${[program, ...args].join(' ')} failed:\n${shown.join('\n')}`)
}
