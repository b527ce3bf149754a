/** Before a call is made public: what everybody will see from then on, and what no longer changes. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { words } from '../words/index.ts'

export interface PublicationProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly edition: string
  readonly opens: string
  /** Null without one. */
  readonly deadline: string | null
  readonly refusal?: string | undefined
  /** Why it can no longer be made public; null while it can. */
  readonly closed: string | null
}

export function PublicationPage({ language, frame, edition, opens, deadline, refusal, closed }: PublicationProps): Html {
  const t = words(language)
  const call = `/${language}/desk/${edition}/call`
  return (
    <StaffPage language={language} frame={frame} path={`/desk/${edition}/call/publication`} title={t('publish.title')} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <BackLink href={call}>{t('extension.back')}</BackLink>
        <Head title={t('publish.title')} />
      </div>
      <Card>
        {closed !== null ? (
          <p>{closed}</p>
        ) : (
          <div class="stack">
            <p>{deadline === null ? t('publish.seen-rolling', { opens }) : t('publish.seen', { opens, deadline })}</p>
            <p>{t('publish.locks')}</p>
            <form class="actions" method="post" action={`${call}/publication`}>
              <Button kind="light">{t('publish.do')}</Button>
              <ButtonLink kind="text" href={call}>
                {t('extension.leave')}
              </ButtonLink>
            </form>
          </div>
        )}
      </Card>
    </StaffPage>
  )
}
