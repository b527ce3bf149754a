-- Days that members of a jury sat, paid with what reviewers hand in.

create view jury_day as
  select s.organisation, s.edition, p.person, (coalesce(s.opened_at, s.begins_at) at time zone o.zone)::date as day
  from jury_session s
  join organisation o on o.id = s.organisation
  join jury_presence p on p.organisation = s.organisation and p.session = s.id and p.present
  where s.closed_at is not null
  group by 1, 2, 3, 4;
comment on view jury_day is 'Each day on which somebody was in the room of a session that is closed, once however many sessions that day held.';

alter table edition_fee add column session numeric(12, 2) constraint edition_fee_session check (session >= 0);
comment on column edition_fee.session is 'What a day of sessions of the jury is paid; null until somebody says it.';
comment on table fee_sheet is 'The fees of reviewers as they were closed: [{reviewer, counts: {reading, interview, session}, amount}]; session is missing in sheets closed before days were counted, and reviewer is the person of a chair who reads no file. It stands, whatever is handed in or taken back later.';
