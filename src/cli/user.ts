/** `kawaliss user`: the first person of an installation, and whoever must be let in when nobody at the desk can do it. */
import { parseArgs } from 'node:util'
import { words as frameWords } from '../design/words/index.ts'
import { isLanguage } from '../domain/language.ts'
import type { Refused } from '../domain/result.ts'
import { ROLES, type Role } from '../domain/viewer.ts'
import { endRole, giveRole, peopleWords, placeOfSlugs, type RollLine, rollOf } from '../features/people/index.ts'
import { readConfig } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { cleanLine } from '../platform/input/form.ts'
import { readEmail } from '../platform/input/contact.ts'
import { withDatabase } from './database.ts'
import { organisationNamed } from './edition.ts'

export const help = `
kawaliss user add --email ADDRESS --role ROLE    give a role; somebody new is invited by mail and needs a name
kawaliss user list                               who holds which role
kawaliss user end --email ADDRESS --role ROLE    end a role

  --name-ar NAME, --name-latin NAME   of somebody new: one of them, better both
  --language ar | fr | en             of their letters (ar)
  --programme SLUG, --edition SLUG    where the role holds; without them in the whole organisation
  --region CODE                       for an officer, in an edition; several times for several regions
  --organisation SLUG                 which organisation, when there are several

ROLE is one of: operator (the same as administrator), ${ROLES.filter((role) => role !== 'administrator').join(', ')}.
Without --programme, --edition and --region, "end" ends the role wherever it holds.
`

const OPTIONS = {
  email: { type: 'string' },
  role: { type: 'string' },
  'name-ar': { type: 'string', default: '' },
  'name-latin': { type: 'string', default: '' },
  language: { type: 'string', default: 'ar' },
  programme: { type: 'string' },
  edition: { type: 'string' },
  region: { type: 'string', multiple: true, default: [] as string[] },
  organisation: { type: 'string' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
  const [act, ...more] = positionals
  if (act === undefined || more.length > 0 || !['add', 'list', 'end'].includes(act)) throw new Error(`What should be done?\n${help}`)
  const config = readConfig(process.env)
  if (act === 'list') return withDatabase(config, async (db) => list(db, await organisationNamed(db, values.organisation)))
  const [email, role] = [addressOf(values), roleOf(values)]
  return withDatabase(config, async (db) => {
    const organisation = await organisationNamed(db, values.organisation)
    if (act === 'add') await add(db, organisation, { values, email, role, origin: config.origin })
    else await end(db, organisation, { values, email, role })
    return 0
  })
}

function addressOf({ email = '' }: Values): string {
  const address = readEmail(email)
  if (!address.ok) throw new Error(`--email: ${frameWords('en')('error.email')}`)
  return address.value.toLowerCase()
}

function roleOf({ role = '' }: Values): Role {
  const named = role === 'operator' ? 'administrator' : ROLES.find((one) => one === role)
  if (named === undefined) throw new Error(`--role is one of: operator, ${ROLES.join(', ')}`)
  return named
}

interface Asked {
  readonly values: Values
  readonly email: string
  readonly role: Role
}

async function add(db: Database, organisation: string, { values, email, role, origin }: Asked & { origin: string }): Promise<void> {
  const { language, programme = null, edition = null, region } = values
  if (!isLanguage(language)) throw new Error('--language is ar, fr or en')
  const place = await placeOfSlugs(db, organisation, { programme, edition })
  if (programme !== null && place.programme === null) throw new Error(`There is no programme "${programme}".`)
  if (edition !== null && place.edition === null) throw new Error(`There is no edition "${edition}".`)
  const names = { nameAr: cleanLine(values['name-ar']), nameLatin: cleanLine(values['name-latin']) }
  const gift = { email, role, language, ...names, ...place, regions: region }
  const outcome = await giveRole(db, { system: true, organisation }, gift, origin, new Date())
  if (!outcome.ok) throw new Error(sentence(outcome))
  const said = outcome.value.added ? 'An invitation to sign in' : 'A letter that says so'
  console.log(`${email} is ${role} now. ${said} is in the outbox: a running Kawaliss sends it by SMTP_URL.`)
}

async function end(db: Database, organisation: string, { values, email, role }: Asked): Promise<void> {
  const { programme, edition, region } = values
  const named = (asked: string | undefined, held: string | null): boolean => asked === undefined || asked === held
  const held = (await rollOf(db, organisation)).filter(
    (line) =>
      line.email === email &&
      line.role === role &&
      named(programme, line.programme) &&
      named(edition, line.edition) &&
      (region.length === 0 || region.includes(line.region ?? '')),
  )
  const [first] = held
  if (first === undefined) throw new Error(`${email} does not hold this role there: kawaliss user list`)
  const outcome = await endRole(db, { system: true, organisation }, { person: first.person, grants: held.map(({ grant }) => grant) }, new Date())
  if (!outcome.ok) throw new Error(sentence(outcome))
  for (const line of held) console.log(`Ended: ${lineText(line)}`)
}

async function list(db: Database, organisation: string): Promise<number> {
  const roll = await rollOf(db, organisation)
  if (roll.length === 0) console.log('Nobody holds a role yet: kawaliss user add --help')
  for (const line of roll) console.log(lineText(line))
  return 0
}

function lineText({ email, nameAr, nameLatin, role, programme, edition, region, givenAt }: RollLine): string {
  const place = [programme, edition, region].filter((part) => part !== null).join(' / ') || 'the whole organisation'
  const name = nameLatin || nameAr
  return `${email ?? 'no address'}${name === '' ? '' : ` (${name})`}: ${role}, ${place}, since ${givenAt.toISOString().slice(0, 10)}`
}

function sentence({ code, details }: Refused): string {
  const key = `refusal.${code}`
  const t = [peopleWords('en'), frameWords('en')].find((words) => words.has(key))
  const known = Array.isArray(details.known) && details.known.length > 0 ? ` Its regions: ${details.known.join(', ')}.` : ''
  return (t?.any(key, details) ?? code) + known
}
