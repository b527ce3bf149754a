/** What waits for somebody at the desk, each with the page on which it is done, for those who may do it. */
import { sql } from 'kysely'
import { mayPlan } from '../../../domain/activity.ts'
import { mayOffer } from '../../../domain/cohort.ts'
import { mayDecideEligibility } from '../../../domain/eligibility-decision.ts'
import { mayApprovePayments, mayPreparePayments } from '../../../domain/payment.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import { mayAnswerSelectionAppeals } from '../../../domain/selection-appeal.ts'
import { mayPrepareLetters, mayPublishSelection } from '../../../domain/selection.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { barredFrom } from '../../selection/index.ts'
import type { DashboardView, Work } from './views.ts'

/** Which page, and who acts there. */
const DONE_AT: Readonly<Record<Work, { readonly path: string; readonly may: (viewer: SignedIn, place: Place) => boolean }>> = {
  'eligibility-waiting': { path: '/applications?state=waiting', may: mayDecideEligibility },
  'eligibility-appeals': { path: '/appeals', may: mayDecideEligibility },
  'reviews-awaited': { path: '/reviewers', may: mayArrangeReviews },
  'attendance-awaited': { path: '/calendar', may: mayPlan },
  'letters-waiting': { path: '/letters', may: mayPrepareLetters },
  'not-published': { path: '/publication', may: mayPublishSelection },
  'selection-appeals': { path: '/selection/appeals', may: mayAnswerSelectionAppeals },
  'offers-waiting': { path: '/cohort', may: mayOffer },
  'payments-to-approve': { path: '/means', may: mayApprovePayments },
  'payments-to-execute': { path: '/means', may: mayPreparePayments },
}

/** Nothing is listed that the viewer cannot act on, nor where nothing waits. One statement. */
export async function workOf(db: Reader, viewer: SignedIn, place: Place, now: Date): Promise<DashboardView['work']> {
  const [organisation, edition] = [viewer.organisation, place.edition]
  const found = await sql<Record<Work, number>>`select
    (select count(*)::int from submission s where s.organisation = ${organisation} and s.edition = ${edition}
      and not exists (select from eligibility_decision d where d.organisation = s.organisation and d.application = s.application)
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)) as "eligibility-waiting",
    (select count(*)::int from eligibility_appeal q join submission s on s.organisation = q.organisation and s.application = q.application
      where q.organisation = ${organisation} and s.edition = ${edition} and q.answered_at is null
      and not exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application)
      and not exists (select from eligibility_decision n where n.organisation = q.organisation and n.application = q.application and n.seq > q.decision)
      and not exists (select from eligibility_decision d where d.organisation = q.organisation and d.application = q.application
        and not d.eligible and d.decided_by = ${viewer.person.id})) as "eligibility-appeals",
    (select count(*)::int from selection_appeal q where q.organisation = ${organisation} and q.edition = ${edition} and q.answered_at is null
      and not exists (select from withdrawal w where w.organisation = q.organisation and w.application = q.application)
      and not (${viewer.person.id}::text = any(${barredFrom(organisation, edition)}))) as "selection-appeals",
    (select count(*)::int from assignment a where a.organisation = ${organisation} and a.edition = ${edition} and a.ended_at is null
      and not exists (select from review r where r.organisation = a.organisation and r.assignment = a.id and r.submitted_at is not null)
      and not exists (select from selection_seal l where l.organisation = a.organisation and l.edition = a.edition)) as "reviews-awaited",
    (select count(*)::int from activity c where c.organisation = ${organisation} and c.edition = ${edition} and c.held_at is null and c.cancelled_at is null
      and upper(c.during) < ${now}) as "attendance-awaited",
    (select count(*)::int from message_batch b where b.organisation = ${organisation} and b.edition = ${edition} and b.approved_at is null
      and b.prepared_by <> ${viewer.person.id}) as "letters-waiting",
    (select count(*)::int from selection_seal l where l.organisation = ${organisation} and l.edition = ${edition}
      and not exists (select from publication p where p.organisation = l.organisation and p.seal = l.id)) as "not-published",
    (select count(*)::int from decision d where d.organisation = ${organisation} and d.edition = ${edition} and d.outcome = 'selected'
      and exists (select from publication p where p.organisation = d.organisation and p.seal = d.seal)
      and not exists (select from project j where j.organisation = d.organisation and j.application = d.application)) as "offers-waiting",
    (select count(*)::int from payment p where p.organisation = ${organisation} and p.edition = ${edition} and p.approved_at is null and p.refused_at is null
      and p.prepared_by <> ${viewer.person.id}) as "payments-to-approve",
    (select count(*)::int from payment p where p.organisation = ${organisation} and p.edition = ${edition} and p.approved_at is not null and p.paid_on is null
      and p.refused_at is null) as "payments-to-execute"`.execute(db)
  const counts = found.rows[0] as Record<Work, number>
  return (Object.keys(DONE_AT) as Work[])
    .filter((what) => counts[what] > 0 && DONE_AT[what].may(viewer, place))
    .map((what) => ({ what, count: counts[what], path: DONE_AT[what].path }))
}
