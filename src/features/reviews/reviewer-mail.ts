/** The letter that asks somebody to read for an edition, in their language. */
import type { Hidden } from '../../domain/blindness.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { nameFor, type PersonName } from '../../domain/person.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import type { Trx } from '../../platform/database/database.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { dayIn, formatDate } from '../../platform/time/time.ts'
import { writeMessage } from '../messages/index.ts'
import { stagesIn } from './queries/stages.ts'
import { seenText } from './seen-text.ts'
import type { StageName } from './views.ts'
import { words } from './words/index.ts'

export interface InvitationFacts {
  readonly programme: Trilingual
  readonly edition: Trilingual
  readonly inviter: PersonName
  readonly maxLoad: number
  readonly stages: readonly (Hidden & Pick<StageName, 'name' | 'happens'>)[]
  /** Day by which readings are handed in; null when the calendar does not say, or it has passed. */
  readonly until: string | null
  /** The address that opens the door. */
  readonly email: string
}

/** Subject and paragraphs: who invites, to what, how many, what stays hidden, by when, and how to come in. */
export function invitationMail(facts: InvitationFacts, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const text = (name: Trilingual): string => inLanguage(name, language).text
  const names = { programme: text(facts.programme), edition: text(facts.edition), inviter: nameFor(facts.inviter, language) }
  const subject = t('reviewer-mail.subject', names)
  return {
    subject,
    paragraphs: [
      { heading: subject },
      t('reviewer-mail.text', names),
      t('reviewer-mail.load', { max: facts.maxLoad }),
      ...seenText(facts.stages, language),
      ...(facts.until === null ? [] : [t('reviewer-mail.until', { day: formatDate(facts.until, language) })]),
      { action: { label: t('reviewer-mail.answer'), href: `${origin}/${language}/sign-in?return_to=%2Freviews` } },
      t('reviewer-mail.how', { email: facts.email }),
    ],
  }
}

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
    .innerJoin('organisation as o', 'o.id', 'r.organisation')
    .leftJoin('edition_date as d', (join) =>
      join.onRef('d.organisation', '=', 'r.organisation').onRef('d.edition', '=', 'r.edition').on('d.code', '=', 'scoring'),
    )
    .select(['p.id', 'p.email', 'p.language', 'e.id as edition_id', 'e.name as edition', 'm.name as programme', 'o.zone', 'd.ends_on as until'])
    .where('r.organisation', '=', organisation)
    .where('r.id', '=', reviewer)
    .executeTakeFirstOrThrow()
  const { id: person, email: address, language, programme, edition, zone } = row
  if (address === null) return
  const until = row.until !== null && row.until >= dayIn(now, zone) ? row.until : null
  const stages = await stagesIn(trx, organisation, row.edition_id)
  const mail = invitationMail({ programme, edition, inviter: viewer.person, maxLoad, stages, until, email: address }, language, origin)
  await writeMessage(trx, { organisation, kind: 'reviewer-invitation', person, address, language, ...mail, object: reviewer }, now)
}
