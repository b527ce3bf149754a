-- A reviewer comes from a region of the edition or from none of them, and leaves with somebody's name and a reason.

alter table reviewer add column left_by uuid;
alter table reviewer add column left_reason text not null default '';
alter table reviewer add constraint reviewer_left check (left_at is not null or (left_by is null and left_reason = ''));
alter table reviewer add constraint reviewer_region foreign key (organisation, edition, region) references edition_region (organisation, edition, code);
comment on column reviewer.left_by is 'Who ended the part of the reviewer: an officer, or the reviewer who declined.';
comment on column reviewer.left_reason is 'Why an officer ended it; empty when the reviewer declined.';
