/** The letter that asks somebody to read for an edition, in their language. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import type { Trx } from '../../platform/database/database.ts'
import { writeMessage } from '../messages/index.ts'
import { words } from './words/index.ts'

/** Writes to the outbox; who has no address is told by the officer. */
export async function writeReviewerInvitation(
  trx: Trx,
  viewer: SignedIn,
  { reviewer, maxLoad }: { readonly reviewer: string; readonly maxLoad: number },
  origin: string,
  now: Date,
): Promise<void> {
  const { organisation } = viewer
  const row = await trx
    .selectFrom('reviewer as r')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'r.organisation').onRef('p.id', '=', 'r.person'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'r.organisation').onRef('e.id', '=', 'r.edition'))
    .innerJoin('programme as m', (join) => join.onRef('m.organisation', '=', 'e.organisation').onRef('m.id', '=', 'e.programme'))
    .select(['p.id', 'p.email', 'p.language', 'e.name as edition', 'm.name as programme'])
    .where('r.organisation', '=', organisation)
    .where('r.id', '=', reviewer)
    .executeTakeFirstOrThrow()
  if (row.email === null) return
  const language: Language = row.language
  const t = words(language)
  const text = (name: Trilingual): string => inLanguage(name, language).text
  const names = { programme: text(row.programme), edition: text(row.edition), inviter: nameFor(viewer.person, language) }
  const paragraphs = [
    { heading: t('reviewer-mail.subject', names) },
    t('reviewer-mail.text', names),
    t('reviewer-mail.load', { max: maxLoad }),
    { action: { label: t('reviewer-mail.answer'), href: `${origin}/${language}/sign-in?return_to=%2Freviews` } },
    t('reviewer-mail.how', { email: row.email }),
  ]
  await writeMessage(
    trx,
    {
      organisation,
      kind: 'reviewer-invitation',
      person: row.id,
      address: row.email,
      language,
      subject: t('reviewer-mail.subject', names),
      paragraphs,
      object: reviewer,
    },
    now,
  )
}
