/** What publishing would print, with its warnings to accept one by one: shown first, then published as shown. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { Form, Hidden } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { inLanguage, LANGUAGES, type Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { printedOf, printPlain } from '../print-text.ts'
import type { CommuniqueDesk, PublicationPlan } from '../views.ts'
import { words } from '../words/index.ts'
import { Paper } from './paper.tsx'
import { Sources } from './sources.tsx'
import { WarningNote } from './warning.tsx'

export interface PublicationProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly now: Date
  readonly communique: CommuniqueDesk
  readonly plan: PublicationPlan
  /** Whether the last publication is exactly this. */
  readonly same: boolean
  readonly mayPublish: boolean
  /** Keys ticked in the form that was refused. */
  readonly accepted: readonly string[]
  readonly refusal?: string | undefined
}

export function PublicationPage(props: PublicationProps): Html {
  const { language, communique, plan, slug, zone } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}/communiques`
  const printed = printedOf(plan.figures)
  return (
    <StaffPage language={language} title={t('publication.title')} path={props.path} frame={props.frame} error={props.refusal !== undefined}>
      <Crumbs
        label={t('communiques.title')}
        path={[
          { name: t('communiques.title'), href: base },
          { name: printPlain(communique.text.title[language], language, printed), href: `${base}/${communique.slug}` },
          { name: t('publication.title'), href: '', current: true },
        ]}
      />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={t('publication.title')} lead={t('publication.lead')} />
      <div class="pair room">
        <div class="stack stack--lg">
          <Act {...props} />
          {LANGUAGES.map((one) => (
            <Paper
              text={one}
              language={language}
              content={communique.text}
              figures={printed}
              eyebrow={words(one)('communique.eyebrow', {
                edition: inLanguage(communique.edition.name, one).text,
                on: formatDate(props.now, one, 'long', zone),
              })}
              tokens={{ moved: new Set() }}
              level={2}
            />
          ))}
        </div>
        <aside>
          <Sources language={language} figures={plan.figures} />
        </aside>
      </div>
    </StaffPage>
  )
}

function Act({ language, communique, plan, slug, same, mayPublish, accepted }: PublicationProps): Html {
  const t = words(language)
  if (same) return <Note is="ok">{t('publication.already')}</Note>
  const acts = mayPublish && plan.faults.length === 0
  return (
    <Card title={plan.warnings.length === 0 ? t('publication.title') : t('publication.warnings')}>
      <Form action={`/${language}/desk/${slug}/communiques/${communique.slug}/publication`} spaced={false}>
        <div class="stack">
          <Hidden name="fingerprint" value={plan.fingerprint} />
          {plan.warnings.length === 0 && <p>{t('publication.no-warnings')}</p>}
          {plan.warnings.map(({ key, warning }) => (
            <div class="stack stack--sm">
              <WarningNote warning={warning} figures={plan.figures} language={language} />
              {acts && (
                <label class="choice">
                  <input type="checkbox" name="accepted" value={key} checked={accepted.includes(key)} />
                  <span>{t('publication.accept')}</span>
                </label>
              )}
            </div>
          ))}
          <p class="xs muted">
            {t('publication.fingerprint')} <code class="mono ltr">{plan.fingerprint.slice(0, 16)}</code>
          </p>
          {acts ? <Button kind="light">{t('publication.act')}</Button> : <Note is="wait">{t('publication.wait')}</Note>}
        </div>
      </Form>
    </Card>
  )
}
