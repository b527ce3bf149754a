/** What reviewers have of an application, as a decision on it counts them. */
import { sql } from 'kysely'
import type { StandingReadings } from '../../../domain/eligibility-decision.ts'

/** Of the submission `s`. A panel whose applicant did not come has nothing left to hand in. */
export const STANDING_READINGS = sql<StandingReadings>`(select json_build_object(
    'readers', count(*) filter (where v.submitted_at is null and t.happens <> 'interview'),
    'panel', count(*) filter (where v.submitted_at is null and t.happens = 'interview' and i.attended is distinct from false),
    'handedIn', count(v.submitted_at))
  from assignment g
  join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
  left join review v on v.organisation = g.organisation and v.assignment = g.id
  left join interview i on i.organisation = g.organisation and i.application = g.application
  where g.organisation = s.organisation and g.application = s.application and g.ended_at is null)`
