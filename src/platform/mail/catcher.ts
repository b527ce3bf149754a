/** A mail server for tests: it accepts mail on the loopback, parses it with code that shares nothing with the sender's, and keeps it. */
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface CaughtMail extends Email {
  /** Recipients as the servers spoke of them, whatever the headers say. */
  readonly recipients: readonly string[]
  /** The mail byte for byte. */
  readonly raw: string
}

export interface Catcher {
  /** For SMTP_URL. */
  readonly url: string
  readonly mails: readonly CaughtMail[]
  /** Resolves with the first `count` mails once they have arrived; rejects after five seconds. */
  received(count: number): Promise<readonly CaughtMail[]>
  stop(): Promise<void>
}

/** Answers a code (450, 550, …) for a recipient, or for a whole mail ('DATA'), that the server is to turn down; null lets it pass. */
export type Refuse = (what: string) => number | null

/** Listens on a free port of the loopback until `stop`. */
export async function startCatcher(refuse: Refuse = () => null): Promise<Catcher> {
  const mails: CaughtMail[] = []
  const arrivals = new EventTarget()
  const server = makeServer(refuse, (mail) => {
    mails.push(mail)
    arrivals.dispatchEvent(new Event('mail'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  const received = (count: number) =>
    new Promise<readonly CaughtMail[]>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${mails.length} mails instead of ${count}`)), 5_000)
      const look = (): void => {
        if (mails.length < count) return
        clearTimeout(late)
        arrivals.removeEventListener('mail', look)
        resolve(mails.slice(0, count))
      }
      arrivals.addEventListener('mail', look)
      look()
    })
  return { url: `smtp://127.0.0.1:${port}`, mails, received, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

function makeServer(refuse: Refuse, keep: (mail: CaughtMail) => void): SMTPServer {
  const refusal = (what: string): Error | null => {
    const code = refuse(what)
    return code === null ? null : Object.assign(new Error(`${String(code)[0]}.1.1 refused ${what}`), { responseCode: code })
  }
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSTARTTLS: true,
    // A sender that keeps its connection open is not waited for at the end of a test.
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) => done(refusal(address)),
    async onData(stream, { envelope }, done) {
      const pieces: Buffer[] = []
      for await (const piece of stream) pieces.push(piece as Buffer)
      const fault = refusal('DATA')
      if (fault !== null) return done(fault)
      const raw = Buffer.concat(pieces)
      keep({ ...(await PostalMime.parse(raw)), recipients: envelope.rcptTo.map(({ address }) => address), raw: raw.toString('latin1') })
      done(null)
    },
  })
}
