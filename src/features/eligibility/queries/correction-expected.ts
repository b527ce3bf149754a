import { sql } from 'kysely'

/** Until when corrections of the submission `s` are expected; null when none are, or when they came or were taken back. */
export const CORRECTED_BY = sql<Date | null>`(select d.due_at from correction_request r join correction_day d on d.organisation = r.organisation and d.request = r.id
  where r.organisation = s.organisation and r.application = s.application
    and not exists (select from correction c where c.organisation = r.organisation and c.request = r.id)
    and not exists (select from correction_recall c where c.organisation = r.organisation and c.request = r.id)
  order by r.seq desc, d.seq desc limit 1)`
