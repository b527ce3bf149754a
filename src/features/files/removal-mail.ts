/** Telling who gave a file that the system took it out, and what to do. */
import { sql } from 'kysely'
import type { Language } from '../../domain/language.ts'
import type { Trx } from '../../platform/database/database.ts'
import { isolated } from '../../platform/isolate.ts'
import { writeMessage } from '../messages/index.ts'
import { words } from './words/index.ts'

interface Row {
  name: string
  appeal: number | null
  number: string
  application: string
  person: string
  email: string | null
  language: Language
}

/** Writes to whoever gave the file, in their language; to nobody without an address. */
export async function tellOfRemoval(trx: Trx, organisation: string, file: string, reason: 'infected' | 'unreadable', now: Date): Promise<void> {
  const found = await sql<Row>`
    select f.name, f.appeal, a.number, a.id as application, p.id as person, p.email, p.language
    from file f
    join application a on a.organisation = f.organisation and a.id = f.application
    join person p on p.organisation = f.organisation and p.id = f.given_by
    where f.organisation = ${organisation} and f.id = ${file}`.execute(trx)
  const row = found.rows[0]
  if (row === undefined || row.email === null) return
  const { name, appeal, number, application, person, email: address, language } = row
  const t = words(language)
  const paragraphs = [
    { heading: t('mail.title') },
    t(`mail.${reason}`, { name: isolated(name, language) }),
    t(appeal === null ? 'mail.cure' : 'mail.cure-appeal'),
  ]
  const subject = t(appeal === null ? 'mail.subject' : 'mail.subject-appeal', { number: isolated(number, language) })
  await writeMessage(trx, { organisation, kind: 'file-taken-out', person, address, language, object: application, subject, paragraphs }, now)
}
