-- Roles are given and ended by people, or by the command line (nobody): a role is ended once, and the same is not held twice.

alter table role_grant drop constraint role_grant_ended;
alter table role_grant add constraint role_grant_ended check (ended_by is null or ended_at is not null);
comment on column role_grant.granted_by is 'Who gave the role; null when the command line did.';
comment on column role_grant.ended_by is 'Who ended the role; null when the command line did, or while it holds.';

create unique index role_grant_once on role_grant (organisation, person, role, programme, edition, region) nulls not distinct where ended_at is null;
