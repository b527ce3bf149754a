-- Help with an application, for somebody who cannot write it: an officer writes, the holder stays the holder, and it is said.

create table assistance (
  organisation uuid not null,
  id uuid not null,
  application uuid not null,
  helper uuid not null,
  channel text not null constraint assistance_channel_known check (channel in ('present', 'phone', 'paper')),
  region text,
  begun_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint assistance_key primary key (organisation, id),
  constraint assistance_application foreign key (organisation, application) references application (organisation, id),
  constraint assistance_helper foreign key (organisation, helper) references person (organisation, id),
  constraint assistance_ender foreign key (organisation, ended_by) references person (organisation, id),
  constraint assistance_ended check ((ended_at is null) = (ended_by is null))
);
comment on table assistance is 'An officer writes an application for its holder: how the holder is heard, and until when. Ended by the holder, it was refused, and nobody of the desk begins another. region: where the applicant lives, as told at the beginning; it bounds who may help.';
create unique index assistance_once on assistance (organisation, application, helper) where ended_at is null;
create index assistance_by_helper on assistance (organisation, helper);

create table holder_declaration (
  organisation uuid not null,
  application uuid not null,
  assistance uuid not null,
  how text not null constraint holder_declaration_how_known check (how in ('signed', 'present', 'phone')),
  declared_at timestamptz not null,
  recorded_by uuid not null,
  constraint holder_declaration_key primary key (organisation, application),
  constraint holder_declaration_submission foreign key (organisation, application) references submission (organisation, application) deferrable initially deferred,
  constraint holder_declaration_assistance foreign key (organisation, assistance) references assistance (organisation, id),
  constraint holder_declaration_person foreign key (organisation, recorded_by) references person (organisation, id)
);
comment on table holder_declaration is 'The holder declared what an officer sent for them, and how: on signed paper, in presence, by phone. It is part of what the submission is hashed over.';

alter table correction add column declared text constraint correction_declared_known check (declared in ('signed', 'present', 'phone'));
comment on column correction.declared is 'How the holder declared corrections that an officer sent for them; null when they sent them.';

create view application_hand as
  select m.organisation, m.application, m.person, m.part from application_member m
  union all
  select h.organisation, h.application, h.helper, 'helper' from assistance h
  where h.ended_at is null
    and not exists (select from application_member m where m.organisation = h.organisation and m.application = h.application and m.person = h.helper)
    and exists (
    select from application a
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join role_grant g on g.organisation = h.organisation and g.person = h.helper and g.ended_at is null
      and g.role in ('administrator', 'director', 'officer')
      and (g.programme is null or g.programme = e.programme) and (g.edition is null or g.edition = a.edition)
      and (g.region is null or g.region = coalesce(
        (select d.answers->>'region' from draft d where d.organisation = a.organisation and d.application = a.id), h.region))
    where a.organisation = h.organisation and a.id = h.application);
comment on view application_hand is 'Who may write an application: its team, and whoever of the desk helps the holder, as long as they hold a role that reaches there.';
