/** One fact of a holder: the answer, what was seen before, and what an officer may state of it. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { DateField, TextArea, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Fact } from '../../../domain/verification.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { factText, type VerificationView } from '../../people/index.ts'
import type { FactMark } from '../queries/verification.ts'
import { words } from '../words/index.ts'
import { FactState } from './fact-mark.tsx'

export interface VerificationTyped {
  readonly basis: string
  readonly until: { readonly day: string; readonly month: string; readonly year: string }
  /** Of one verification: why it is revoked, or the answer to who contests it. */
  readonly says: string
}

export const NOTHING_SAID: VerificationTyped = { basis: '', until: { day: '', month: '', year: '' }, says: '' }

export interface VerificationProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly number: string
  readonly application: string
  readonly fact: Fact
  readonly question: { readonly label: string; readonly answer: string }
  readonly mark: FactMark
  readonly typed: VerificationTyped
  readonly errors: FormErrors
  readonly refusal: string | undefined
  readonly said: string | undefined
}

export function VerificationPage(props: VerificationProps): Html {
  const { language, slug, application, number, fact, question, mark, errors, refusal, zone } = props
  const t = words(language)
  const desk = `/${language}/desk/${slug}`
  const name = t(`verification.${fact}`)
  const path = [
    { name: t('desk.page'), href: `${desk}/applications` },
    { name: number, href: `${desk}/eligibility/${application}` },
    { name, href: '', current: true },
  ]
  return (
    <StaffPage
      language={language}
      title={t('verification.page', { number })}
      path={props.path}
      frame={props.frame}
      said={props.said}
      error={errors.length > 0 || refusal !== undefined}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <div class="stack stack--sm">
        <Crumbs label={t('file.path')} path={path} />
        <Head title={name} lead={t('verification.lead')} />
      </div>
      <div class="pair pair--wide">
        <div class="stack stack--lg">
          <Card title={t('verification.answer')} aside={<FactState mark={mark} language={language} zone={zone} />}>
            <p class="muted">{question.label}</p>
            <p class="strong">
              <bdi>{question.answer === '' ? t('file.no-answer') : question.answer}</bdi>
            </p>
          </Card>
          {mark.all.map((one) => (
            <Seen {...props} one={one} />
          ))}
        </div>
        {mark.is !== 'same' && question.answer !== '' && <Check {...props} />}
      </div>
    </StaffPage>
  )
}

function Check({ language, path, typed, errors }: VerificationProps): Html {
  const t = words(language)
  return (
    <Card title={t('verification.check')}>
      <form class="stack" method="post" action={`/${language}${path}`} novalidate>
        <TextField
          name="basis"
          label={t('verification.basis')}
          hint={t('verification.basis-hint')}
          value={typed.basis}
          error={errorOf(errors, 'basis')}
          autocomplete="off"
        />
        <DateField
          name="until"
          label={t('verification.until')}
          hint={t('verification.until-hint')}
          value={typed.until}
          error={errorOf(errors, 'until')}
          language={language}
        />
        <Button kind="light">{t('verification.record')}</Button>
      </form>
    </Card>
  )
}

function Seen({ one, language, zone, path, typed, errors }: VerificationProps & { one: VerificationView }): Html {
  const t = words(language)
  const day = (at: Date): string => formatDate(at, language, 'long', zone)
  const until = one.validUntil === null ? t('verification.for-good') : formatDate(one.validUntil, language)
  return (
    <Card title={t('verification.seen-on', { day: day(one.verifiedAt) })}>
      <div class="stack">
        <Facts
          columns={2}
          facts={[
            { name: t('verification.value'), value: <bdi>{factText(one.fact, one.value, language)}</bdi> },
            { name: t('verification.by'), value: <bdi>{nameFor(one.verifiedBy, language)}</bdi> },
            { name: t('verification.basis'), value: <span dir="auto">{one.basis}</span> },
            { name: t('verification.until'), value: until },
          ]}
        />
        {one.contest !== null && (
          <div class="stack stack--xs">
            <p class="muted">{t('verification.contested-on', { day: day(one.contest.at) })}</p>
            <p dir="auto">{one.contest.text}</p>
            {one.contest.answer !== null && <p dir="auto">{t('verification.answered', { answer: one.contest.answer })}</p>}
          </div>
        )}
        {one.revocation !== null && one.revokedAt !== null ? (
          <p dir="auto">{t('verification.revoked-on', { day: day(one.revokedAt), reason: one.revocation })}</p>
        ) : (
          <Acts one={one} action={`/${language}${path}/${one.id}`} typed={typed} errors={errors} language={language} />
        )}
      </div>
    </Card>
  )
}

interface ActsProps extends Pick<VerificationProps, 'typed' | 'errors' | 'language'> {
  readonly one: VerificationView
  readonly action: string
}

function Acts({ one, action, typed, errors, language }: ActsProps): Html {
  const t = words(language)
  const [answer, reason] = [errorOf(errors, `answer-${one.id}`), errorOf(errors, `reason-${one.id}`)]
  return (
    <>
      {one.contested && (
        <form class="stack" method="post" action={`${action}/contest-answer`} novalidate>
          <TextArea name={`answer-${one.id}`} label={t('verification.contest-answer')} value={typed.says} language={language} error={answer} short />
          <Button>{t('verification.uphold')}</Button>
        </form>
      )}
      <More summary={t('verification.revoke')} open={reason !== undefined}>
        <form class="stack" method="post" action={`${action}/revocation`} novalidate>
          <TextArea
            name={`reason-${one.id}`}
            label={t('verification.reason')}
            hint={t('verification.reason-hint')}
            value={typed.says}
            language={language}
            error={reason}
            short
          />
          <Button kind="bad">{t('verification.revoke-now')}</Button>
        </form>
      </More>
    </>
  )
}
