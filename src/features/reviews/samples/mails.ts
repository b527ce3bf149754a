/** What readers are told of the samples, in their language: that they wait, and later that what was marked can be read. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Place } from '../../../domain/viewer.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { writeMessage } from '../../messages/index.ts'
import { words } from './words/index.ts'

export type SampleNews = 'given' | 'shown'

interface ReaderTold {
  readonly person: string
  readonly address: string
  readonly language: Language
  readonly edition: Trilingual
  readonly samples: number
}

/**
 * Writes to the outbox. Given: to whoever reads in the edition; shown: to those of them who have handed a sample in. Each is
 * told of the samples they are given, so that nobody hears of the file of their own team.
 */
export async function tellReaders(
  trx: Trx,
  organisation: string,
  { edition }: Place,
  { stage, news, origin }: { readonly stage: string; readonly news: SampleNews; readonly origin: string },
  now: Date,
): Promise<number> {
  const found = await sql<ReaderTold>`
    select p.id as person, p.email as address, p.language, e.name as edition, count(*)::int as samples
    from reviewer r
    join person p on p.organisation = r.organisation and p.id = r.person and p.email is not null
    join edition e on e.organisation = r.organisation and e.id = r.edition
    join sample s on s.organisation = r.organisation and s.edition = r.edition and s.stage = ${stage}
    where r.organisation = ${organisation} and r.edition = ${edition} and r.accepted_at is not null and r.left_at is null
      and not exists (select from application_member m where m.organisation = s.organisation and m.application = s.application and m.person = r.person)
      and (${news === 'given'} or exists (select from sample_review w where w.organisation = s.organisation and w.sample = s.id and w.reviewer = r.id and w.submitted_at is not null))
    group by p.id, p.email, p.language, e.name
    order by p.id`.execute(trx)
  for (const { person, address, language, edition: name, samples } of found.rows) {
    const t = words(language)
    const of = { edition: inLanguage(name, language).text, count: samples }
    const subject = t(`mail.${news}-subject`, of)
    const paragraphs = [
      { heading: subject },
      t(`mail.${news}-text`, of),
      { action: { label: t(`mail.${news}-open`), href: `${origin}/${language}/sign-in?return_to=%2Freviews` } },
    ]
    await writeMessage(trx, { organisation, kind: `sample-files-${news}`, person, address, language, subject, paragraphs }, now)
  }
  return found.rows.length
}
