/** The call: first whether one may apply, then how files are read, then what people ask. */
import type { Child, Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import type { Criterion } from '../../../domain/edition.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import type { CallView, CheckView } from '../views.ts'
import { words } from '../words/index.ts'
import { AlertForm } from './alert.tsx'
import { CallAside } from './aside.tsx'
import { CheckCard } from './check.tsx'
import { deadlineText, promisedText } from './deadline.tsx'
import { Extensions } from './extensions.tsx'
import { Strands } from './strands.tsx'

export interface CallProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  /** Query of the address, kept when the language changes. */
  readonly call: CallView
  readonly check: CheckView
  readonly said?: string | undefined
  /** In a preview: what remains before the call can open. */
  readonly left?: Child
}

export function CallPage(props: CallProps): Html {
  const { language, frame, path, call, check } = props
  const t = words(language)
  const { call: terms } = call.content
  const summary = inLanguage(terms.summary, language).text
  const edition = inLanguage(call.edition.name, language).text
  const answerable = call.state === 'open' || call.state === 'announced'
  return (
    <PublicPage
      language={language}
      frame={frame}
      path={path}
      title={`${inLanguage(terms.title, language).text} · ${edition}`}
      description={summary}
      listed={!call.preview}
      error={check.errors.length > 0}
      said={props.said}
    >
      <section class="night hero">
        <div class="wrap section section--tight stack">
          <p class="eyebrow">{t('call.eyebrow', { edition })}</p>
          <h1>{inLanguage(terms.title, language).text}</h1>
          <p class="lead">{summary}</p>
          <Until language={language} call={call} />
        </div>
      </section>
      <div class="wrap section section--tight pair">
        <div class="stack stack--lg">
          {props.left}
          <StateNote language={language} call={call} />
          <OwnTime language={language} call={call} />
          <Extensions language={language} call={call} />
          {answerable && check.questions.length > 0 && <CheckCard language={language} call={call} check={check} />}
          <Offers language={language} call={call} />
          <Strands language={language} content={call.content} />
          <Criteria language={language} call={call} />
          <Questions language={language} call={call} />
          {!call.preview && (
            <Card title={t('alert.title')}>
              <AlertForm language={language} call={call} />
            </Card>
          )}
        </div>
        <CallAside language={language} call={call} />
      </div>
    </PublicPage>
  )
}

interface Told {
  readonly language: Language
  readonly call: CallView
}

/** Until when, on the first screen of a phone. */
function Until({ language, call }: Told): Html {
  const date = deadlineText({ content: call.content, deadlineAt: call.times.deadlineAt }, language)
  if (date === null || call.state !== 'open') return <></>
  return (
    <p>
      <b>{words(language)('call.until', { date })}</b>
    </p>
  )
}

/** Said above the page when the call is not simply open. */
function StateNote({ language, call }: Told): Html {
  const t = words(language)
  const { zone, opens } = call.content.call
  if (call.state === 'open') return <></>
  if (call.state === 'announced')
    return <Note is="wait">{t('call.announced', { date: promisedText({ language, wall: opens, instant: call.times.opensAt, zone }) })}</Note>
  const date = deadlineText({ content: call.content, deadlineAt: call.times.deadlineAt }, language)
  // No deadline, or one that is still ahead: it is the results that ended the call.
  const ended = date === null || call.today < (call.content.call.deadline ?? '').slice(0, 10)
  return (
    <Note is="wait">
      <p>{ended ? t('call.ended') : t(call.state === 'grace' ? 'call.grace' : 'call.closed', { date })}</p>
      {call.results && (
        <p>
          <a href={`/${language}/results/${call.edition.slug}`}>{t('call.results')}</a>
        </p>
      )}
    </Note>
  )
}

/** Said to one person alone: how long they have, beyond everybody's deadline. */
function OwnTime({ language, call }: Told): Html {
  const t = words(language)
  const { extra } = call
  if (extra == null || call.times.deadlineAt === null || extra.at <= call.times.deadlineAt) return <></>
  const date = promisedText({ language, wall: extra.wall, instant: extra.at, zone: call.content.call.zone })
  return (
    <Note is="ok">
      <p>
        {t('extra-time.own', { date })} <a href={`/${language}/calls/${call.edition.slug}/applications`}>{t('extra-time.own-link')}</a>
      </p>
    </Note>
  )
}

/** What a project receives: whoever comes by a shared link has not seen the home page. */
function Offers({ language, call }: Told): Html {
  const { offers } = call.content.call
  if (offers.length === 0) return <></>
  return (
    <section class="stack stack--sm" aria-labelledby="offers">
      <h2 id="offers">{words(language)('offers.title')}</h2>
      <ul class="rows">
        {offers.map(({ title, text }) => (
          <li>
            <span>
              <b>{inLanguage(title, language).text}</b>
              <br />
              {inLanguage(text, language).text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Criteria({ language, call }: Told): Html {
  const t = words(language)
  const { criteria, edition } = call.content
  return (
    <section class="stack" aria-labelledby="criteria">
      <div class="prose">
        <h2 id="criteria">{t('criteria.title')}</h2>
        <p>{t('criteria.lead', { reviews: edition.reviewsPerApplication, criteria: criteria.length })}</p>
      </div>
      <div class="room">
        <table class="table table--fold">
          <caption class="vh">{t('criteria.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('criteria.name')}</th>
              <th scope="col">{t('criteria.question')}</th>
              <th scope="col" class="n">
                {t('criteria.weight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <CriterionRow language={language} criterion={criterion} />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <ButtonLink kind="quiet" href={`/${language}${call.home}/rules`}>
          {t('call.rules')}
        </ButtonLink>{' '}
        <ButtonLink kind="quiet" href={`/${language}${call.home}/form`}>
          {t('ahead.link')}
        </ButtonLink>
      </p>
    </section>
  )
}

/** Folded on a phone, the question stands under the name of its criterion and needs no label. */
function CriterionRow({ language, criterion }: { language: Language; criterion: Criterion }): Html {
  return (
    <tr>
      <th scope="row">{inLanguage(criterion.name, language).text}</th>
      <td>{inLanguage(criterion.question, language).text}</td>
      <td class="n" data-l={words(language)('criteria.weight')}>
        <bdi>{formatPercent(criterion.weight / 100, language)}</bdi>
      </td>
    </tr>
  )
}

function Questions({ language, call }: Told): Html {
  const questions = [...call.content.call.questions, ...call.answers]
  const asks = call.state !== 'closed' && !call.preview
  if (questions.length === 0 && !asks) return <></>
  return (
    <section class="stack stack--sm" id="questions" aria-labelledby="questions-title">
      <h2 id="questions-title">{words(language)('faq.title')}</h2>
      {questions.map(({ question, answer }) => (
        <details class="card card--tight">
          <summary>
            <b>{inLanguage(question, language).text}</b>
          </summary>
          <p class="muted">{inLanguage(answer, language).text}</p>
        </details>
      ))}
      {asks && (
        <p>
          <a href={`/${language}${call.home}/question`}>{words(language)('ask.title')}</a>
        </p>
      )}
    </section>
  )
}
