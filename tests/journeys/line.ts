/** The line between a browser and the server, which can be cut: unlike a browser told to be offline, nothing at all passes. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

export interface Line {
  /** Where the browser finds the server. */
  readonly origin: string
  cut(): void
  /** Nothing comes any more, and nothing says so. */
  stall(): void
  mend(): void
}

/** Laid before the tests of the file, to a server that has started by then. */
export function line(to: { readonly origin: string }): Line {
  const open = new Set<Socket>()
  const state: { origin: string; whole: boolean; stalled: boolean; server?: Server } = { origin: '', whole: true, stalled: false }
  beforeAll(async () => {
    const server = createServer((near) => {
      if (!state.whole) return near.destroy()
      if (state.stalled) {
        open.add(near)
        return near.on('error', () => {})
      }
      const far = connect(Number(new URL(to.origin).port), '127.0.0.1')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          open.delete(one)
          other.destroy()
        })
        one.pipe(other)
      }
    })
    state.server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    state.origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  })
  afterAll(() => {
    for (const socket of open) socket.destroy()
    state.server?.close()
  })
  return {
    get origin() {
      return state.origin
    },
    cut() {
      state.whole = false
      for (const socket of open) socket.destroy()
    },
    stall() {
      for (const socket of open) socket.pause()
      state.stalled = true
    },
    mend() {
      state.whole = true
      state.stalled = false
      for (const socket of open) socket.destroy()
    },
  }
}
