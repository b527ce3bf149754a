/** The rules of an edition, written from its settings: what is read here is what is applied. */
import type { Child, Html } from '#html'
import { BackLink } from '../../../design/crumbs.tsx'
import { Cues } from '../../../design/cues.tsx'
import { FunderMark } from '../../../design/funder.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import { boundStrands } from '../../../domain/edition-strands.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatMoney, formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { eligibilitySentence, selectionSentence } from '../rule-words.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'
import { calendarSteps } from './aside.tsx'
import { Extensions } from './extensions.tsx'
import { deadlineText } from './deadline.tsx'
import { StageRules } from './stage-rules.tsx'
import { Strands } from './strands.tsx'
import { CriterionScale } from './criterion-scale.tsx'

interface Told {
  readonly language: Language
  readonly call: CallView
}

export function RulesPage({ language, frame, path, call, said }: Told & { frame: PublicFrame; path: string; said?: string | undefined }): Html {
  const t = words(language)
  const title = t('rules.title', { edition: inLanguage(call.edition.name, language).text })
  return (
    <PublicPage language={language} frame={frame} path={path} title={title} listed={!call.preview} said={said}>
      <div class="wrap wrap--mid section section--tight stack stack--xl">
        <div class="stack stack--sm">
          <BackLink href={`/${language}${call.home}`}>{t('rules.back')}</BackLink>
          <h1>{title}</h1>
          <p class="lead">{t('rules.lead')}</p>
        </div>
        <WhoMayApply language={language} call={call} />
        <Places language={language} call={call} />
        <Strands language={language} content={call.content} />
        <Received language={language} call={call} />
        <Reading language={language} call={call} />
        <TheList language={language} content={call.content} />
        <Dates language={language} call={call} />
        <Part id="funders" title={t('rules.funders')}>
          {call.content.funders.map((funder) => (
            <FunderMark
              funder={{ name: inLanguage(funder.name, language).text, sentence: inLanguage(funder.sentence, language).text, emblem: funder.emblem }}
            />
          ))}
        </Part>
      </div>
    </PublicPage>
  )
}

function Part({ id, title, children }: { id: string; title: string; children?: Child }): Html {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function WhoMayApply({ language, call }: Told): Html {
  const t = words(language)
  const { eligibilityRules, applicantKinds, sectors } = call.content
  const named = (list: readonly { readonly name: CallView['edition']['name'] }[]): string =>
    list.map((one) => inLanguage(one.name, language).text).join(' · ')
  return (
    <Part id="who" title={t('rules.who')}>
      <ol class="stack">
        {eligibilityRules.map((rule) => (
          <li class="stack stack--xs">
            <h3>{inLanguage(rule.name, language).text}</h3>
            <Sentence text={eligibilitySentence(rule, call.content, language)} />
            <p class="sm muted">{t('rules.otherwise', { reason: inLanguage(rule.reason, language).text })}</p>
          </li>
        ))}
      </ol>
      <p>{t('rules.kinds', { kinds: named(applicantKinds) })}</p>
      <p>{t('rules.sectors', { sectors: named(sectors) })}</p>
      <p>{t('rules.appeal', { days: call.appealDays })}</p>
    </Part>
  )
}

function Sentence({ text }: { text: string | null }): Html {
  return text === null ? <></> : <p>{text}</p>
}

function Places({ language, call }: Told): Html {
  const t = words(language)
  const { regions, edition } = call.content
  return (
    <Part id="places" title={t('rules.places')}>
      <div class="room">
        <Table
          caption={t('rules.places-caption')}
          rows={regions}
          columns={[
            { name: t('rules.region'), head: true, cell: (region) => <Region mark={region.mark}>{inLanguage(region.name, language).text}</Region> },
            { name: t('brief.places'), number: true, cell: (region) => region.places },
          ]}
          foot={
            <tr>
              <th scope="row">{t('rules.all')}</th>
              <td class="n" data-l={t('brief.places')}>
                <b>{edition.places}</b>
              </td>
            </tr>
          }
        />
      </div>
    </Part>
  )
}

function Received({ language, call }: Told): Html {
  const t = words(language)
  const { edition, call: terms } = call.content
  return (
    <Part id="received" title={t('rules.get')}>
      {edition.supportMonths > 0 && <p>{t('rules.months', { months: edition.supportMonths })}</p>}
      <ul class="stack">
        {terms.offers.map((offer) => (
          <li>
            <h3>{inLanguage(offer.title, language).text}</h3>
            <p>{inLanguage(offer.text, language).text}</p>
          </li>
        ))}
      </ul>
      <Seed language={language} content={call.content} />
    </Part>
  )
}

/** What the seed fund gives a project at most: as each strand says, where strands have ceilings of their own. */
export function Seed({ language, content: { edition, strands = [] } }: Pick<Told, 'language'> & Pick<CallView, 'content'>): Html {
  const t = words(language)
  const amount = (ceiling: string): string => formatMoney(ceiling, edition.currency, language)
  const whole = Number(edition.seedCeiling) > 0
  if (strands.every(({ ceiling }) => ceiling === null)) return whole ? <p>{t('rules.seed', { amount: amount(edition.seedCeiling) })}</p> : <></>
  return (
    <>
      <p>{t('rules.seed-strands')}</p>
      <ul class="rows">
        {strands.map(({ name, ceiling }) => (
          <li>
            <span>{inLanguage(name, language).text}</span>
            <span class="sm">
              {ceiling !== null || whole ? t('brief.seed-value', { amount: amount(ceiling ?? edition.seedCeiling) }) : t('rules.seed-none')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Reading({ language, call }: Told): Html {
  const t = words(language)
  const { edition, criteria, review } = call.content
  const points = (decimal: string): string => formatNumber(decimal, language)
  if (review !== undefined)
    return (
      <Part id="reading" title={t('rules.reading')}>
        <StageRules language={language} content={call.content} stages={review} />
      </Part>
    )
  return (
    <Part id="reading" title={t('rules.reading')}>
      <div class="prose">
        <p>{t('rules.reviews', { count: edition.reviewsPerApplication })}</p>
        <p>{t('rules.scale', edition.scale)}</p>
        <p>{t('rules.third', { points: points(edition.divergence) })}</p>
        <p>
          {Number(edition.interviewWeight) > 0
            ? t('rules.interview', { share: formatPercent(Number(edition.interviewWeight), language) })
            : t('rules.no-interview')}
        </p>
        <p>{t('rules.pass', { points: points(edition.passMark) })}</p>
        {edition.scoreBasis === 'calibrated' && <p>{t('rules.calibrated')}</p>}
      </div>
      <div class="grid grid--lg">
        {criteria.map((criterion) => (
          <CriterionScale language={language} criterion={criterion} scale={edition.scale} />
        ))}
      </div>
    </Part>
  )
}

/** The rules the list keeps: those that are written, and the places of strands, which bind where no rule says otherwise. */
export function TheList({ language, content }: Pick<Told, 'language'> & Pick<CallView, 'content'>): Html {
  const t = words(language)
  const { selectionRules, strands = [], edition } = content
  const bound = boundStrands(strands, selectionRules)
  return (
    <Part id="list" title={t('rules.list')}>
      <p>{t(selectionRules.length + bound.length === 0 ? 'rules.no-quota' : 'rules.list-lead')}</p>
      {selectionRules.length + bound.length > 0 && (
        <ul class="rows">
          {selectionRules.map((rule) => (
            <li>
              <span>{inLanguage(rule.name, language).text}</span>
              <span class="sm muted">{selectionSentence(rule, content, language)}</span>
            </li>
          ))}
          {bound.map(({ code, places }) => (
            <li>
              <span>{t('rules.strand-places')}</span>
              <span class="sm muted">
                {selectionSentence({ attribute: 'strand', value: code, minimum: null, maximum: places }, content, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>{t('rules.reserve', { count: edition.reservePerRegion })}</p>
    </Part>
  )
}

function Dates({ language, call }: Told): Html {
  const t = words(language)
  const deadline = deadlineText({ content: call.content, deadlineAt: call.times.deadlineAt }, language)
  return (
    <Part id="dates" title={t('rules.dates')}>
      <Note>{deadline === null ? t('rules.rolling-note') : t('rules.deadline-note', { deadline })}</Note>
      <Extensions language={language} call={call} />
      <Cues steps={calendarSteps(call.content.calendar, call.today, language)} />
    </Part>
  )
}
