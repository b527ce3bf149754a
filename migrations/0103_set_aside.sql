-- Readings that a decision "not eligible" set aside.

alter table assignment add column set_aside integer;
alter table assignment add constraint assignment_set_aside_ended check (set_aside is null or ended_at is not null);
alter table assignment add constraint assignment_set_aside_by foreign key (organisation, application, set_aside) references eligibility_decision (organisation, application, seq);
comment on column assignment.set_aside is 'Number of the eligibility decision that found the file not eligible and ended this reading: what was handed in stays on record and is owed its fee, and counts again if the file is found eligible after all.';
