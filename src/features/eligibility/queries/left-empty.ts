/** What was lacking in a file refused because it was not whole. */
import { sql } from 'kysely'
import { type Answer, isAnswered } from '../../../domain/form.ts'
import type { Trilingual } from '../../../domain/language.ts'

/** A question of the rule, with what the file held for it. */
export interface AskedByRule {
  readonly label: Trilingual
  readonly answer: Answer | null
}

/** For a query over `eligibility_decision d`, its `submission s` and its ground `eligibility_rule r`: the questions of the rule, with the answers that stood when it was decided. */
export const ASKED_BY_RULE = sql<AskedByRule[] | null>`case when r.kind = 'complete' and not d.eligible then (
  select json_agg(json_build_object('label', q.question->'label', 'answer', stood.answers->(q.question->>'code')) order by g.place, q.place)
  from form_version f
  cross join lateral jsonb_array_elements(f.definition->'sections') with ordinality g (section, place)
  cross join lateral jsonb_array_elements(g.section->'questions') with ordinality q (question, place)
  cross join lateral (select coalesce(
    case when s.corrected_at > d.decided_at then (select b.answers from submission_before b
      where b.organisation = s.organisation and b.application = s.application and b.sent_at <= d.decided_at order by b.sent_at desc limit 1) end,
    s.answers) as answers) stood
  where f.organisation = s.organisation and f.id = s.form_version and r.parameters->'questions' ? (q.question->>'code')) end`

/** The labels of those left empty. */
export function leftEmpty(asked: readonly AskedByRule[] | null): Trilingual[] {
  return (asked ?? []).filter(({ answer }) => !isAnswered(answer ?? undefined)).map(({ label }) => label)
}
