/** The doors of the demo: enter as any of the cast. This page does not exist when the demo is off. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

export interface CastMember {
  readonly id: string
  readonly name: string
  /** What they do, in words, already in the reader's language. */
  readonly part: string
}

export interface CastView {
  readonly staff: readonly CastMember[]
  readonly jury: readonly CastMember[]
  readonly holders: readonly CastMember[]
}

export interface CastProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly cast: CastView
  /** Whether the world can be moved to another moment. */
  readonly moves: boolean
}

export function CastPage({ language, frame, path, cast, moves }: CastProps): Html {
  const t = words(language)
  const groups = [
    { title: t('demo.staff'), people: cast.staff },
    { title: t('demo.jury'), people: cast.jury },
    { title: t('demo.holders'), people: cast.holders },
  ].filter((group) => group.people.length > 0)
  return (
    <PublicPage language={language} frame={frame} path={path} title={t('demo.title')}>
      <div class="wrap section section--tight stack stack--lg">
        <Head title={t('demo.heading')} lead={t('demo.lead')}>
          <ButtonLink kind="quiet" href={`/${language}/demo/mailbox`}>
            {t('demo.mailbox')}
          </ButtonLink>
          {moves && (
            <ButtonLink kind="quiet" href={`/${language}/demo/time`}>
              {t('demo.time')}
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" href={`/${language}`}>
            {t('demo.public')}
          </ButtonLink>
        </Head>
        <div class="trio">
          {groups.map((group) => (
            <Card title={group.title}>
              <ul class="rows">
                {group.people.map((person) => (
                  <li>
                    <span>
                      <bdi>{person.name}</bdi>
                      <br />
                      <span class="sm muted">{person.part}</span>
                    </span>
                    <form method="post" action={`/${language}/demo/entry`}>
                      <Hidden name="person" value={person.id} />
                      <Button kind="quiet" size="sm">
                        <span aria-hidden="true">{t('link.enter')}</span>
                        <span class="vh">{t('demo.enter', { name: person.name })}</span>
                      </Button>
                    </form>
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      </div>
    </PublicPage>
  )
}
