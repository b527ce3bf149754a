/** Planning an activity. What clashes is refused by name, and everything typed stays. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { CheckField, ChoiceField, DateField, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { ACTIVITY_KINDS } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import type { PlanningLists } from '../queries.ts'
import { words } from '../words/index.ts'

export interface NewActivityProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly edition: string
  readonly lists: PlanningLists
  readonly values: Readonly<Record<string, string>>
  readonly projects: readonly string[]
  readonly errors: FormErrors
  readonly refusal?: string
}

export function NewActivityPage(props: NewActivityProps): Html {
  const { language, lists, values, errors } = props
  const t = words(language)
  const text = (name: string): string => values[name] ?? ''
  const options = (list: readonly { readonly id: string; readonly name: string }[]) => [
    { options: list.map((one) => ({ value: one.id, name: one.name })) },
  ]
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={t('plan.title')}
      error={errors.length > 0 || props.refusal !== undefined}
    >
      <ErrorSummary language={language} errors={errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={t('plan.title')} lead={t('plan.lead')} />
      <form class="card stack stack--lg" method="post" action={`/${language}/desk/${props.edition}/activities`} novalidate>
        <ChoiceField
          name="kind"
          label={t('plan.kind')}
          look="row"
          value={text('kind')}
          error={errorOf(errors, 'kind')}
          options={ACTIVITY_KINDS.map((kind) => ({ value: kind, name: t(`kind.${kind}`) }))}
        />
        <div class="trio">
          <TextField name="title_ar" label={t('plan.title-ar')} value={text('title_ar')} error={errorOf(errors, 'title_ar')} dir="rtl" />
          <TextField name="title_fr" label={t('plan.title-fr')} value={text('title_fr')} error={errorOf(errors, 'title_fr')} dir="ltr" />
          <TextField name="title_en" label={t('plan.title-en')} value={text('title_en')} error={errorOf(errors, 'title_en')} dir="ltr" />
        </div>
        <DateField
          language={language}
          name="on"
          label={t('plan.on')}
          value={{ day: text('on.day'), month: text('on.month'), year: text('on.year') }}
          error={errorOf(errors, 'on')}
        />
        <div class="trio">
          <TextField
            name="begins"
            kind="code"
            width="s"
            label={t('plan.begins')}
            hint={t('plan.time-hint')}
            value={text('begins')}
            error={errorOf(errors, 'begins')}
          />
          <TextField
            name="ends"
            kind="code"
            width="s"
            label={t('plan.ends')}
            hint={t('plan.time-hint')}
            value={text('ends')}
            error={errorOf(errors, 'ends')}
          />
          <TextField name="place" label={t('activity.where')} value={text('place')} error={errorOf(errors, 'place')} />
        </div>
        <div class="trio">
          <SelectField
            name="region"
            label={t('activity.region')}
            empty={t('calendar.national')}
            value={text('region')}
            error={errorOf(errors, 'region')}
            groups={options(lists.regions.map((one) => ({ id: one.code, name: one.name })))}
          />
          <SelectField
            name="trainer"
            label={t('part.trainer')}
            empty={t('plan.nobody')}
            value={text('trainer')}
            error={errorOf(errors, 'trainer')}
            groups={options(lists.trainers)}
          />
          <SelectField
            name="tour"
            label={t('activity.tour')}
            empty={t('plan.alone')}
            value={text('tour')}
            error={errorOf(errors, 'tour')}
            groups={options(lists.tours)}
          />
        </div>
        {lists.projects.length > 0 && (
          <CheckField
            name="projects"
            label={t('plan.projects')}
            look="row"
            values={props.projects}
            error={errorOf(errors, 'projects')}
            options={lists.projects.map((project) => ({
              value: project.id,
              name: project.title,
              hint: lists.regions.find((region) => region.code === project.region)?.name,
            }))}
          />
        )}
        <Button kind="light">{t('plan.do')}</Button>
      </form>
    </StaffPage>
  )
}
