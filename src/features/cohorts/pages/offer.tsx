/** The place offered to a holder: accept or decline, until a date. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Facts } from '../../../design/facts.tsx'
import { ChoiceField, ConsentField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime, formatDeadline } from '../../../platform/time/time.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import type { OfferView } from '../queries/cohort.ts'
import { words } from '../words/index.ts'

export interface OfferProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly offer: OfferView
  readonly late: boolean
  readonly errors: FormErrors
  readonly refusal?: string
}

const HEADINGS = { open: 'offer.heading', accepted: 'offer.heading-accepted', declined: 'offer.heading-declined' } as const

export function OfferPage({ language, frame, path, offer, late, errors, refusal }: OfferProps): Html {
  const t = words(language)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('offer.title')} error={errors.length > 0 || refusal !== undefined}>
      <ErrorSummary language={language} errors={errors} names={{ answer: t('offer.question') }} />
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head
        eyebrow={offer.edition}
        title={t(HEADINGS[offer.accepted === null ? 'open' : offer.accepted ? 'accepted' : 'declined'])}
        lead={<span dir="auto">{offer.title}</span>}
      />
      <Facts
        facts={[
          { name: t('offer.region'), value: offer.region },
          { name: t('offer.reply-by'), value: formatDeadline(offer.replyBy, language, offer.zone) },
          { name: t('offer.seed'), value: t('offer.seed-up-to', { amount: formatMoney(offer.seedCeiling, offer.currency, language) }) },
        ]}
      />
      {offer.accepted === null && !late && (
        <form class="stack stack--lg" method="post" action={`/${language}/offers/${offer.id}/answer`} novalidate>
          <ChoiceField
            name="answer"
            label={t('offer.question')}
            value=""
            error={errorOf(errors, 'answer')}
            options={[
              { value: 'accept', name: t('offer.accept'), hint: t('offer.accept-hint') },
              { value: 'decline', name: t('offer.decline'), hint: t('offer.decline-hint') },
            ]}
          />
          <ConsentField name="showcased" label={t('offer.showcase')} hint={t('offer.showcase-hint')} given={false} />
          <Button kind="light" size="lg">
            {t('offer.send')}
          </Button>
        </form>
      )}
      {offer.accepted !== null && offer.answeredAt !== null && (
        <Note is={offer.accepted ? 'ok' : 'wait'}>
          <p>{t(offer.accepted ? 'offer.accepted' : 'offer.declined', { when: formatDateTime(offer.answeredAt, language, offer.zone) })}</p>
          {offer.accepted && <a href={`/${language}/space/${offer.project}`}>{t('offer.to-space')}</a>}
        </Note>
      )}
      {offer.accepted === null && late && <Note is="bad">{t('offer.late')}</Note>}
    </ReadingPage>
  )
}
