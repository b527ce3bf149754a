/** The dashboard of an edition: everything on it from records, within what the viewer's roles reach, by a fixed number of statements. */
import { maySeeMeans } from '../../../domain/award.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, type SignedIn, STAFF } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { moneyOf } from '../../means/index.ts'
import { figureHeads } from '../queries/figure.ts'
import { deliveryOf, leftOf, nextActivities } from './delivery.ts'
import { medianAgeOf, stepsOf, weeksOf } from './steps.ts'
import type { DashboardView, Phase, Steps } from './views.ts'
import { workOf } from './work.ts'

/** Null where no role reaches: the desk then answers as if there were no such edition. */
export async function dashboardOf(db: Reader, viewer: SignedIn, place: Place, zone: string, now: Date): Promise<DashboardView | null> {
  const { organisation } = viewer
  const { edition } = place
  const scope = scopeOf(viewer, STAFF, place)
  if (scope.length === 0) return null
  const call = await db
    .selectFrom('call')
    .select(['opens_at', 'deadline_at', 'published_at'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (call === undefined) return null
  const counted = await stepsOf(db, organisation, edition, scope)
  const delivery = await deliveryOf(db, organisation, edition, scope, dayIn(now, zone))
  const ended = await db
    .selectFrom('graduation')
    .select('project')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .limit(1)
    .executeTakeFirst()
  const heads = await figureHeads(db, organisation, edition)
  const whole = heads.filter((head) => head.region === null && head.sector === null && head.market === null)
  return {
    phase: phaseOf(call, counted.total, ended !== undefined, now),
    opensAt: call.opens_at,
    deadlineAt: call.deadline_at,
    zone,
    asOf: now,
    total: counted.total,
    medianAge: await medianAgeOf(db, organisation, edition, scope),
    elsewhere: counted.elsewhere?.begun ?? 0,
    regions: counted.regions,
    weeks: await weeksOf(db, organisation, edition, scope, now),
    delivery,
    money: maySeeMeans(viewer, place) ? await moneyOf(db, organisation, edition) : null,
    work: await workOf(db, viewer, place, now),
    next: await nextActivities(db, organisation, edition, scope, now),
    // The pages of figures count whole editions: who sees a region only is not led to another number.
    references: scope === 'all' ? Object.fromEntries(whole.map((head) => [head.indicator, head.reference])) : {},
    left: await leftOf(db, organisation, edition, scope),
  }
}

interface CallDates {
  readonly opens_at: Date
  readonly deadline_at: Date | null
  readonly published_at: Date | null
}

function phaseOf(call: CallDates, { begun, admitted }: Steps, ended: boolean, now: Date): Phase {
  if (ended) return 'ended'
  if (admitted > 0) return 'support'
  // What nobody could read has neither opened nor closed, whatever its dates; what has applications was read.
  if ((call.published_at === null || now < call.published_at) && begun === 0) return 'unpublished'
  if (now < call.opens_at) return 'before'
  return call.deadline_at === null || now <= call.deadline_at ? 'open' : 'review'
}
