/** The tokens of a person, and making one. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { ChoiceField, TextField } from '../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { TokenLine } from '../commands/token.ts'
import { words } from '../words/index.ts'

export interface TokensProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly tokens: readonly TokenLine[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal: string | undefined
  readonly made: string | undefined
}

export function TokensPage(props: TokensProps): Html {
  const { language, frame, path, tokens, values, errors, refusal, made } = props
  const t = words(language)
  return (
    <PublicPage language={language} frame={frame} path={path} title={t('token.title')} error={errors.length > 0 || refusal !== undefined}>
      <div class="wrap section section--tight stack stack--lg">
        <Head title={t('token.title')} lead={t('token.lead')} />
        {refusal !== undefined && <RefusalNote sentence={refusal} />}
        <ErrorSummary language={language} errors={errors} names={{ name: t('token.name'), days: t('token.days'), may: t('token.may') }} />
        {made !== undefined && (
          <Note is="ok">
            <p>{t('token.made')}</p>
            <p>
              <code class="ltr" dir="ltr">
                {made}
              </code>
            </p>
          </Note>
        )}
        {tokens.length > 0 && <Held language={language} tokens={tokens} />}
        <Card title={t('token.new')}>
          <form class="stack" method="post" action={`/${language}/me/tokens`} novalidate>
            <TextField name="name" label={t('token.name')} hint={t('token.name-hint')} value={values.name ?? ''} error={errorOf(errors, 'name')} />
            <TextField
              name="days"
              label={t('token.days')}
              hint={t('token.days-hint')}
              value={values.days ?? ''}
              error={errorOf(errors, 'days')}
              width="xs"
              dir="ltr"
            />
            <ChoiceField
              name="may"
              label={t('token.may')}
              value={values.may ?? ''}
              error={errorOf(errors, 'may')}
              options={[
                { value: 'read', name: t('token.read') },
                { value: 'write', name: t('token.write'), hint: t('token.write-hint') },
              ]}
            />
            <Button kind="light">{t('token.make')}</Button>
          </form>
        </Card>
      </div>
    </PublicPage>
  )
}

function Held({ language, tokens }: { language: Language; tokens: readonly TokenLine[] }): Html {
  const t = words(language)
  return (
    <Card title={t('token.held')}>
      <ul class="rows">
        {tokens.map((token) => (
          <li>
            <span>
              <b dir="auto">{token.name}</b>
              <br />
              <span class="sm muted">
                {t(token.writes ? 'token.write' : 'token.read')} ·{' '}
                {t('token.until', { day: formatDate(token.expires_at.toISOString().slice(0, 10), language) })}
              </span>
            </span>
            <form method="post" action={`/${language}/me/tokens/${token.id}/revocation`}>
              <Button kind="quiet" size="sm">
                <span aria-hidden="true">{t('token.revoke')}</span>
                <span class="vh">{t('token.revoke-of', { name: token.name })}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
