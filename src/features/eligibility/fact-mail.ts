/** What a person reads when a verified fact of theirs is revoked, or stands although they contested it. */
import type { Language } from '../../domain/language.ts'
import type { Fact } from '../../domain/verification.ts'
import type { Trx } from '../../platform/database/database.ts'
import { writeMessage } from '../messages/index.ts'
import { words } from './words/index.ts'

export interface FactReader {
  readonly organisation: string
  readonly person: string
  readonly email: string
  readonly language: Language
}

export interface FactNews {
  readonly what: 'revoked' | 'upheld'
  readonly fact: Fact
  /** The officer's reason or answer, as written. */
  readonly says: string
}

export async function tellOfFact(
  trx: Trx,
  { organisation, person, email, language }: FactReader,
  { what, fact, says }: FactNews,
  now: Date,
): Promise<void> {
  const t = words(language)
  const values = { fact: t(`verification.${fact}`) }
  const paragraphs = [t(`verification.mail-${what}`, values), says, t('verification.mail-where')]
  const message = {
    organisation,
    kind: `verification-${what}`,
    person,
    address: email,
    language,
    subject: t(`verification.mail-${what}-subject`),
    paragraphs,
  }
  await writeMessage(trx, message, now)
}
