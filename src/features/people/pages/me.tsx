/** A person's own page: what they do here, the language of their letters, the way out. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ChoiceField } from '../../../design/form/controls.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'
import { LANGUAGE_OPTIONS } from './language-names.ts'

export interface MeView {
  readonly name: string
  /** Sign of the person, for what their phone keeps. */
  readonly owner: string
  readonly language: Language
  /** Roles with their place in words ('2024', or null for everywhere), and where they work. */
  readonly roles: readonly { readonly role: string; readonly place: string | null }[]
  /** Whether anything of theirs was verified. */
  readonly facts: boolean
  /** Whether messages to phones leave from here. */
  readonly texts: boolean
  /** Doors to places of other stages, already worded: applications, projects, files to read, the desk. */
  readonly doors: readonly {
    readonly title: string
    readonly links: readonly { readonly name: string; readonly href: string; readonly hint?: string }[]
  }[]
}

export interface MeProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly me: MeView
  readonly said?: string | undefined
}

export function MePage({ language, frame, path, me, said }: MeProps): Html {
  const t = words(language)
  const nothing = me.roles.length === 0 && me.doors.length === 0
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('me.title')} said={said} islands={['kept']}>
      <Head title={me.name === '' ? t('me.hello-nobody') : t('me.hello', { name: me.name })} />
      {nothing && (
        <Card>
          <p>{t('me.no-roles')}</p>
          <ButtonLink href={`/${language}`}>{t('me.home-link')}</ButtonLink>
        </Card>
      )}
      {me.doors.map((door) => (
        <Card title={door.title}>
          <ul class="rows">
            {door.links.map((link) => (
              <li>
                <a href={link.href}>{link.name}</a>
                {link.hint !== undefined && <span class="sm muted">{link.hint}</span>}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      {me.roles.length > 0 && (
        <Card title={t('me.roles')}>
          <ul class="rows">
            {me.roles.map((role) => (
              <li>
                <span>{t.any(`role.${role.role}`)}</span>
                <span class="sm muted">{role.place ?? t('me.everywhere')}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        <form class="stack" method="post" action={`/${language}/me/language`}>
          <ChoiceField name="language" label={t('me.language')} value={me.language} options={LANGUAGE_OPTIONS} look="row" />
          <Button kind="quiet">{t('me.language-keep')}</Button>
        </form>
      </Card>
      {me.facts && (
        <p class="sm">
          <a href={`/${language}/me/facts`}>{t('me.facts')}</a>
        </p>
      )}
      <p class="sm">
        <a href={`/${language}/me/entry`}>{t('me.entry')}</a>
      </p>
      {me.texts && (
        <p class="sm">
          <a href={`/${language}/me/phone`}>{t('me.phone')}</a>
        </p>
      )}
      {me.roles.length > 0 && (
        <p class="sm">
          <a href={`/${language}/me/tokens`}>{t('me.tokens')}</a>
        </p>
      )}
      <form class="stack stack--sm" method="post" action={`/${language}/session/removal`} data-leave data-owner={me.owner}>
        <p class="note" data-s="wait" role="status" id="leave-warning" hidden>
          {t('me.leave-unsent')} <a href={`/${language}/phone`}>{t('me.leave-see')}</a>
        </p>
        <Button kind="quiet">{t('me.leave')}</Button>
      </form>
    </ReadingPage>
  )
}
