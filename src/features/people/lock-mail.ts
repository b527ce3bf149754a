/** A mail each time a way of coming in changes: whoever did not do it themselves learns of it. */
import type { Language } from '../../domain/language.ts'
import type { Trx } from '../../platform/database/database.ts'
import { writeMessage } from '../messages/index.ts'
import { words } from './words/index.ts'

export interface LockChange {
  readonly organisation: string
  readonly person: string
  /** '' for somebody without an address: nobody is written to. */
  readonly email: string
  readonly language: Language
  readonly what: 'passkey-added' | 'passkey-removed' | 'password-set' | 'password-changed' | 'password-removed'
}

/** Writes it to the outbox, in the transaction of the change. */
export async function tellOfLock(trx: Trx, { organisation, person, email, language, what }: LockChange, now: Date): Promise<void> {
  if (email === '') return
  const t = words(language)
  const paragraphs = [t(`lock-mail.${what}`), t('lock-mail.not-you'), t('lock-mail.link-opens')]
  await writeMessage(
    trx,
    { organisation, kind: 'sign-in-changed', person, address: email, language, subject: t(`lock-mail.${what}-subject`), paragraphs },
    now,
  )
}
