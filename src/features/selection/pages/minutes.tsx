/** The minutes: who sits and what each may not hear, then the document in three languages. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { CheckField, Form } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { LANGUAGES, type Language } from '../../../domain/language.ts'
import { formatList } from '../../../platform/words/list.ts'
import { words } from '../minutes/words/index.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { HeldSession } from '../queries/held-sessions.ts'
import type { Attendance } from '../queries/presence.ts'

export interface MinutesProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly people: readonly { readonly person: string; readonly name: string }[]
  readonly present: readonly Attendance[]
  readonly sessions: readonly HeldSession[]
  readonly sealed: boolean
  readonly mayNote: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function MinutesPage(props: MinutesProps): Html {
  const { language, frame, slug, sealed, refusal } = props
  const t = words(language)
  const base = `/desk/${slug}/selection`
  return (
    <StaffPage language={language} title={t('page.title')} path={`${base}/minutes`} frame={frame} said={props.said} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head title={t('page.title')} lead={t('page.lead')}>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('page.back')}
        </ButtonLink>
      </Head>
      <Present {...props} />
      <Sessions {...props} />
      <Card title={t('page.document')}>
        {sealed ? (
          <div class="row">
            {LANGUAGES.map((one) => (
              <ButtonLink kind="quiet" href={`/${language}${base}/minutes.pdf?lang=${one}`} download>
                <Icon name="print" />
                {t(`page.in-${one}`)}
              </ButtonLink>
            ))}
          </div>
        ) : (
          <p class="muted">{t('page.not-sealed')}</p>
        )}
      </Card>
    </StaffPage>
  )
}

/** Those that the document names, each leading to its own minutes. */
function Sessions({ language, zone, sessions, sealed }: MinutesProps): Html {
  const t = words(language)
  return (
    <Card title={t('session.title', { count: sessions.length })}>
      {sessions.length === 0 ? (
        <p class="muted">{t(sealed ? 'session.none-sealed' : 'session.none')}</p>
      ) : (
        <ul class="rows">
          {sessions.map((one) => (
            <li>
              <a href={`/${language}/juries/${one.session}`}>{formatDateTime(one.openedAt, language, zone)}</a>
              <span class="muted">
                {t('session.counts', { present: one.present.length, files: new Set(one.files.map(({ number }) => number)).size })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Present({ language, slug, people, present, mayNote }: MinutesProps): Html {
  const t = words(language)
  const recused = present.filter((one) => one.recusedFrom.length > 0)
  return (
    <Card title={t('document.present')}>
      <div class="stack">
        {mayNote ? (
          <Form action={`/${language}/desk/${slug}/selection/minutes`}>
            <CheckField
              name="person"
              label={t('page.who')}
              hint={t('page.who-hint')}
              values={present.map((one) => one.person)}
              options={people.map((one) => ({ value: one.person, name: one.name }))}
              look="row"
            />
            <div class="actions">
              <Button kind="light">{t('page.note')}</Button>
            </div>
          </Form>
        ) : present.length === 0 ? (
          <p class="muted">{t('page.nobody')}</p>
        ) : (
          <ul>
            {present.map((one) => (
              <li>
                <bdi>{one.name}</bdi>
              </li>
            ))}
          </ul>
        )}
        {recused.length > 0 && (
          <>
            <h3>{t('document.recused')}</h3>
            <ul>
              {recused.map((one) => (
                <li>{t('document.recused-from', { name: one.name, applications: formatList(one.recusedFrom, language) })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}
