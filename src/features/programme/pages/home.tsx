/** The public entry: what the programme is, whether its call is open, and where to begin. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Cues } from '../../../design/cues.tsx'
import { Day } from '../../../design/day.tsx'
import { Empty } from '../../../design/empty.tsx'
import { type Fact, Strip } from '../../../design/facts.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Poster } from '../../../design/poster.tsx'
import { Region } from '../../../design/region.tsx'
import { Scene } from '../../../design/scene.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime, formatRange, formatTime, clockLabel } from '../../../platform/time/time.ts'
import type { HomeCall, HomeFigure, HomeSession, HomeView, ShowcaseItem } from '../views.ts'
import { words } from '../words/index.ts'

export interface HomeProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly home: HomeView
}

export function HomePage({ language, frame, path, home }: HomeProps): Html {
  const { call, showcase, figures } = home
  const title = call === null ? frame.programme : inLanguage(call.tagline, language).text
  return (
    <PublicPage language={language} frame={frame} path={path} title={title} description={frame.about} listed night>
      {call === null ? <Quiet language={language} frame={frame} /> : <Entry language={language} call={call} />}
      {call !== null && call.offers.length > 0 && <Steps language={language} call={call} />}
      {call !== null && call.sessions.length > 0 && <Meetings language={language} call={call} />}
      {showcase.length > 0 && <Showcase language={language} items={showcase} />}
      {figures.length > 0 && <Figures language={language} figures={figures} />}
      <div class="section section--tight"></div>
    </PublicPage>
  )
}

interface Told {
  readonly language: Language
  readonly call: HomeCall
}

function Entry({ language, call }: Told): Html {
  const { text } = inLanguage(call.tagline, language)
  // What follows the first comma of the tagline stands in the light.
  const [dark = text, lit = ''] = text.split(/(?<=[,،])\s/u, 2)
  return (
    <>
      <section class="night hero hero--strip">
        <div class="wrap hero__in">
          <div class="stack stack--lg">
            <p class="eyebrow">{stateOf(call, language)}</p>
            <h1>
              {dark} {lit !== '' && <em>{lit}</em>}
            </h1>
            <p class="lead">{inLanguage(call.summary, language).text}</p>
            <Doors language={language} call={call} />
          </div>
          <Scene />
        </div>
      </section>
      <div class="wrap">
        <Strip over facts={stripOf(call, language)} />
      </div>
    </>
  )
}

function stateOf(call: HomeCall, language: Language): string {
  const t = words(language)
  const edition = inLanguage(call.edition, language).text
  if (call.state === 'announced') return t('home.announced', { edition, date: formatDateTime(call.opensAt, language, call.zone) })
  return call.state === 'open' ? t('home.open', { edition }) : t('home.closed', { edition })
}

function Doors({ language, call }: Told): Html {
  const t = words(language)
  const page = `/${language}/calls/${call.slug}`
  if (call.state === 'open' || call.state === 'announced')
    return (
      <>
        <div class="actions">
          <ButtonLink kind="light" size="lg" href={`${page}#check`}>
            {t('home.check')}
          </ButtonLink>
          <ButtonLink kind="night" size="lg" href={page}>
            {t('home.read')}
          </ButtonLink>
        </div>
        <p class="sm muted">{t('home.check-hint')}</p>
        <p>
          <a href={`${page}/alert`}>{t(call.state === 'announced' ? 'home.alert-opens' : 'home.alert-open')}</a>
        </p>
      </>
    )
  return (
    <div class="actions">
      {call.results && (
        <ButtonLink kind="light" size="lg" href={`/${language}/results/${call.slug}`}>
          {t('home.results')}
        </ButtonLink>
      )}
      <ButtonLink kind="night" size="lg" href={page}>
        {t('home.read-closed')}
      </ButtonLink>
      <ButtonLink kind="night" size="lg" href={`${page}/alert`}>
        {t('home.alert-next')}
      </ButtonLink>
    </div>
  )
}

function stripOf(call: HomeCall, language: Language): readonly Fact[] {
  const t = words(language)
  const { places, placesEach, age } = call
  const rules = (
    <a class="btn btn--quiet" href={`/${language}/calls/${call.slug}/rules`}>
      {t('strip.rules-link')}
    </a>
  )
  return [
    deadlineOf(call, language),
    ...(age === null
      ? []
      : [
          {
            name: age.on === null ? t('strip.age-sent') : t('strip.age', { date: formatDate(age.on, language, 'day-month') }),
            value: t('strip.ages', { min: age.min, max: age.max }),
          },
        ]),
    {
      name: t('strip.places'),
      value: placesEach === null ? t('strip.projects', { places }) : t('strip.projects-each', { places, each: placesEach }),
    },
    { name: t('strip.rules'), value: rules, hidden: true } as Fact,
  ]
}

/** Day and time without a word between them: the strip is narrow. */
function deadlineOf({ deadlineAt, zone }: HomeCall, language: Language): Fact {
  const t = words(language)
  if (deadlineAt === null) return { name: t('strip.deadline'), value: t('strip.rolling') }
  const day = formatDate(deadlineAt, language, 'full', zone)
  const value = `${day.charAt(0).toUpperCase()}${day.slice(1)}${language === 'ar' ? '،' : ','} ${formatTime(deadlineAt, language, zone)}`
  return { name: `${t('strip.deadline')} · ${clockLabel(deadlineAt, zone, language)}`, value }
}

function Quiet({ language, frame }: { language: Language; frame: PublicFrame }): Html {
  const t = words(language)
  return (
    <div class="wrap wrap--read section">
      <h1 class="mb5">{frame.programme}</h1>
      <Empty ghost title={t('home.quiet')} />
      <p>
        <ButtonLink kind="light" href={`/${language}/alerts`}>
          {t('home.alert-next')}
        </ButtonLink>
      </p>
    </div>
  )
}

function Steps({ language, call }: Told): Html {
  const t = words(language)
  const steps = call.offers.map((offer) => ({ title: inLanguage(offer.title, language).text, text: inLanguage(offer.text, language).text }))
  return (
    <section class="section" aria-labelledby="steps">
      <div class="wrap stack stack--xl">
        <div class="stack stack--sm">
          <h2 id="steps">{t('steps.title', { count: steps.length })}</h2>
          {call.support !== null && (
            <p class="lead">{t('steps.months', { months: call.months, span: formatRange(call.support.from, call.support.to, language, 'month') })}</p>
          )}
        </div>
        <Cues row steps={steps} />
      </div>
    </section>
  )
}

function Meetings({ language, call }: Told): Html {
  const t = words(language)
  return (
    <section class="section section--tight" aria-labelledby="meet">
      <div class="wrap">
        <div class="card">
          <div class="card__head">
            <h2 id="meet">{t('meet.title')}</h2>
            <span class="sm muted">{t('meet.text')}</span>
          </div>
          <ul class="grid grid--md">
            {call.sessions.map((session) => (
              <li>
                <Meeting language={language} slug={call.slug} session={session} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function Meeting({ language, slug, session }: { language: Language; slug: string; session: HomeSession }): Html {
  const [day = '', time = ''] = session.at.split('T')
  return (
    <Day above={formatDate(day, language, 'month-short')} number={formatDate(day, language, 'day')}>
      <b>{inLanguage(session.place, language).text}</b>
      <p class="sm muted">
        {formatDate(day, language, 'weekday-name')} <bdi>{formatTime(time, language)}</bdi>
      </p>
      <p>
        <Region mark={session.region.mark}>{inLanguage(session.region.name, language).text}</Region>
      </p>
      <p class="sm">
        <a href={`/${language}/calls/${slug}/sessions/${session.number}.ics`}>
          {words(language)('meet.keep')}
          <span class="vh"> {inLanguage(session.place, language).text}</span>
        </a>
      </p>
    </Day>
  )
}

function Showcase({ language, items }: { language: Language; items: readonly ShowcaseItem[] }): Html {
  const t = words(language)
  return (
    <section class="section" aria-labelledby="showcase">
      <div class="wrap stack stack--lg">
        <div class="row row--between row--base">
          <h2 id="showcase">{t('showcase.title')}</h2>
          <a href={`/${language}/projects`}>{t('showcase.all')}</a>
        </div>
        <ul class="grid grid--bill">
          {items.map(({ title, language: said, hint, href, region, seed, motif, letter }) => (
            <li class="bill" data-r={region}>
              <Poster seed={seed} region={region} motif={motif} {...(letter === undefined ? {} : { letter })} />
              <div>
                <h3>
                  <a href={href} lang={said === language ? undefined : said}>
                    <bdi>{title}</bdi>
                  </a>
                </h3>
                <p class="sm muted">{hint}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Figures({ language, figures }: { language: Language; figures: readonly HomeFigure[] }): Html {
  const t = words(language)
  return (
    <section class="section section--tight" aria-labelledby="figures">
      <div class="wrap stack">
        <div class="row row--between row--base">
          <h2 id="figures">{t('figures.title')}</h2>
          <a class="sm" href={`/${language}/impact`}>
            {t('figures.how')}
          </a>
        </div>
        <Kpis figures={figures} />
      </div>
    </section>
  )
}
