/** A file as its first readers had it, for whoever reads it again after an appeal. */
import { sql } from 'kysely'
import { type Hidden, joined, withoutSecrets } from '../../../domain/blindness.ts'
import { takesFiles } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { editionLists } from '../../applications/index.ts'
import { filesOf } from '../../files/index.ts'
import { words } from '../words/index.ts'
import { blindDossier, type Dossier, type SentFile, secretsIn } from './dossier.ts'

export interface RereadFile extends Dossier {
  readonly number: string
  readonly edition: Trilingual
  readonly zone: string
  readonly language: Language
  /** A text of the team about the file, without what is hidden of them. */
  readonly cleared: (text: string) => string
}

interface Row extends SentFile {
  edition: string
  edition_name: Trilingual
  zone: string
  number: string
  language: Language
  sent_at: Date
  hidden: readonly Hidden[] | null
}

/** As blind as its stages of reading together; null for an unknown application. The caller says who may ask. */
export async function rereadFile(db: Reader, organisation: string, application: string, language: Language): Promise<RereadFile | null> {
  const found = await sql<Row>`
    select s.edition, e.name as edition_name, o.zone, a.number, s.language, s.title, s.applicant_kind, s.answers, s.submitted_at as sent_at, f.definition,
      (select json_agg(json_build_object('hides', t.hides, 'hidesQuestions', t.hides_questions)) from edition_stage t
        where t.organisation = s.organisation and t.edition = s.edition and t.happens = 'reading') as hidden
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join organisation o on o.id = s.organisation
    where s.organisation = ${organisation} and s.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const hidden = joined(row.hidden ?? [])
  const [lists, files] = await Promise.all([
    editionLists(db, organisation, row.edition, row.sent_at),
    takesFiles(row.definition) ? filesOf(db, organisation, application) : [],
  ])
  const home = lists.regions.find((one) => one.code === row.answers.region)
  const secrets = secretsIn(row.definition, row.answers, hidden, home?.name)
  return {
    ...blindDossier(row, { hidden, lists, files, language }),
    number: row.number,
    edition: row.edition_name,
    zone: row.zone,
    language: row.language,
    cleared: (text) => withoutSecrets(text, secrets, words(language)('review.masked')),
  }
}
