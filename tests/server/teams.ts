/** Teams as the tests of the routes know them: people with names, invitations, and a pair that writes one application. */
import type { SignedIn } from '../../src/domain/viewer.ts'
import { invite } from '../../src/features/applications/team/commands/invite.ts'
import { joinTeam } from '../../src/features/applications/team/commands/join.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { DURING, somebody } from '../database/open-call.ts'
import type { applicants } from './applicant.ts'

export const ORIGIN = 'https://kawaliss.example'

export interface Pair {
  readonly salma: SignedIn
  readonly karim: SignedIn
  readonly application: string
  /** Path of the application in French. */
  readonly base: string
}

/** Made beside `applicants`, on the same call. */
export function teams(held: { readonly db: Database }, at: ReturnType<typeof applicants>) {
  /** A person of the organisation who has a name. */
  async function named(name: string): Promise<SignedIn> {
    const viewer = await somebody(held.db, at.call.organisation)
    await held.db.updateTable('person').set({ name_latin: name }).where('id', '=', viewer.person.id).execute()
    return { ...viewer, person: { ...viewer.person, nameLatin: name } }
  }

  /** Makes an invitation; answers the secret of its link. */
  async function invited(holder: SignedIn, application: string, more: { address?: string; once?: boolean } = {}): Promise<string> {
    const input = { application, address: more.address ?? null, once: more.once ?? true, language: 'fr' as const, name: '' }
    const made = await invite(held.db, holder, input, ORIGIN, DURING)
    if (!made.ok) throw new Error(made.code)
    return made.value.link.split('/').at(-1) as string
  }

  /** A team of two: Salma holds, Karim writes with her. */
  async function pair(whole = false): Promise<Pair> {
    const [salma, karim] = [await named('Salma Ouhssain'), await named('Karim Benali')]
    const application = whole ? await at.written(salma) : await at.begun(salma)
    const joined = await joinTeam(held.db, karim, { key: await invited(salma, application), name: '' }, ORIGIN, DURING)
    if (!joined.ok) throw new Error(joined.code)
    return { salma, karim, application, base: `/fr/applications/${application}` }
  }

  /** Mails of a kind about an application. */
  const mailsTo = (kind: string, application: string) =>
    held.db
      .selectFrom('message')
      .select(['address', 'person', 'language', 'subject', 'content'])
      .where('kind', '=', kind)
      .where('object', '=', application)
      .execute()

  /** What happened to an application, in order. */
  const actsOf = async (application: string): Promise<string[]> =>
    (await held.db.selectFrom('audit_entry').select('act').where('stream', '=', application).orderBy('seq').execute()).map(({ act }) => act)

  return { named, invited, pair, mailsTo, actsOf }
}
