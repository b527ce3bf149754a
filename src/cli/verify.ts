/** `kawaliss verify`: a sealed record, or the audit trail of the database, checked again from the beginning. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type RecordFault, verifyRecord } from '../engines/record.ts'
import { readConfig } from '../platform/config.ts'
import { verifyAudit } from '../platform/database/audit.ts'
import { withDatabase } from './database.ts'

export const help = `
kawaliss verify RECORD.json
kawaliss verify --audit

With a sealed record of a selection ("-" is standard input): its text is canonical, its hash is printed to compare with
the one published, its scores are those its reviews give, the list keeps every rule, the certificate proves it the best in whole numbers, and solving again
gives the same answer. With --audit: every entry and seal of the audit trail of the database holds.
Ends with 0 when all holds, 1 when something does not, 2 when there is nothing to read.
`

const SAYS: Readonly<Record<RecordFault, string>> = {
  format: 'this is no sealed record of a selection',
  text: 'the text is not the canonical form of what it says: it was changed or written again',
  input: 'the input of the selection has faults',
  fingerprint: 'the fingerprint is not the one of the input',
  scores: 'a score is not what its reviews give',
  selected: 'the list names someone twice, or someone who is no candidate',
  places: 'the list does not fill the places exactly',
  rule: 'the list breaks a rule',
  forced: 'the list goes against a forced choice',
  total: 'the total is not the sum of the scores of the list',
  certificate: 'the certificate does not prove the answer',
  result: 'solving again gives another answer',
}

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: { audit: { type: 'boolean', default: false } }, allowPositionals: true })
  if (values.audit && positionals.length === 0) return auditTrail()
  const [from] = positionals
  if (from === undefined || positionals.length > 1 || values.audit) {
    console.error(help.trim())
    return 2
  }
  let text: string
  try {
    text = readFileSync(from === '-' ? 0 : from, 'utf8')
  } catch (error) {
    console.error((error as Error).message)
    return 2
  }
  const { hash, faults } = await verifyRecord(text)
  console.log(`sha-256  ${hash}`)
  for (const fault of faults) console.log(`FAULT    ${SAYS[fault]}`)
  if (faults.length === 0) console.log('ok       text, scores, rules, total, certificate and result hold')
  return faults.length === 0 ? 0 : 1
}

async function auditTrail(): Promise<number> {
  return withDatabase(readConfig(process.env), async (db) => {
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
