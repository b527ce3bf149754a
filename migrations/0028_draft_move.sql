-- A form corrected while its call is open goes on in a new version; drafts go on with it.

alter table draft add column unasked jsonb not null default '{}';
comment on column draft.unasked is 'Answers to questions that the form asks no longer, kept for their writer and never sent: {"question": {"form": the last version that asked it, "kind": kind of question, "answer": answer}}. One comes back when its question does.';

create table draft_move (
  organisation uuid not null,
  application uuid not null,
  form_version uuid not null,
  before uuid not null,
  moved_at timestamptz not null,
  moved_by uuid not null,
  sections text[] not null,
  constraint draft_move_key primary key (organisation, application, form_version),
  constraint draft_move_application foreign key (organisation, application) references application (organisation, id),
  constraint draft_move_form foreign key (organisation, form_version) references form_version (organisation, id),
  constraint draft_move_before foreign key (organisation, before) references form_version (organisation, id),
  constraint draft_move_person foreign key (organisation, moved_by) references person (organisation, id)
);
comment on table draft_move is 'A draft that went on with a newer version of its form, the first time one of its team opened or saved it after the correction. sections: those of the new version in which something changed, to be looked at again.';
