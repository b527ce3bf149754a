/** The page of likely pairs, and an officer's word on each. */
import { Hono } from 'hono'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { editionLists } from '../../applications/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { judgePair } from '../commands/judge-pair.ts'
import { pairField, pairQuery, readPairFilters } from '../duplicates/filters.ts'
import type { PairView } from '../duplicates/views.ts'
import { words } from '../duplicates/words/index.ts'
import { DuplicatesPage, type TypedPair } from '../pages/duplicates.tsx'
import { PAIRS_A_PAGE, pairsPage } from '../queries/pairs.ts'
import { readSeen } from '../verdict-fields.ts'
import { room, saidIn, sentence } from './around.ts'

export const duplicateRoutes = new Hono<AppEnv>()

duplicateRoutes.get('/desk/:edition/duplicates', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : pairs(c, at)
})

async function pairs(c: AppContext, at: StaffRoom, came: { typed?: TypedPair; refusal?: string; judgedSince?: boolean } = {}): Promise<Response> {
  const { db, language } = request(c)
  const filters = readPairFilters((name) => c.req.query(name))
  const [view, lists] = await Promise.all([
    pairsPage(db, at.viewer, at.edition.place, filters, language, came.typed === undefined ? [] : [came.typed.first, came.typed.second]),
    editionLists(db, at.viewer.organisation, at.edition.id, c.var.now),
  ])
  if (view === null) return c.notFound()
  const refusal = came.judgedSince
    ? (judgedSince(
        view.pairs.find(({ first, second }) => first.application === came.typed?.first && second.application === came.typed.second),
        at,
        language,
      ) ?? came.refusal)
    : came.refusal
  const around = { language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone, regions: lists.regions, said: saidIn(c, words(language)) }
  return page(
    c,
    <DuplicatesPage {...around} typed={came.typed} refusal={refusal} view={view} filters={filters} pageSize={PAIRS_A_PAGE} />,
    came.refusal === undefined ? 200 : 422,
  )
}

/** Who answered meanwhile, and when: what a colleague needs to look again. */
function judgedSince(pair: PairView | undefined, at: StaffRoom, language: Language): string | undefined {
  if (pair === undefined || pair.judged === null) return undefined
  const when = formatDateTime(pair.judged.at, language, at.edition.zone, { style: 'day-month' })
  return words(language)('judged-since', { by: pair.judged.by, at: when })
}

duplicateRoutes.post('/desk/:edition/duplicates', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const [first, second] = [fieldText(body, 'first'), fieldText(body, 'second')]
  const fields = { verdict: pairField('verdict', first, second), reason: pairField('reason', first, second) }
  const verdict = fieldText(body, fields.verdict)
  const reason = cleanLine(fieldText(body, fields.reason))
  const typed = { first, second, verdict, reason }
  if (!['different', 'same', first, second].includes(verdict) || verdict === '') {
    const message = words(language)('choice-missing')
    return pairs(c, at, { typed: { ...typed, errors: [{ field: fields.verdict, message }] }, refusal: message })
  }
  const same = verdict !== 'different'
  const kept = same && verdict !== 'same' ? verdict : null
  const seen = readSeen(fieldText(body, 'seen'))
  const confirmed = fieldText(body, 'confirmed') === 'yes'
  const outcome = await judgePair(db, at.viewer, { one: first, other: second, same, kept, reason, seen, confirmed }, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/duplicates${pairQuery(readPairFilters((name) => c.req.query(name)))}`, 'pair-judged')
  if (outcome.code === 'likeness/unknown') return c.notFound()
  const message = sentence(c, outcome)
  const placed: Readonly<Record<string, string>> = {
    'likeness/verdict-unreasoned': fields.reason,
    'eligibility/reason-too-long': fields.reason,
    'likeness/kept-missing': fields.verdict,
  }
  const field = placed[outcome.code]
  const since = outcome.code === 'likeness/judged-since'
  const toConfirm = outcome.code === 'likeness/already-eligible'
  return pairs(c, at, {
    typed: { ...typed, toConfirm, errors: field === undefined ? [] : [{ field, message }] },
    refusal: message,
    judgedSince: since,
  })
})
