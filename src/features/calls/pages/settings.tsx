/** The settings of an edition at the desk, part by part. They are changed in the editor of editions. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Tabs } from '../../../design/tabs.tsx'
import { inLanguage, LANGUAGES, type Language, LANGUAGE_NAMES } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { isolated } from '../../../platform/isolate.ts'
import { formatList } from '../../../platform/words/format.ts'
import { DESK_PARTS, type DeskPart, type SettingsView } from '../views.ts'
import { words } from '../words/index.ts'
import { deadlineText, promisedText } from './deadline.tsx'
import { FormPart } from './settings-form.tsx'
import { CalendarPart, CriteriaPart, MeansPart, RulesPart, TextsPart } from './settings-parts.tsx'

export interface SettingsProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly part: DeskPart
  readonly settings: SettingsView
  /** Where the site is reached. */
  readonly origin: string
  readonly said?: string | undefined
}

const PARTS: Readonly<Record<DeskPart, (props: PartProps) => Html>> = {
  calendar: CalendarPart,
  rules: RulesPart,
  criteria: CriteriaPart,
  form: FormPart,
  texts: TextsPart,
  means: MeansPart,
}

export interface PartProps {
  readonly language: Language
  readonly origin: string
  readonly settings: SettingsView
}

export function SettingsPage({ language, frame, path, part, settings, origin, said }: SettingsProps): Html {
  const t = words(language)
  const { content, state, whole } = settings
  const slug = content.edition.slug
  const title = t('desk.title', { edition: inLanguage(content.edition.name, language).text })
  const parts = DESK_PARTS.filter((one) => one !== 'means' || whole)
  const tabs = parts.map((one) => ({ name: t(`desk.part.${one}`), href: `/${language}/desk/${slug}/call?part=${one}`, current: one === part }))
  return (
    <StaffPage language={language} frame={frame} path={path} query={`?part=${part}`} title={title} said={said}>
      <Head title={title} lead={lead(settings, language)}>
        <Acts language={language} settings={settings} origin={origin} />
        {state !== 'prepared' && (
          <ButtonLink kind="quiet" href={`/${language}/calls/${slug}`}>
            {t('desk.public')}
          </ButtonLink>
        )}
        {whole && (
          <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/call/file`} download>
            <Icon name="down" />
            {t('desk.export')}
          </ButtonLink>
        )}
      </Head>
      <WhoMay language={language} settings={settings} />
      <Written language={language} settings={settings} origin={origin} />
      <Tabs label={t('desk.parts')} tabs={tabs} />
      {PARTS[part]({ language, settings, origin })}
    </StaffPage>
  )
}

/** What may be done with the call now: change it, make it public, put its deadline off. */
function Acts({ language, settings }: PartProps): Html {
  const t = words(language)
  const { slug } = settings.content.edition
  const base = `/${language}/desk/${slug}/call`
  return (
    <>
      {settings.mayPublish && settings.state === 'prepared' && (
        <ButtonLink kind="light" href={`${base}/publication`}>
          {t('publish.title')}
        </ButtonLink>
      )}
      {settings.mayPublish && mayMove(settings) && (
        <ButtonLink kind="quiet" href={`${base}/${settings.deadlineAt === null ? 'closing' : 'extension'}`}>
          {t(settings.deadlineAt === null ? 'closing.title' : 'extension.title')}
        </ButtonLink>
      )}
      {settings.writable && settings.state !== 'prepared' && (
        <ButtonLink kind="quiet" href={`${base}/questions`}>
          {t('questions.title')}
        </ButtonLink>
      )}
      {settings.writable && settings.state !== 'prepared' && (
        <ButtonLink kind="quiet" href={`${base}/extra-time`}>
          {t('extra-time.title')}
        </ButtonLink>
      )}
      {settings.writable && settings.state !== 'prepared' && settings.state !== 'announced' && (
        <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/assistance`}>
          {t('desk.assistance')}
        </ButtonLink>
      )}
      {settings.writable && (
        <form method="post" action={`/${language}/desk/editions/new`}>
          <input type="hidden" name="edition" value={slug} />
          <Button kind="quiet" name="from" value="edition">
            {t('desk.change')}
          </Button>
        </form>
      )}
    </>
  )
}

/** To an officer, what stands where the director has a button: whose act it is, and their names. */
function WhoMay({ language, settings }: Pick<PartProps, 'language' | 'settings'>): Html {
  const { builders, state, deadlineAt } = settings
  const act = state === 'prepared' ? 'publish' : mayMove(settings) ? (deadlineAt === null ? 'closing' : 'extension') : null
  if (act === null || builders.length === 0) return <></>
  const names = formatList(
    builders.map((one) => isolated(nameFor(one, language), language)),
    language,
  )
  return <p class="sm muted">{words(language)(`${act}.whose`, { names })}</p>
}

/** A deadline is put off from the moment the call is public; one that has none is given one once it is open. */
function mayMove({ state, deadlineAt }: SettingsView): boolean {
  return state === 'open' || (deadlineAt !== null && (state === 'announced' || state === 'grace'))
}

function lead({ content, state, opensAt, deadlineAt }: SettingsView, language: Language): string {
  const { call } = content
  const promised = { language, zone: call.zone }
  const opens = promisedText({ ...promised, wall: call.opens, instant: opensAt })
  const deadline = deadlineText({ content, deadlineAt }, language)
  if (deadline === null) return words(language)(`desk.rolling-${state === 'prepared' || state === 'announced' ? state : 'open'}`, { opens })
  return words(language)(`desk.lead-${state === 'grace' ? 'closed' : state}`, { opens, deadline })
}

/** How far the edition is written in each language, and how many questions its form asks. */
function Written({ language, settings }: PartProps): Html {
  const t = words(language)
  const written = LANGUAGES.map((one) => {
    const { total, missing } = settings.completeness[one]
    return {
      value: LANGUAGE_NAMES[one],
      reference: null,
      says: missing.length === 0 ? t('desk.complete', { total }) : t('desk.incomplete', { missing: missing.length, total }),
    }
  })
  return (
    <Kpis figures={[...written, { value: String(settings.questions), reference: null, says: t('desk.questions', { count: settings.questions }) }]} />
  )
}
