-- Editions while they are written: a document that may be incomplete, until it is applied or put away.

create table edition_draft (
  organisation uuid not null constraint edition_draft_organisation references organisation (id),
  id uuid not null,
  programme uuid,
  edition uuid,
  document jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  proposed_at timestamptz,
  proposed_by uuid,
  applied_at timestamptz,
  applied_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  constraint edition_draft_key primary key (organisation, id),
  constraint edition_draft_programme foreign key (organisation, programme) references programme (organisation, id),
  constraint edition_draft_of_programme check (edition is null or programme is not null),
  constraint edition_draft_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint edition_draft_creator foreign key (organisation, created_by) references person (organisation, id),
  constraint edition_draft_saver foreign key (organisation, saved_by) references person (organisation, id),
  constraint edition_draft_proposed check ((proposed_at is null) = (proposed_by is null)),
  constraint edition_draft_applied check ((applied_at is null) = (applied_by is null)),
  constraint edition_draft_removed check ((removed_at is null) = (removed_by is null)),
  constraint edition_draft_one_end check (applied_at is null or removed_at is null)
);
comment on table edition_draft is 'What is being written of an edition, in the shape of its file; texts may be empty and numbers missing. programme is null for a new programme, edition for a new edition, until it is applied. Only what is applied counts: drafts are read by nobody but their writers.';
create unique index edition_draft_one_open on edition_draft (organisation, edition) where edition is not null and applied_at is null and removed_at is null;
