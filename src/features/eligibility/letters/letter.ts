/** The letter that tells a decision on eligibility: as a mail, and as a document to keep. */
import { inLanguage } from '../../../domain/language.ts'
import type { Letter, Part } from '../../../platform/documents/document.ts'
import { isolated } from '../../../platform/isolate.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { appealUntil } from './term.ts'
import type { ToldDecision } from './views.ts'
import { words } from './words/index.ts'

/** Subject and paragraphs, in the language of the application. */
export function decisionMail(told: ToldDecision, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const { language } = told
  const t = words(language)
  const kind = told.eligible ? 'eligible' : 'ineligible'
  const body: Paragraph[] = told.eligible ? [t('letter.eligible.next')] : [...groundOf(told), { heading: t('letter.appeal-title') }, appealText(told)]
  return {
    subject: t(`letter.${kind}.subject`, { number: isolated(told.number, language) }),
    paragraphs: [
      { heading: t(`letter.${kind}.title`) },
      t('letter.greeting', { name: isolated(told.name, language) }),
      said(told),
      { facts: factsOf(told) },
      ...body,
      { action: { label: t(`letter.${kind}.open`), href: `${origin}/${language}/applications/${told.application}/decision` } },
      t('letter.end'),
    ],
  }
}

/** The same as a sheet of paper. `answer`: what an appeal against the decision was answered. */
export function decisionLetter(told: ToldDecision, answer: { readonly text: string; readonly at: Date } | null): Letter {
  const { language, zone } = told
  const t = words(language)
  const kind = told.eligible ? 'eligible' : 'ineligible'
  const told_at = told.leftAt ?? told.decidedAt
  const parts: Part[] = told.eligible
    ? [t('letter.eligible.next')]
    : [...groundOf(told), ...(answer === null ? [{ heading: t('letter.appeal-title') }, appealText(told)] : answerParts(told, answer))]
  return {
    title: t(`letter.${kind}.subject`, { number: told.number }),
    organisation: inLanguage(told.organisation, language).text,
    ...(told.funders.length === 0 ? {} : { funding: { text: told.funders.map((funder) => inLanguage(funder, language).text).join(' · ') } }),
    addressee: [told.name],
    date: formatDate(told_at, language, 'full', zone),
    reference: t('letter.reference', { number: told.number }),
    subject: t(`letter.${kind}.title`),
    body: [t('letter.greeting', { name: isolated(told.name, language) }), said(told), { facts: factsOf(told) }, ...parts, t('letter.end')],
    signature: {
      name: inLanguage(told.organisation, language).text,
      lines: [t('letter.signed', { at: formatDate(told_at, language, 'long', zone) })],
    },
  }
}

function said({ eligible, title, edition, language }: ToldDecision): string {
  const named = { title: isolated(title, language), edition: isolated(inLanguage(edition.name, language).text, language) }
  return words(language)(eligible ? 'letter.eligible.said' : 'letter.ineligible.said', named)
}

function factsOf({ number, title, ground, language }: ToldDecision): [string, string][] {
  const t = words(language)
  return [
    [t('letter.number'), number],
    [t('letter.project'), title],
    ...(ground === null ? [] : [[t('letter.ground'), inLanguage(ground.name, language).text] as [string, string]]),
  ]
}

/** What the officer wrote, line by line; the answers that were lacking; and what the rule says, where the officer did not say just that. */
function groundOf({ reason, ground, lacking, language }: ToldDecision): (string | { heading: string })[] {
  const t = words(language)
  const rule = ground === null ? '' : inLanguage(ground.reason, language).text
  return [
    { heading: t('letter.reason') },
    ...reason.split(/\n+/).filter((line) => line.trim() !== ''),
    ...(lacking.length === 0 ? [] : [t('letter.lacking', { count: lacking.length })]),
    ...lacking.map((label) => `– ${isolated(inLanguage(label, language).text, language)}`),
    ...(rule === '' || rule === reason ? [] : [t('letter.rule', { rule })]),
  ]
}

/** With the date once the letter has left; before that nobody knows it. */
function appealText(told: ToldDecision): string {
  const { language, appealDays, zone } = told
  const t = words(language)
  const until = appealUntil(told)
  return until === null
    ? t('letter.appeal-days', { days: appealDays })
    : t('letter.appeal-until', { until: formatDateTime(until, language, zone, { style: 'full' }) })
}

function answerParts({ language, zone }: ToldDecision, { text, at }: { readonly text: string; readonly at: Date }): Part[] {
  const t = words(language)
  return [
    { heading: t('letter.answer-title', { at: formatDate(at, language, 'long', zone) }) },
    ...text.split(/\n+/).filter((line) => line.trim() !== ''),
    t('letter.answer-final'),
  ]
}
