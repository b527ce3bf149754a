/** Configuration comes from the environment, is read once, and every fault in it is named before anything starts. */
import { resolve } from 'node:path'
import type { ScannerAddress } from './scan/clamd.ts'
import type { GatewayAddress } from './sms/gateway.ts'
import type { S3Place } from './storage/s3-store.ts'

export interface Config {
  /** Address and port the server listens on. */
  readonly host: string
  readonly port: number
  /** Address people type, without a trailing slash; links in mails and documents begin with it. */
  readonly origin: string
  /** Folder of the embedded database, uploads and logs. */
  readonly dataFolder: string
  /** A PostgreSQL of your own; null means the embedded one. */
  readonly databaseUrl: string | null
  readonly poolSize: number
  /** Loads the named world on first start, shows the mailbox and lets anyone enter as any of the cast. Never in production. */
  readonly demo: boolean
  /** Where mail leaves; null keeps every message in the outbox, to be read in the demo mailbox. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where messages to phones leave; null offers them to nobody, except in the demo, where they are shown beside the mails. */
  readonly sms: GatewayAddress | null
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** The virus scanner clamd, as host:port or the path of its Unix socket; null lets files in unscanned, and says so. */
  readonly clamd: ScannerAddress | null
  /** A store of S3 for files; null keeps them in the data folder. */
  readonly s3: S3Place | null
  /** Behind a proxy of yours: the client address is then read from X-Forwarded-For. */
  readonly trustProxy: boolean
}

export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** Reads the configuration. Throws `ConfigError` naming every variable that is wrong and what it should hold. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = []
  const fault = <Value>(message: string, value: Value): Value => {
    faults.push(message)
    return value
  }
  const whole = (name: string, otherwise: number, low: number, high: number): number => {
    const raw = environment[name]
    if (raw === undefined || raw === '') return otherwise
    const value = Number(raw)
    if (Number.isInteger(value) && value >= low && value <= high) return value
    return fault(`${name} must be a whole number from ${low} to ${high}; it is "${raw}".`, otherwise)
  }
  const flag = (name: string, otherwise: boolean): boolean => {
    const raw = environment[name]?.toLowerCase()
    if (raw === undefined || raw === '') return otherwise
    if (['1', 'true', 'yes', 'on'].includes(raw)) return true
    if (['0', 'false', 'no', 'off'].includes(raw)) return false
    return fault(`${name} must be 1 or 0; it is "${raw}".`, otherwise)
  }
  const url = (name: string, schemes: readonly string[]): string | null => {
    const raw = environment[name]
    if (raw === undefined || raw === '') return null
    if (URL.canParse(raw) && schemes.includes(new URL(raw).protocol)) return raw.replace(/\/$/, '')
    return fault(`${name} must be an address beginning with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}.`, null)
  }

  const scanner = (name: string): ScannerAddress | null => {
    const raw = environment[name]
    if (raw === undefined || raw === '') return null
    if (raw.startsWith('/')) return { path: raw }
    const [, at, door] = /^(?:tcp:\/\/)?(\[[0-9a-f:]+\]|[^:/\s]+):(\d{1,5})$/i.exec(raw) ?? []
    if (at === undefined || Number(door) > 65_535) return fault(`${name} must be host:port, or the path of a Unix socket; it is "${raw}".`, null)
    return { host: at.replace(/^\[|\]$/g, ''), port: Number(door) }
  }

  const gateway = (): GatewayAddress | null => {
    const address = url('KAWALISS_SMS_URL', ['https:', 'http:'])
    const format = environment.KAWALISS_SMS_FORMAT || 'json'
    if (format !== 'json' && format !== 'form') fault(`KAWALISS_SMS_FORMAT must be json or form; it is "${format}".`, null)
    const mostSegments = whole('KAWALISS_SMS_SEGMENTS', 3, 1, 10)
    if (address === null) return null
    if (new URL(address).protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(new URL(address).hostname))
      return fault(
        'KAWALISS_SMS_URL must begin with https://, unless the gateway is on this machine: phone numbers and the token travel with it.',
        null,
      )
    const { KAWALISS_SMS_TOKEN: token = '', KAWALISS_SMS_FROM: sender = '' } = environment
    return { url: address, token, format: format === 'form' ? 'form' : 'json', sender, mostSegments }
  }
  const store = (): S3Place | null => {
    const endpoint = url('S3_ENDPOINT', ['https:', 'http:'])
    if (endpoint === null) return null
    const named = (name: string): string => environment[name] || fault(`${name} must be set when S3_ENDPOINT is.`, '')
    return {
      endpoint,
      bucket: named('S3_BUCKET'),
      region: environment.S3_REGION || 'auto',
      accessKey: named('S3_ACCESS_KEY_ID'),
      secretKey: named('S3_SECRET_ACCESS_KEY'),
      pathStyle: flag('S3_PATH_STYLE', true),
    }
  }

  const host = environment.HOST || '127.0.0.1'
  const port = whole('PORT', 3000, 0, 65_535)
  const level = environment.LOG_LEVEL || 'info'
  const production = environment.NODE_ENV === 'production'
  const config: Config = {
    host,
    port,
    origin: url('ORIGIN', ['http:', 'https:']) ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    dataFolder: resolve(environment.KAWALISS_DATA || './data'),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    poolSize: whole('DATABASE_POOL', 16, 2, 200),
    demo: flag('KAWALISS_DEMO', !production),
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: environment.MAIL_FROM || 'kawaliss@kawaliss.example',
    sms: gateway(),
    logLevel: LEVELS.find((known) => known === level) ?? fault(`LOG_LEVEL must be one of ${LEVELS.join(', ')}.`, 'info'),
    clamd: scanner('CLAMD'),
    s3: store(),
    trustProxy: flag('TRUST_PROXY', false),
  }
  if (config.demo && production) faults.push('KAWALISS_DEMO must be off when NODE_ENV is production: the demo lets anyone enter as anyone.')
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}
