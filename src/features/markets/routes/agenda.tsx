/** The public agenda: public activities and markets to come. */
import { Hono } from 'hono'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatRange, formatTimeRange, wallIn } from '../../../platform/time/time.ts'
import { type AppEnv, request } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { type PublicActivity, publicActivities, supportWords } from '../../support/index.ts'
import { type AgendaEntry, AgendaPage } from '../pages/agenda.tsx'
import { type PublicMarket, publicMarkets, zoneOf } from '../queries/public-markets.ts'
import { words } from '../words/index.ts'

export const agendaRoutes = new Hono<AppEnv>()

agendaRoutes.get('/agenda', async (c) => {
  const { db, config, organisation, viewer, language, now } = request(c)
  const zone = await zoneOf(db, organisation)
  const today = dayIn(now, zone)
  const [activities, markets, frame] = await Promise.all([
    publicActivities(db, organisation, now, language),
    publicMarkets(db, organisation, today, language),
    publicFrame(db, { organisation, viewer, language, path: '/agenda', now, origin: config.origin }),
  ])
  const entries = [...activities.map((one) => ofActivity(one, language, zone)), ...markets.map((one) => ofMarket(one, language))].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
  return page(c, <AgendaPage language={language} frame={frame} path="/agenda" entries={entries} />, 200, 'public')
})

function ofActivity(one: PublicActivity, language: Language, zone: string): AgendaEntry {
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  return {
    day: dayIn(one.from, zone),
    kind: supportWords(language)(one.kind === 'training' ? 'tour.training' : `kind.${one.kind}`),
    title: one.title,
    language: one.language,
    when: formatTimeRange(time(one.from), time(one.to), language),
    place: one.place,
    region: one.region,
    mark: one.mark,
    note: null,
  }
}

function ofMarket(one: PublicMarket, language: Language): AgendaEntry {
  const t = words(language)
  return {
    day: one.from,
    kind: t('agenda.market'),
    title: one.name,
    language: one.language,
    when: one.from === one.to ? formatDate(one.from, language, 'day-month') : formatRange(one.from, one.to, language, 'day-month'),
    place: one.town,
    region: null,
    mark: null,
    note: one.stands === 0 ? null : t('agenda.stands', { count: one.stands }),
  }
}
