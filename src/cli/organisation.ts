/** `kawaliss organisation`: the first thing an installation without the demo needs. */
import { parseArgs } from 'node:util'
import { foundOrganisation, programmeWords } from '../features/programme/index.ts'
import { readConfig } from '../platform/config.ts'
import { withDatabase } from './database.ts'

export const help = `
kawaliss organisation found SLUG --ar NAME --fr NAME --en NAME

  --host HOST   the host name it is served at; without it, it serves every host that no other has
  --zone ZONE   its time zone (Africa/Casablanca)
`

export async function run(args: readonly string[]): Promise<number> {
  const options = {
    ar: { type: 'string' },
    fr: { type: 'string' },
    en: { type: 'string' },
    host: { type: 'string' },
    zone: { type: 'string', default: 'Africa/Casablanca' },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  const [act, slug] = positionals
  const { ar = '', fr = '', en = '', host, zone } = values
  if (act !== 'found' || slug === undefined || [ar, fr, en].some((name) => name.trim() === ''))
    throw new Error(`A slug and a name in three languages are needed.\n${help}`)
  return withDatabase(readConfig(process.env), async (db) => {
    const founded = await foundOrganisation(db, { slug, name: { ar, fr, en }, host: host?.toLowerCase() ?? null, zone }, new Date())
    if (!founded.ok) throw new Error(programmeWords('en').any(`refusal.${founded.code}`, founded.details))
    console.log(`Organisation ${slug} is founded.`)
    return 0
  })
}
