/**
 * What must hold of the whole database at any moment, as queries that answer no row when it does. They are run after
 * the tests of every file, by `kawaliss doctor` and every night: what no single constraint can say is said here.
 */
import { sql } from 'kysely'
import type { Reader } from './database.ts'

export interface Invariant {
  /** A sentence that must be true. */
  readonly says: string
  /** Rows that contradict it, each with a text `what` naming the record by id. */
  readonly against: string
}

export const INVARIANTS: readonly Invariant[] = [
  {
    says: 'weights of the criteria of an edition add up to 100',
    against: `select edition::text as what from criterion group by organisation, edition having sum(weight) <> 100`,
  },
  {
    says: 'places of the regions of an edition add up to its places',
    against: `select e.id::text as what from edition e where e.places <> (select coalesce(sum(places), 0) from edition_region r where r.organisation = e.organisation and r.edition = e.id) and exists (select from edition_region r where r.organisation = e.organisation and r.edition = e.id)`,
  },
  {
    says: 'every application has a holder',
    against: `select a.id::text as what from application a where not exists (select from application_member m where m.organisation = a.organisation and m.application = a.id and m.part = 'holder')`,
  },
  {
    says: 'no team is larger than ten',
    against: `select application::text as what from application_member group by organisation, application having count(*) > 10`,
  },
  {
    says: 'an invitation for one person let one in',
    against: `select i.id::text as what from team_invitation i join team_joining j on j.organisation = i.organisation and j.invitation = i.id where i.once group by i.organisation, i.id having count(*) > 1`,
  },
  {
    says: 'a team does not change once its application is sent',
    against: `select s.application::text as what from submission s
      where exists (select from application_member m where m.organisation = s.organisation and m.application = s.application and m.joined_at > s.submitted_at)
        or exists (select from team_departure d where d.organisation = s.organisation and d.application = s.application and d.left_at > s.submitted_at)`,
  },
  {
    says: 'every application is a draft or was submitted',
    against: `select a.id::text as what from application a where not exists (select from draft d where d.organisation = a.organisation and d.application = a.id) and not exists (select from submission s where s.organisation = a.organisation and s.application = a.id)`,
  },
  {
    says: 'what was sent has no draft left',
    against: `select d.application::text as what from draft d join submission s on s.organisation = d.organisation and s.application = d.application`,
  },
  {
    says: 'drafts answer a form version of their own call',
    against: `select d.application::text as what from draft d join application a on a.organisation = d.organisation and a.id = d.application join form_version f on f.organisation = d.organisation and f.id = d.form_version where f.call <> a.call`,
  },
  {
    says: 'a call whose closing was announced has a deadline, at the earliest that one',
    against: `select x.call::text as what from call_closing x join call c on c.organisation = x.organisation and c.id = x.call where c.deadline_wall is null or c.deadline_wall < x.closes_wall`,
  },
  {
    says: 'nothing was submitted before the call opened',
    against: `select s.application::text as what from submission s join application a on a.organisation = s.organisation and a.id = s.application join call c on c.organisation = a.organisation and c.id = a.call where s.submitted_at < c.opens_at`,
  },
  {
    says: 'answers are tied to a form version of their own call',
    against: `select s.application::text as what from submission s join application a on a.organisation = s.organisation and a.id = s.application join form_version f on f.organisation = s.organisation and f.id = s.form_version where f.call <> a.call`,
  },
  {
    says: 'a corrected submission names the hash of what it was before, and each version that of the one before it',
    against: `select s.application::text as what from submission s where s.previous is distinct from (select b.hash from submission_before b where b.organisation = s.organisation and b.application = s.application order by b.seq desc limit 1) union all select b.application::text from submission_before b where b.seq > 1 and b.previous is distinct from (select c.hash from submission_before c where c.organisation = b.organisation and c.application = b.application and c.seq = b.seq - 1)`,
  },
  {
    says: 'corrections came by their last day, and of no request that was taken back',
    against: `select c.request::text as what from correction c where exists (select from correction_recall r where r.organisation = c.organisation and r.request = c.request) or c.corrected_at > (select max(d.due_at) from correction_day d where d.organisation = c.organisation and d.request = c.request)`,
  },
  {
    says: 'nobody was given an application to read while its corrections were waited for',
    against: `select g.id::text as what from assignment g join correction_request r on r.organisation = g.organisation and r.application = g.application left join correction c on c.organisation = r.organisation and c.request = r.id left join correction_recall b on b.organisation = r.organisation and b.request = r.id where g.ended_at is null and (select t.happens from edition_stage t where t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage) = 'reading' and g.assigned_at >= r.asked_at and g.assigned_at < coalesce(c.corrected_at, b.recalled_at, (select max(d.due_at) from correction_day d where d.organisation = r.organisation and d.request = r.id))`,
  },
  {
    says: 'no file may be read before a scanner found it clean, or none was set up',
    against: `select f.id::text as what from file f where f.prepared_at is not null and coalesce((select s.verdict from file_scan s where s.organisation = f.organisation and s.file = f.id order by s.seq desc limit 1), '') not in ('clean', 'not-scanned')`,
  },
  {
    says: 'the files of a draft are those that are there, each at its question',
    against: `select d.application::text as what from draft d join file f on f.organisation = d.organisation and f.application = d.application where f.appeal is null and (coalesce(d.answers->f.question, '[]'::jsonb) ? f.id::text) = exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)`,
  },
  {
    says: 'the files of an appeal came with it, from whoever lodged it: none was added later, and none taken back',
    against: `select f.id::text as what from file f join eligibility_appeal q on q.organisation = f.organisation and q.application = f.application and q.decision = f.appeal left join file_removal r on r.organisation = f.organisation and r.file = f.id where f.given_at <> q.lodged_at or f.given_by <> q.lodged_by or r.reason = 'person'`,
  },
  {
    says: 'decisions on an application are numbered from 1 without a gap: the one that no other follows is the one that counts',
    against: `select min(application::text) as what from eligibility_decision group by organisation, application having max(seq) <> count(*) or min(seq) <> 1`,
  },
  {
    says: 'verdicts on a rule of an application are numbered from 1 without a gap: the one that no other follows is the one that counts',
    against: `select min(application::text) as what from eligibility_check group by organisation, application, rule having max(seq) <> count(*) or min(seq) <> 1`,
  },
  {
    says: 'those who check an application are numbered from 1 without a gap: the one that no other follows is the one that counts',
    against: `select min(application::text) as what from eligibility_checker group by organisation, application having max(seq) <> count(*) or min(seq) <> 1`,
  },
  {
    says: 'no message reached a phone that was not wanted on it at that moment',
    against: `select m.id::text as what from message m join message_delivery d on d.organisation = m.organisation and d.message = m.id and d.outcome = 'sent' where m.channel = 'sms' and not exists (select from phone_consent k where k.organisation = m.organisation and k.person = m.person and k.phone = m.address and k.given_at <= d.at and (k.ended_at is null or k.ended_at >= d.at))`,
  },
  {
    says: 'only eligible applications are assigned to reviewers',
    against: `select s.id::text as what from assignment s where s.ended_at is null and coalesce((select d.eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1), false) = false`,
  },
  {
    says: 'an answer prepared to an appeal against a selection counts once all who read the file again confirmed it, and who prepared it is not among them',
    against: `select q.application::text as what from selection_appeal q join lateral (select n.version, n.prepared_by from selection_appeal_answer n where n.organisation = q.organisation and n.application = q.application order by n.version desc limit 1) n on true
      join selection_appeal_reader r on r.organisation = q.organisation and r.application = q.application and r.version = n.version
      where r.person = n.prepared_by or (q.answered_at is not null and r.said is distinct from 'confirmed')`,
  },
  {
    says: 'nobody answers an appeal against a decision of their own, nor appeals before being told',
    against: `select q.application::text as what from eligibility_appeal q join eligibility_decision d on d.organisation = q.organisation and d.application = q.application and d.seq = q.decision
      join eligibility_letter l on l.organisation = q.organisation and l.application = q.application and l.decision = q.decision left join message_batch b on b.organisation = l.organisation and b.id = l.batch
      where q.answered_by = d.decided_by or d.eligible or coalesce(case when l.batch is null then l.written_at else b.approved_at end, 'infinity') > q.lodged_at`,
  },
  {
    says: 'nobody reviews where a conflict stands',
    against: `select s.id::text as what from assignment s join conflict c on c.organisation = s.organisation and c.reviewer = s.reviewer and c.application = s.application where s.ended_at is null`,
  },
  {
    says: 'an interview stands at the hour and the place of the slot that is held for it',
    against: `select b.id::text as what from interview_booking b join interview_slot s on s.organisation = b.organisation and s.id = b.slot left join interview i on i.organisation = b.organisation and i.application = b.application where b.released_at is null and (i.id is null or i.during <> s.during or i.place <> s.place or s.ended_at is not null)`,
  },
  {
    says: 'nobody in conflict with a file was in the room when the jury opened it',
    against: `select id::text as what from jury_discussion where present && recused`,
  },
  {
    says: 'the minutes of a jury session are those that were sealed',
    against: `select id::text as what from jury_session where record is not null and encode(sha256(convert_to(record, 'UTF8')), 'hex') <> hash`,
  },
  {
    says: 'nobody has marked a sample that was not given to the readers',
    against: `select s.id::text as what from sample s join sample_review m on m.organisation = s.organisation and m.sample = s.id where not exists (select from sample_round r where r.organisation = s.organisation and r.edition = s.edition and r.stage = s.stage)`,
  },
  {
    says: 'no reviewer reads more in a stage than their maximum load',
    against: `select r.id::text as what from reviewer r join assignment s on s.organisation = r.organisation and s.reviewer = r.id and s.ended_at is null and not s.third join edition_stage t on t.organisation = s.organisation and t.edition = s.edition and t.code = s.stage and t.happens = 'reading' group by r.organisation, r.id, r.max_load, s.stage having count(*) > r.max_load`,
  },
  {
    says: 'every assignment is to a stage of its edition, and of a file that was taken into it',
    against: `select s.id::text as what from assignment s where s.ended_at is null and not exists (select from stage_admission m where m.organisation = s.organisation and m.edition = s.edition and m.stage = s.stage and m.application = s.application)`,
  },
  {
    says: 'what the stages of an edition count of its final score adds up to 1',
    against: `select edition::text as what from edition_stage group by organisation, edition having sum(share) <> 1`,
  },
  {
    says: 'nobody selected was ineligible',
    against: `select d.application::text as what from decision d where d.outcome <> 'not-selected' and not coalesce((select e.eligible from eligibility_decision e where e.organisation = d.organisation and e.application = d.application order by e.seq desc limit 1), false)`,
  },
  {
    says: 'a sealed selection takes no more than the places of each region',
    against: `select d.edition::text || ' ' || d.region as what from decision d join edition_region r on r.organisation = d.organisation and r.edition = d.edition and r.code = d.region where d.outcome = 'selected' group by d.organisation, d.edition, d.region, r.places having count(*) > r.places`,
  },
  {
    says: 'a sealed record hashes to the hash beside it',
    against: `select id::text as what from selection_seal where encode(sha256(convert_to(record, 'UTF8')), 'hex') <> hash`,
  },
  {
    says: 'no place is offered before the selection is published',
    against: `select o.id::text as what from offer o where not exists (select from publication p where p.organisation = o.organisation and p.edition = o.edition and p.published_at <= o.offered_at)`,
  },
  {
    says: 'no more projects hold a place than the edition has places, those apart that the direction opened after an appeal',
    against: `select o.edition::text as what from offer o join edition e on e.organisation = o.organisation and e.id = o.edition where o.accepted and not exists (select from departure d where d.organisation = o.organisation and d.project = o.project) and not exists (select from project j join selection_appeal_place x on x.organisation = j.organisation and x.application = j.application and x.choice = 'extra' where j.organisation = o.organisation and j.id = o.project) group by o.organisation, o.edition, e.places having count(*) > e.places`,
  },
  {
    says: 'only an admitted project leaves, takes part or is paid',
    against: `select project::text as what from (select organisation, project from departure union select organisation, project from activity_project union select organisation, project from stand union select organisation, project from award) t where not exists (select from offer o where o.organisation = t.organisation and o.project = t.project and o.accepted)`,
  },
  {
    says: 'a cancelled activity holds no room, person or project',
    against: `select a.id::text as what from activity a where a.cancelled_at is not null and (exists (select from activity_room r where r.organisation = a.organisation and r.activity = a.id) or exists (select from activity_person p where p.organisation = a.organisation and p.activity = a.id) or exists (select from activity_project p where p.organisation = a.organisation and p.activity = a.id))`,
  },
  {
    says: 'activities of a tour take place during it',
    against: `select a.id::text as what from activity a join tour t on t.organisation = a.organisation and t.id = a.tour join organisation o on o.id = a.organisation where a.cancelled_at is null and ((lower(a.during) at time zone o.zone)::date < t.starts_on or (upper(a.during) at time zone o.zone)::date > t.ends_on)`,
  },
  {
    says: 'a cancelled tour holds no activity that still stands',
    against: `select a.id::text as what from activity a join tour t on t.organisation = a.organisation and t.id = a.tour where t.cancelled_at is not null and a.cancelled_at is null`,
  },
  {
    says: 'a market gives no more stands than it was offered, and a cancelled one none',
    against: `select m.id::text as what from market m join stand s on s.organisation = m.organisation and s.market = m.id group by m.organisation, m.id, m.places, m.cancelled_at having count(*) > m.places or m.cancelled_at is not null`,
  },
  {
    says: 'instalments add up to their award',
    against: `select w.id::text as what from award w where w.amount <> (select coalesce(sum(i.amount), 0) from instalment i where i.organisation = w.organisation and i.award = w.id)`,
  },
  {
    says: 'what is awarded and not released never exceeds its budget line',
    against: `select l.id::text as what from budget_line l where l.amount < (select coalesce(sum(i.amount), 0) from award w join instalment i on i.organisation = w.organisation and i.award = w.id where w.organisation = l.organisation and w.budget_line = l.id and i.released_at is null)`,
  },
  {
    says: 'no seed fund exceeds the ceiling of its edition, nor is in another currency',
    against: `select w.id::text as what from award w join edition e on e.organisation = w.organisation and e.id = w.edition where w.kind = 'seed' and (w.amount > e.seed_ceiling or w.currency <> e.currency)`,
  },
  {
    says: 'nothing released has a payment that stands',
    against: `select i.id::text as what from instalment i join payment p on p.organisation = i.organisation and p.instalment = i.id and p.refused_at is null where i.released_at is not null`,
  },
  {
    says: 'what waits for a signature is met when, and only when, the agreement is signed',
    against: `select i.id::text as what from instalment i left join agreement a on a.organisation = i.organisation and a.award = i.award where i.condition = 'signature' and i.released_at is null and (i.met_at is null) <> (a.signed_on is null)`,
  },
  {
    says: 'nothing is paid before its condition is met, nor once released',
    against: `select p.id::text as what from payment p join instalment i on i.organisation = p.organisation and i.id = p.instalment where p.refused_at is null and p.paid_on is not null and ((i.condition <> 'none' and i.met_at is null) or i.released_at is not null)`,
  },
  {
    says: 'every award, payment and release stands in the ledger with its amount',
    against: `select what from (
      select w.id::text as what, w.amount, e.amount as written from award w left join ledger_entry e on e.organisation = w.organisation and e.kind = 'commitment' and e.object = w.id
      union all select p.id::text, p.amount, e.amount from payment p left join ledger_entry e on e.organisation = p.organisation and e.kind = 'payment' and e.object = p.id where p.paid_on is not null
      union all select i.id::text, i.amount, e.amount from instalment i left join ledger_entry e on e.organisation = i.organisation and e.kind = 'release' and e.object = i.id where i.released_at is not null) t
    where written is distinct from amount`,
  },
  {
    says: 'every ledger entry stands for an award, a payment made or a release, on the accounts and in the currency of its line',
    against: `select e.id::text as what from ledger_entry e left join (
      select w.organisation, 'commitment' as kind, w.id as object, w.budget_line, w.currency from award w
      union all select p.organisation, 'payment', p.id, w.budget_line, w.currency from payment p join instalment i on i.organisation = p.organisation and i.id = p.instalment join award w on w.organisation = i.organisation and w.id = i.award where p.paid_on is not null
      union all select i.organisation, 'release', i.id, w.budget_line, w.currency from instalment i join award w on w.organisation = i.organisation and w.id = i.award where i.released_at is not null) t
      on t.organisation = e.organisation and t.kind = e.kind and t.object = e.object
      left join budget_line l on l.organisation = e.organisation and l.id = t.budget_line
    where l.id is null or l.edition <> e.edition or e.currency <> t.currency or substr(e.debit, strpos(e.debit, ':') + 1) <> l.code`,
  },
  {
    says: 'what a communiqué printed is a figure of its organisation, and adds up to the split kept beside it',
    against: `select p.communique::text || ' ' || (f ->> 'reference') as what from communique_publication p cross join jsonb_array_elements(p.figures) f
      where not exists (select from figure g where g.organisation = p.organisation and g.reference = f ->> 'reference')
        or (f ->> 'value')::numeric <> (select coalesce(sum((s ->> 'value')::numeric), 0) from jsonb_array_elements(f -> 'split') s)`,
  },
]

/** The invariants that do not hold, with the first ten records against each. */
export async function brokenInvariants(db: Reader): Promise<{ says: string; against: string[] }[]> {
  const broken: { says: string; against: string[] }[] = []
  for (const { says, against } of INVARIANTS) {
    const rows = (await sql.raw<{ what: string }>(`${against} limit 10`).execute(db)).rows
    if (rows.length > 0) broken.push({ says, against: rows.map((row) => row.what) })
  }
  return broken
}
