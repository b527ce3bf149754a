/** `kawaliss verify`: a sealed record, or the audit trail of the database, checked again from the beginning. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { verifyRecord } from '../engines/record.ts'
import { readConfig } from '../platform/config.ts'
import { verifyAudit } from '../platform/database/audit.ts'
import { withExistingDatabase } from './database.ts'

export const help = `
kawaliss verify RECORD.json [--hash HASH]
kawaliss verify --audit

With a sealed record of a selection ("-" is standard input): its form is known to the last key and its text canonical; its
candidates are exactly those its reviews and its pass mark give, each with its score; the terms and mean steps it prints
agree with the reviews; the list keeps every rule, the certificate proves it the best in whole numbers, and solving again
gives the same answer. Each fault is named by its JSON path. What comes from outside (who sealed it and when, the edition,
the reviews themselves, the rules) only the hash protects: compare it with the one printed in the minutes, or give that one with --hash.
With --audit: every entry and seal of the audit trail of the database holds.
Ends with 0 when all holds, 1 when something does not, 2 when there is nothing to read. docs/solving.md says more.
`

const OPTIONS = { audit: { type: 'boolean', default: false }, hash: { type: 'string' } } as const

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  if (values.audit && positionals.length === 0 && values.hash === undefined) return auditTrail()
  const [from] = positionals
  if (from === undefined || positionals.length > 1 || values.audit) {
    console.error(help.trim())
    return 2
  }
  const printed = values.hash?.trim().toLowerCase()
  if (printed !== undefined && !/^[0-9a-f]{64}$/.test(printed)) {
    console.error('--hash: the 64 hexadecimal digits printed in the minutes are expected')
    return 2
  }
  try {
    return await sealedRecord(readFileSync(from === '-' ? 0 : from, 'utf8'), printed)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    console.error((error as Error).message)
    return 2
  }
}

/** Faults named one by one before the rest is only counted. */
const AT_MOST = 50

async function sealedRecord(text: string, printed: string | undefined): Promise<number> {
  const { hash, faults, notes } = await verifyRecord(text)
  const isOther = printed !== undefined && printed !== hash
  console.log(`sha-256  ${hash}`)
  for (const { path, message } of faults.slice(0, AT_MOST)) console.log(`FAULT    ${path}: ${message}`)
  if (faults.length > AT_MOST) console.log(`FAULT    and ${faults.length - AT_MOST} more`)
  if (isOther)
    console.log(`FAULT    the hash is not ${printed}: ${isOfInputs(text, printed) ? OF_INPUTS : 'this is not the record whose hash was printed'}`)
  for (const { path, message } of notes) console.log(`note     ${path}: ${message}`)
  if (faults.length === 0) {
    const but = notes.length === 0 ? '' : '; what a note says, the record alone does not prove'
    console.log(`ok       text, candidates, scores, terms, rules, total, certificate and result hold${but}`)
  }
  if (printed === hash) console.log('ok       the hash is the one that was printed')
  if (faults.length === 0 && printed === undefined) {
    console.log(`compare  the hash with the one printed in the minutes: ${hash}`)
    console.log('         It alone protects who sealed and when, the edition, the reviews and the rules. --hash HASH compares for you.')
  }
  return faults.length === 0 && !isOther ? 0 : 1
}

const OF_INPUTS = 'that is the fingerprint of its inputs, which a simulation shows; the hash of the record stands in the minutes'

function isOfInputs(text: string, printed: string): boolean {
  return text.includes(`"fingerprint":"${printed}"`)
}

async function auditTrail(): Promise<number> {
  return withExistingDatabase(readConfig(process.env), async (db) => {
    const organisations = await db.selectFrom('organisation').select(['id']).orderBy('created_at').execute()
    if (organisations.length === 0) console.log('ok     there is no organisation yet, hence no trail')
    let sound = true
    for (const { id } of organisations) {
      const { entries, streams, seals, faults } = await verifyAudit(db, id)
      console.log(`${faults.length === 0 ? 'ok   ' : 'FAULT'}  organisation ${id}: ${entries} entries in ${streams} streams, ${seals} seals`)
      for (const { stream, seq, fault } of faults.slice(0, 20)) console.log(`FAULT  ${stream} ${seq}: ${fault}`)
      sound &&= faults.length === 0
    }
    return sound ? 0 : 1
  })
}
