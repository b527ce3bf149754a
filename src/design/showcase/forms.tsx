/** A form with errors, and every field in use. */
import type { Html } from '#html'
import { CheckField, ChoiceField, ConsentField, DateField, Form, TextArea, TextField } from '../form/controls.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { errorOf, type FormErrors } from '../form/field.tsx'
import { FileField } from '../form/file-field.tsx'
import { SelectField } from '../form/select-field.tsx'
import { EmailField, MoneyField, NumberField, PhoneField, UrlField } from '../form/written-fields.tsx'
import { Saved } from '../saved.tsx'
import { Score } from '../score.tsx'
import { words as frameWords } from '../words/index.ts'
import { REGIONS, type Shown } from './basics.tsx'
import { words } from './words/index.ts'

export function FormInError({ language }: Shown): Html {
  const t = words(language)
  const frame = frameWords(language)
  const errors: FormErrors = [
    { field: 'budget.amount', message: t('form.amount-error') },
    { field: 'sample', message: t('form.sample-error') },
  ]
  const amount = { name: 'budget.amount', label: t('form.amount'), value: '75000', error: errorOf(errors, 'budget.amount') }
  return (
    <section class="stack">
      <h2>{t('forms')}</h2>
      <ErrorSummary language={language} errors={errors} focused={false} />
      <Form action={`/${language}/design`} files spaced={false}>
        <div class="stack">
          <MoneyField {...amount} currency={t('form.currency')} />
          <FileField
            name="sample"
            label={t('form.sample')}
            hint={t('form.sample-hint')}
            error={errorOf(errors, 'sample')}
            accept={['image/*', 'audio/*', 'application/pdf']}
            kept={{ name: t('form.file'), href: '#fields' }}
          />
        </div>
      </Form>
      <Saved text={frame('saved.at', { time: language === 'fr' ? '14 h 32' : '14:32' })} />
      <Saved text={frame('saved.saving')} />
      <Saved text={frame('saved.offline')} off />
      <Saved text={frame('saved.two-versions')} off />
    </section>
  )
}

export function FieldsInUse({ language }: Shown): Html {
  const t = words(language)
  return (
    <section class="stack" id="fields">
      <h2>{t('fields')}</h2>
      <Form action={`/${language}/design`} spaced={false}>
        <div class="pair pair--half">
          <div class="stack stack--lg">
            <Written language={language} />
          </div>
          <div class="stack stack--lg">
            <Chosen language={language} />
          </div>
        </div>
      </Form>
    </section>
  )
}

function Written({ language }: Shown): Html {
  const t = words(language)
  const optionalLabel = frameWords(language)('form.optional')
  return (
    <>
      <TextField name="name" label={t('field.name')} value={t('field.name-value')} autocomplete="name" />
      <EmailField name="email" label={t('field.email')} value="name@example.ma" />
      <PhoneField name="phone" label={t('field.phone')} hint={t('field.phone-hint')} value="" />
      <UrlField name="link" label={t('field.link')} value="" optionalLabel={optionalLabel} />
      <NumberField name="people" label={t('field.people')} value="3" unit={t('field.people-unit')} />
      <DateField
        language={language}
        name="born"
        label={t('field.born')}
        hint={t('field.born-hint')}
        value={{ day: '27', month: '3', year: '2003' }}
        birth
      />
      <TextArea language={language} name="tell" label={t('field.tell')} hint={t('field.tell-hint')} value={t('field.tell-value')} maxWords={150} />
    </>
  )
}

function Chosen({ language }: Shown): Html {
  const t = words(language)
  const frame = frameWords(language)
  const sectors = [
    { value: 'stage', name: t('field.sector.stage'), hint: t('field.sector.stage-hint') },
    { value: 'music', name: t('field.sector.music') },
    { value: 'craft', name: t('field.sector.craft') },
  ]
  const languages = (['ar', 'fr', 'en'] as const).map((value) => ({ value, name: frameWords(value)('frame.language') }))
  const regions = REGIONS.map((value) => ({ value, name: t(`region.${value}`) }))
  return (
    <>
      <ChoiceField name="sector" label={t('field.sector')} options={sectors} value="stage" />
      <CheckField name="languages" label={t('field.languages')} options={languages} values={['ar', 'fr']} look="row" />
      <SelectField
        name="region"
        label={t('field.region')}
        value="fes"
        empty={frame('form.choose')}
        groups={[{ name: t('field.regions-in'), options: regions }]}
        width="m"
      />
      <ConsentField name="consent" label={t('field.consent')} hint={t('field.consent-hint')} given={false} />
      <Scores language={language} />
    </>
  )
}

function Scores({ language }: Shown): Html {
  const t = words(language)
  const steps = ['1', '2', '3', '4', '5'].map((step) => ({ value: step, shown: step, label: t('field.score-step', { step }) }))
  const presence = (['here', 'late', 'away'] as const).map((value) => {
    const word = t(`field.presence.${value}`)
    return { value, shown: word, label: word }
  })
  return (
    <>
      <div class="field">
        <Score name="score" label={t('field.score')} steps={steps} value="3" describedBy="score-anchor" />
        <p class="hint" id="score-anchor">
          {t('field.score-anchor')}
        </p>
      </div>
      <Score name="presence" label={t('field.presence')} steps={presence} value="here" look="tap" />
    </>
  )
}
