/** Planning an activity, or changing one. What clashes is named with where it is, and everything typed stays. */
import type { Child, Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { CheckField, ChoiceField, DateField, Hidden, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { ACTIVITY_KINDS } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatTimeRange, wallIn } from '../../../platform/time/time.ts'
import type { Clash } from '../queries/clashes.ts'
import type { PlanningLists } from '../queries/planning-lists.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'

/** What was typed, or what stands. */
export interface TypedActivity {
  readonly values: Readonly<Record<string, string>>
  readonly trainers: readonly string[]
  readonly projects: readonly string[]
}

export interface ActivityFormProps extends Around, TypedActivity {
  readonly lists: PlanningLists
  /** The activity that is changed; null for a new one. */
  readonly activity: string | null
  /** Carried unseen: the id of a new activity, or the version of the one changed. */
  readonly hidden: { readonly name: 'id' | 'version'; readonly value: string }
  readonly errors: FormErrors
  readonly refusal?: string
  readonly clashes?: readonly Clash[]
}

export function ActivityFormPage(props: ActivityFormProps): Html {
  const { language, errors, activity } = props
  const t = words(language)
  const title = t(activity === null ? 'plan.title' : 'change.title')
  const desk = `/${language}/desk/${props.edition}`
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={title} error={errors.length > 0 || props.refusal !== undefined}>
      <ErrorSummary language={language} errors={errors} names={labelsOf(language)} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      {(props.clashes ?? []).map((clash) => (
        <ClashNote clash={clash} language={language} zone={props.zone} />
      ))}
      <Head title={title} lead={t('plan.lead')} />
      <form class="card stack stack--lg" method="post" action={`${desk}/activities${activity === null ? '' : `/${activity}`}`} novalidate>
        <What {...props} />
        <When {...props} />
        <Where {...props} />
        <Whom {...props} />
        <ChoiceField
          name="public"
          label={t('plan.public')}
          look="row"
          value={props.values.public || 'usual'}
          error={errorOf(errors, 'public')}
          options={(['usual', 'yes', 'no'] as const).map((value) => ({ value, name: t(`plan.public-${value}`) }))}
        />
        <div class="actions">
          <Button kind="light">{t(activity === null ? 'plan.do' : 'change.do')}</Button>
          {activity !== null && (
            <ButtonLink kind="text" href={`${desk}/activities/${activity}`}>
              {t('change.leave')}
            </ButtonLink>
          )}
        </div>
        <Hidden {...props.hidden} />
      </form>
    </StaffPage>
  )
}

/** What each field is called above the form. */
function labelsOf(language: Language): Record<string, string> {
  const t = words(language)
  return {
    kind: t('plan.kind'),
    title_ar: t('plan.title-ar'),
    title_fr: t('plan.title-fr'),
    title_en: t('plan.title-en'),
    on: t('plan.on'),
    begins: t('plan.begins'),
    ends: t('plan.ends'),
    place: t('activity.where'),
    room: t('activity.room'),
    region: t('activity.region'),
    tour: t('activity.tour'),
    trainer: t('plan.trainers'),
    organiser: t('plan.organiser'),
    projects: t('plan.projects'),
    public: t('plan.public'),
  }
}

/** One thing that is elsewhere at that time: who, at what, where, from when to when. */
function ClashNote({ clash, language, zone }: { clash: Clash; language: Language; zone: string }): Html {
  const t = words(language)
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  const when = `${formatDate(dayIn(clash.from, zone), language, 'weekday')} ${formatTimeRange(time(clash.from), time(clash.to), language)}`
  const strong = (children: Child): Html => <b>{children}</b>
  return (
    <Note is="bad">
      <p>
        {strong(<bdi>{clash.who}</bdi>)}{' '}
        {clash.activity === null ? (
          t('clash.elsewhere', { when })
        ) : (
          <>
            {t(`clash.${clash.what}`, { when })} <bdi>{clash.activity.title}</bdi>
            {clash.activity.place !== '' && (
              <>
                {' '}
                (<bdi>{clash.activity.place}</bdi>)
              </>
            )}
          </>
        )}
      </p>
    </Note>
  )
}

function What({ language, values, errors }: ActivityFormProps): Html {
  const t = words(language)
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('plan.kind')}
        look="row"
        value={values.kind ?? ''}
        error={errorOf(errors, 'kind')}
        options={ACTIVITY_KINDS.map((kind) => ({ value: kind, name: t(`kind.${kind}`) }))}
      />
      <div class="trio">
        {(['ar', 'fr', 'en'] as const).map((one) => (
          <TextField
            name={`title_${one}`}
            label={t(`plan.title-${one}`)}
            value={values[`title_${one}`] ?? ''}
            error={errorOf(errors, `title_${one}`)}
            dir={one === 'ar' ? 'rtl' : 'ltr'}
          />
        ))}
      </div>
    </>
  )
}

function When({ language, values, errors }: ActivityFormProps): Html {
  const t = words(language)
  return (
    <div class="trio">
      <DateField
        language={language}
        name="on"
        label={t('plan.on')}
        value={{ day: values['on.day'] ?? '', month: values['on.month'] ?? '', year: values['on.year'] ?? '' }}
        error={errorOf(errors, 'on')}
      />
      {(['begins', 'ends'] as const).map((name) => (
        <TextField
          name={name}
          kind="code"
          width="s"
          label={t(`plan.${name}`)}
          hint={t('plan.time-hint')}
          value={values[name] ?? ''}
          error={errorOf(errors, name)}
        />
      ))}
    </div>
  )
}

function options(list: readonly { readonly id: string; readonly name: string }[]) {
  return [{ options: list.map((one) => ({ value: one.id, name: one.name })) }]
}

function Where({ language, values, errors, lists }: ActivityFormProps): Html {
  const t = words(language)
  const select = (name: string, label: string, empty: string, list: readonly { readonly id: string; readonly name: string }[]): Html => (
    <SelectField name={name} label={label} empty={empty} value={values[name] ?? ''} error={errorOf(errors, name)} groups={options(list)} />
  )
  return (
    <div class="trio">
      <TextField name="place" label={t('activity.where')} value={values.place ?? ''} error={errorOf(errors, 'place')} />
      {lists.rooms.length > 0 && select('room', t('activity.room'), t('plan.no-room'), lists.rooms)}
      {select(
        'region',
        t('activity.region'),
        t('calendar.national'),
        lists.regions.map((one) => ({ id: one.code, name: one.name })),
      )}
      {select('tour', t('activity.tour'), t('plan.alone'), lists.tours)}
    </div>
  )
}

function Whom({ language, values, errors, lists, trainers, projects }: ActivityFormProps): Html {
  const t = words(language)
  return (
    <>
      {lists.trainers.length > 0 && (
        <CheckField
          name="trainer"
          label={t('plan.trainers')}
          look="row"
          values={trainers}
          error={errorOf(errors, 'trainer')}
          options={lists.trainers.map((one) => ({ value: one.id, name: one.name }))}
        />
      )}
      <SelectField
        name="organiser"
        label={t('plan.organiser')}
        empty={t('plan.nobody')}
        width="m"
        value={values.organiser ?? ''}
        error={errorOf(errors, 'organiser')}
        groups={options(lists.organisers)}
      />
      {lists.projects.length > 0 && (
        <CheckField
          name="projects"
          label={t('plan.projects')}
          look="row"
          values={projects}
          error={errorOf(errors, 'projects')}
          options={lists.projects.map((project) => ({
            value: project.id,
            name: project.title,
            hint: lists.regions.find((region) => region.code === project.region)?.name,
          }))}
        />
      )}
    </>
  )
}
