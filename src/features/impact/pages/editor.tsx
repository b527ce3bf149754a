/** Writing a communiqué: the text in three languages, its preview, the figures it prints and those it may print. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { Form, Hidden, TextArea, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Tabs } from '../../../design/tabs.tsx'
import { inLanguage, LANGUAGES, type Language, LANGUAGE_NAMES } from '../../../domain/language.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { printedOf, printPlain } from '../print-text.ts'
import type { CommuniqueDesk, FigureHead, PublicationPlan, Warning } from '../views.ts'
import { figureName } from '../wording.ts'
import { words } from '../words/index.ts'
import { CommuniqueState } from './communiques.tsx'
import { Paper } from './paper.tsx'
import { Sources } from './sources.tsx'
import { WarningNote } from './warning.tsx'

export interface EditorProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  /** Null while it was never kept. */
  readonly communique: CommuniqueDesk | null
  /** What its kept text would print now. */
  readonly plan: PublicationPlan | null
  /** What changed since it was published. */
  readonly changed: readonly Warning[]
  /** Language of the preview. */
  readonly shown: Language
  /** Figures one may print. */
  readonly figures: readonly FigureHead[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string | undefined
  readonly trail: readonly { readonly act: string; readonly by: string | null; readonly at: Date }[]
  readonly mayWrite: boolean
  readonly said?: string | undefined
}

export function EditorPage(props: EditorProps): Html {
  const { language, communique, plan } = props
  const t = words(language)
  const base = `/${language}/desk/${props.slug}/communiques`
  const printed = printedOf(plan?.figures ?? [])
  const title = communique === null ? t('communiques.new') : printPlain(communique.text.title[language], language, printed)
  const wrong = props.errors.length > 0 || props.refusal !== undefined
  return (
    <StaffPage language={language} title={title} path={props.path} frame={props.frame} said={props.said} error={wrong}>
      <div class="stack stack--sm">
        <Crumbs
          label={t('communiques.title')}
          path={[
            { name: t('communiques.title'), href: base },
            { name: title, href: '', current: true },
          ]}
        />
        <Top {...props} title={title} base={base} />
      </div>
      <ErrorSummary language={language} errors={props.errors} names={labelsOf(language)} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      {props.changed.map((warning) => (
        <WarningNote warning={warning} figures={plan?.figures ?? []} language={language} level={2} />
      ))}
      <div class="pair room">
        <div class="stack stack--lg">
          {communique !== null && plan !== null && <Preview {...props} communique={communique} plan={plan} base={base} />}
          {props.mayWrite && <Editor {...props} base={base} />}
        </div>
        <aside class="stack stack--lg">
          <Sources language={language} figures={plan?.figures ?? []} changed={props.changed} />
          {(plan?.warnings ?? [])
            .filter(({ warning }) => warning.is !== 'changed')
            .map(({ warning }) => (
              <WarningNote warning={warning} figures={plan?.figures ?? []} language={language} level={2} />
            ))}
          {props.mayWrite && <Tokens {...props} />}
          <Trail {...props} />
        </aside>
      </div>
    </StaffPage>
  )
}

function Top({ language, communique, zone, title, base, slug }: EditorProps & { title: string; base: string }): Html {
  const t = words(language)
  return (
    <div class="head">
      <div class="stack stack--xs">
        <h1>{title}</h1>
        {communique !== null && (
          <div class="row row--tight">
            <CommuniqueState language={language} communique={communique} />
            <span class="saved">
              <Icon name="save" />
              {t('communique.saved', { by: communique.writtenBy, at: formatDateTime(communique.writtenAt, language, zone, { style: 'long' }) })}
            </span>
          </div>
        )}
      </div>
      {communique !== null && (
        <div class="row row--tight">
          {communique.published !== null && (
            <ButtonLink kind="quiet" href={`/${language}/communiques/${slug}/${communique.slug}`}>
              {t('communique.see')}
            </ButtonLink>
          )}
          <ButtonLink kind="light" href={`${base}/${communique.slug}/publication`}>
            {t('communique.publish')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

function Preview(props: EditorProps & { communique: CommuniqueDesk; plan: PublicationPlan; base: string }): Html {
  const { language, communique, plan, shown, base, zone } = props
  const t = words(language)
  const on = formatDate(communique.published?.at ?? communique.writtenAt, shown, 'long', zone)
  const edition = inLanguage(communique.edition.name, shown).text
  return (
    <section class="stack" aria-label={t('communique.preview')}>
      <Tabs
        label={t('communique.languages')}
        tabs={LANGUAGES.map((one) => ({ name: LANGUAGE_NAMES[one], href: `${base}/${communique.slug}?text=${one}`, current: one === shown }))}
      />
      <Paper
        text={shown}
        language={language}
        content={communique.text}
        figures={printedOf(plan.figures)}
        eyebrow={words(shown)('communique.eyebrow', { edition, on })}
        tokens={{ moved: new Set(props.changed.map(({ reference }) => reference)) }}
        level={2}
      />
    </section>
  )
}

/** Languages in their own name, as everywhere. */
/** What each field is called above the form. */
function labelsOf(language: Language): Record<string, string> {
  const t = words(language)
  const texts = LANGUAGES.flatMap((one) => [
    [`title_${one}`, t(`communique.title.${one}`)] as const,
    [`body_${one}`, t(`communique.body.${one}`)] as const,
  ])
  return { slug: t('communique.slug'), ...Object.fromEntries(texts) }
}

function Editor({ language, communique, values, errors, base }: EditorProps & { base: string }): Html {
  const t = words(language)
  const action = communique === null ? base : `${base}/${communique.slug}`
  return (
    <Card title={t('communique.text')} aside={<span class="xs muted">{t('communique.other-languages')}</span>}>
      <Form action={action}>
        <Hidden name="version" value={values.version ?? '0'} />
        {communique === null && (
          <TextField
            name="slug"
            label={t('communique.slug')}
            hint={t('communique.slug-hint')}
            value={values.slug ?? ''}
            dir="ltr"
            error={errorOf(errors, 'slug')}
          />
        )}
        {LANGUAGES.map((one) => (
          <div class="stack">
            <TextArea
              language={language}
              name={`title_${one}`}
              label={t(`communique.title.${one}`)}
              value={values[`title_${one}`] ?? ''}
              rows={2}
              short
              error={errorOf(errors, `title_${one}`)}
            />
            <TextArea
              language={language}
              name={`body_${one}`}
              label={t(`communique.body.${one}`)}
              hint={t('communique.body-hint', { how: t('communique.tokens') })}
              value={values[`body_${one}`] ?? ''}
              rows={10}
              error={errorOf(errors, `body_${one}`)}
            />
          </div>
        ))}
        <div class="actions">
          <Button>{t('communique.save')}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** The token of each figure of the edition, to copy. */
function Tokens({ language, figures }: EditorProps): Html {
  const t = words(language)
  if (figures.length === 0) return <></>
  return (
    <Card title={t('communique.tokens')}>
      <p class="sm">{t('communique.tokens-hint')}</p>
      <p class="xs">
        <code class="mono ltr" dir="ltr">
          {PLURALS[language]}
        </code>
      </p>
      <More summary={t('figures.title')}>
        <ul class="rows sm">
          {figures.map((one) => (
            <li>
              <span>{figureName(one, language)}</span>
              <code class="mono ltr">{`{${one.reference}}`}</code>
            </li>
          ))}
        </ul>
      </More>
    </Card>
  )
}

/** A plural to start from, with every form of the language. */
const PLURALS: Readonly<Record<Language, string>> = {
  ar: '{F-001, plural, zero {لا مشروع} one {مشروع واحد} two {مشروعان} few {# مشاريع} many {# مشروعاً} other {# مشروع}}',
  fr: '{F-001, plural, one {# projet} other {# projets}}',
  en: '{F-001, plural, one {# project} other {# projects}}',
}

function Trail({ language, trail, zone }: EditorProps): Html {
  const t = words(language)
  if (trail.length === 0) return <></>
  return (
    <Card title={t('communique.versions')}>
      <ul class="rows sm">
        {trail.map((line) => (
          <li>
            <span>
              {line.by} {line.act}
            </span>
            <span class="muted">{formatDateTime(line.at, language, zone, { style: 'day-month' })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
