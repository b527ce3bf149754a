/** A file as those read it who decide together: blind as the first stage in which it is read. */
import { sql } from 'kysely'
import { withoutSecrets } from '../../../domain/blindness.ts'
import { takesFiles } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { editionLists } from '../../applications/index.ts'
import { type FileView, filesOf } from '../../files/index.ts'
import { words } from '../words/index.ts'
import { blindDossier, type Dossier, type SentFile, secretsIn } from './dossier.ts'
import { stageGrid } from './stages.ts'

export interface SharedDossier extends Dossier {
  readonly number: string
  readonly language: Language
  readonly files: readonly FileView[]
  /** A text of the team about the file, without what is hidden of them. */
  readonly cleared: (text: string) => string
}

/** Null where it was not sent, or was withdrawn. Who may read it is asked by whoever shows it. */
export async function sharedDossier(db: Reader, organisation: string, application: string, language: Language): Promise<SharedDossier | null> {
  const found = await sql<SentFile & { number: string; language: Language; edition: string; submitted_at: Date }>`
    select a.number, s.title, s.language, s.applicant_kind, s.answers, s.edition, s.submitted_at, f.definition
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    where s.organisation = ${organisation} and s.application = ${application}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const [read, lists, files] = await Promise.all([
    stageGrid(db, organisation, row.edition),
    editionLists(db, organisation, row.edition, row.submitted_at),
    takesFiles(row.definition) ? filesOf(db, organisation, application) : [],
  ])
  if (read === null) return null
  const dossier = blindDossier(row, { hidden: read.stage, lists, files, language })
  const home = lists.regions.find((one) => one.code === row.answers.region)
  const secrets = secretsIn(row.definition, row.answers, read.stage, home?.name)
  return {
    ...dossier,
    number: row.number,
    language: row.language,
    files: dossier.parts.flatMap((part) => part.answers).flatMap((answer) => answer.files),
    cleared: (text) => withoutSecrets(text, secrets, words(language)('review.masked')),
  }
}
