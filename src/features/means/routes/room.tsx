/** What every route of means begins and ends with: the desk of the edition, the words of a refusal, the two pages that come back. */
import { errorSentences, type FieldFault } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { words as designWords } from '../../../design/words/index.ts'
import { mayAward, maySeeMeans, mayWriteLines } from '../../../domain/award.ts'
import type { Refused } from '../../../domain/result.ts'
import type { Body } from '../../../platform/input/form.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/respond.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import { trailOf } from '../../audit/index.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { MeansPage } from '../pages/means.tsx'
import { ProjectMoneyPage } from '../pages/project.tsx'
import { QUEUE_VIEWS } from '../pages/queue.tsx'
import type { Asked } from '../queries/awards.ts'
import { ledgerOf } from '../queries/ledger.ts'
import { meansOf } from '../queries/means.ts'
import { projectMoney } from '../queries/project-money.ts'
import { moneyOf } from '../queries/totals.ts'
import { words } from '../words/index.ts'

/** The desk of the edition, for those who may read its money; null looks like an edition that does not exist. */
export async function roomOf(c: AppContext, to = '/means'): Promise<StaffRoom | null> {
  const { db, language, now } = request(c)
  const slug = c.req.param('edition') ?? ''
  const room = await staffFrame(db, signedIn(c), slug, language, `/desk/${slug}${to}`, now)
  return room !== null && maySeeMeans(room.viewer, room.edition.place) ? room : null
}

export function askedOf(c: AppContext, room: StaffRoom): Asked {
  return { viewer: room.viewer, place: room.edition.place, language: c.var.language, zone: room.edition.zone, now: c.var.now }
}

export function rightsOf({ viewer, edition }: StaffRoom): { award: boolean; writeLines: boolean } {
  return { award: mayAward(viewer, edition.place), writeLines: mayWriteLines(viewer, edition.place) }
}

/** Details of a refusal that are amounts in the currency of the record. */
const AMOUNTS = ['ceiling', 'remaining', 'missing']

/** A refusal in words; its amounts as people read them. */
export function sentence(c: AppContext, { code, details }: Refused, currency: string): string {
  const { language } = c.var
  const written = Object.entries(details).map(([name, value]) => [
    name,
    AMOUNTS.includes(name) ? formatMoney(String(value), currency, language) : value,
  ])
  const key = `refusal.${code}`
  const found = [words(language), designWords(language)].find((one) => one.has(key))
  return found?.any(key, Object.fromEntries(written)) ?? code
}

/** What somebody else, or the same person in another window, did first. */
const CONFLICTS: ReadonlySet<string> = new Set([
  'award/already-made',
  'award/plan-changed',
  'award/rank-taken',
  'agreement/already-signed',
  'report/already-accepted',
  'instalment/released',
  'payment/already-prepared',
  'payment/already-approved',
  'payment/already-paid',
  'payment/refused',
])
export const statusOf = ({ code }: Refused): 409 | 422 => (CONFLICTS.has(code) ? 409 : 422)
/** The same answer for what does not exist and for what is not the viewer's to do. */
export const hidden = ({ code }: Refused): boolean => code === 'page/not-found' || code === 'page/not-allowed'

export function saidOf(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}

/** Every field as it was typed, to be shown again. */
export function typed(body: Body): Record<string, string> {
  return Object.fromEntries(Object.keys(body).map((name) => [name, fieldText(body, name)]))
}

export function faults(c: AppContext, errors: readonly FieldFault[]): FormErrors {
  return errorSentences(errors, c.var.language)
}

const LAST_ENTRIES = 8

export async function meansPage(c: AppContext, room: StaffRoom, refusal?: Refused): Promise<Response> {
  const { db, language, now } = request(c)
  const asked = askedOf(c, room)
  const [means, money, ledger] = await Promise.all([
    meansOf(db, asked),
    moneyOf(db, room.viewer.organisation, room.edition.id),
    ledgerOf(db, asked, LAST_ENTRIES),
  ])
  if (means === null) return c.notFound()
  const view = QUEUE_VIEWS.find((one) => one === c.req.query('view')) ?? 'all'
  const { slug, zone, currency } = room.edition
  return page(
    c,
    <MeansPage
      language={language}
      frame={room.frame}
      path={`/desk/${slug}/means`}
      query={view === 'all' ? '' : `?view=${view}`}
      slug={slug}
      zone={zone}
      today={dayIn(now, zone)}
      means={means}
      money={money}
      ledger={ledger.toReversed()}
      rights={rightsOf(room)}
      view={view}
      said={saidOf(c)}
      refusal={refusal === undefined ? undefined : sentence(c, refusal, currency)}
    />,
    refusal === undefined ? 200 : statusOf(refusal),
  )
}

export interface CameBack {
  readonly values?: Readonly<Record<string, string>>
  readonly errors?: FormErrors
  readonly refusal?: Refused
}

export async function projectPage(c: AppContext, room: StaffRoom, project: string, back: CameBack = {}): Promise<Response> {
  const { db, language } = request(c)
  const money = await projectMoney(db, { ...askedOf(c, room), project })
  if (money === null) return c.notFound()
  const t = words(language)
  const lines = await trailOf(db, room.viewer, project, language)
  const trail = lines.filter(({ act }) => t.has(`act.${act}`)).map(({ act, by, at }) => ({ act: t.any(`act.${act}`), by, at }))
  const { slug, zone, currency } = room.edition
  const status = back.refusal !== undefined ? statusOf(back.refusal) : (back.errors?.length ?? 0) > 0 ? 422 : 200
  return page(
    c,
    <ProjectMoneyPage
      language={language}
      frame={room.frame}
      path={`/desk/${slug}/means/projects/${project}`}
      slug={slug}
      zone={zone}
      money={money}
      trail={trail}
      values={back.values ?? {}}
      errors={back.errors ?? []}
      said={saidOf(c)}
      refusal={back.refusal === undefined ? undefined : sentence(c, back.refusal, currency)}
    />,
    status,
  )
}
