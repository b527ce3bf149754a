/** `kawaliss edition`: editions in and out as files, and their calls made public. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Refused } from '../domain/result.ts'
import { words as frameWords } from '../design/words/index.ts'
import { type EditionReading, exportEdition, importEdition, programmeWords, publishCall, readEditionFile } from '../features/programme/index.ts'
import { readConfig } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { withDatabase } from './database.ts'

export const help = `
kawaliss edition check FILE        read an edition file and name every fault in it; changes nothing
kawaliss edition import FILE       make a new edition of it, its call not yet public; all or nothing
kawaliss edition publish SLUG      make the call of an edition public
kawaliss edition export SLUG       write an edition to the standard output, as its file

  --organisation SLUG   which organisation, when there are several
`

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { organisation: { type: 'string' } } })
  const [act, subject] = positionals
  if (act === undefined || subject === undefined || positionals.length > 2) throw new Error(`What should be done?\n${help}`)
  if (act === 'check') return tell(await readFileOf(subject))
  if (!['import', 'publish', 'export'].includes(act)) throw new Error(`An edition cannot be asked to "${act}".\n${help}`)
  const reading = act === 'import' ? await readFileOf(subject) : null
  if (reading !== null && !reading.ok) return tell(reading)
  return withDatabase(readConfig(process.env), async (db) => {
    const by = { system: true, organisation: await organisationNamed(db, values.organisation) } as const
    if (act === 'export') return writeOut(await exportEdition(db, by, subject), subject)
    const outcome = reading === null ? await publishCall(db, by, subject, new Date()) : await importEdition(db, by, reading.file, new Date())
    if (!outcome.ok) throw new Error(sentence(outcome))
    console.log(
      reading === null
        ? `The call of ${subject} is public.`
        : `Edition ${reading.file.edition.slug} is in. Its call is not public yet: kawaliss edition publish ${reading.file.edition.slug}`,
    )
    return 0
  })
}

async function readFileOf(path: string): Promise<EditionReading> {
  return readEditionFile(await readFile(path, 'utf8'))
}

/** One line a fault: where, and what. */
function tell(reading: EditionReading): number {
  if (reading.ok) {
    console.log('The file is sound.')
    return 0
  }
  const t = programmeWords('en')
  for (const { path, code, details } of reading.faults) console.error(`${path}: ${t.any(`fault.${code}`, details)}`)
  return 1
}

function writeOut(text: string | null, slug: string): number {
  if (text === null) throw new Error(`There is no edition "${slug}".`)
  process.stdout.write(text)
  return 0
}

function sentence({ code, details }: Refused): string {
  const key = `refusal.${code}`
  const t = [programmeWords('en'), frameWords('en')].find((words) => words.has(key))
  return t?.any(key, details) ?? code
}

/** The organisation of that slug, or the only one. */
export async function organisationNamed(db: Database, slug: string | undefined): Promise<string> {
  const found = await db.selectFrom('organisation').select(['id', 'slug']).orderBy('slug').execute()
  const chosen = slug === undefined ? found : found.filter((one) => one.slug === slug)
  const [only] = chosen
  if (only !== undefined && chosen.length === 1) return only.id
  if (found.length === 0) throw new Error('There is no organisation yet: kawaliss organisation --help')
  throw new Error(`Which organisation? --organisation ${found.map((one) => one.slug).join(' | ')}`)
}
