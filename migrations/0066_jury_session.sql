-- Live sessions of the jury: agenda, who is in the room, who had to leave it, what was decided of each file.

create table jury_session (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  begins_at timestamptz not null,
  place text not null,
  quorum smallint not null,
  planned_at timestamptz not null,
  planned_by uuid not null,
  opened_at timestamptz,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  record text,
  hash text,
  constraint jury_session_key primary key (organisation, id),
  constraint jury_session_in_edition unique (organisation, edition, id),
  constraint jury_session_place check (place <> ''),
  constraint jury_session_quorum check (quorum between 1 and 50),
  constraint jury_session_opened check ((opened_at is null) = (opened_by is null)),
  constraint jury_session_closed check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (record is null) and (closed_at is null) = (hash is null)),
  constraint jury_session_order check (closed_at is null or opened_at is not null),
  constraint jury_session_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint jury_session_by foreign key (organisation, planned_by) references person (organisation, id)
);
comment on table jury_session is 'A meeting of the jury. record is its minutes as one canonical text, written when it closes; hash is that of the record.';

create table jury_member (
  organisation uuid not null,
  session uuid not null,
  person uuid not null,
  invited_at timestamptz not null,
  invited_by uuid not null,
  constraint jury_member_key primary key (organisation, session, person),
  constraint jury_member_session foreign key (organisation, session) references jury_session (organisation, id),
  constraint jury_member_person foreign key (organisation, person) references person (organisation, id)
);
comment on table jury_member is 'Who sits in a session, reviewer or not.';

create table jury_presence (
  organisation uuid not null,
  session uuid not null,
  person uuid not null,
  seq integer not null,
  present boolean not null,
  at timestamptz not null,
  by uuid not null,
  constraint jury_presence_key primary key (organisation, session, person, seq),
  constraint jury_presence_member foreign key (organisation, session, person) references jury_member (organisation, session, person)
);
comment on table jury_presence is 'Each coming in and going out; the last of a person is how they stand.';

create table jury_recusal (
  organisation uuid not null,
  session uuid not null,
  person uuid not null,
  application uuid not null,
  declared_at timestamptz not null,
  declared_by uuid not null,
  constraint jury_recusal_key primary key (organisation, session, person, application),
  constraint jury_recusal_member foreign key (organisation, session, person) references jury_member (organisation, session, person),
  constraint jury_recusal_application foreign key (organisation, application) references application (organisation, id)
);
comment on table jury_recusal is 'A conflict told in a session, beside those known of reviewers (conflict).';

create table jury_item (
  organisation uuid not null,
  edition uuid not null,
  session uuid not null,
  application uuid not null,
  position integer not null,
  ground text not null constraint jury_item_ground_known check (ground in ('borderline', 'divergent', 'region', 'hand')),
  added_at timestamptz not null,
  added_by uuid not null,
  constraint jury_item_key primary key (organisation, session, application),
  constraint jury_item_session foreign key (organisation, edition, session) references jury_session (organisation, edition, id),
  constraint jury_item_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
comment on table jury_item is 'A file on the agenda, in its order, and why it is there.';

create table jury_discussion (
  organisation uuid not null,
  id uuid not null,
  session uuid not null,
  application uuid not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  present uuid[] not null,
  recused uuid[] not null,
  ended_at timestamptz,
  ended_by uuid,
  outcome text constraint jury_discussion_outcome_known check (outcome in ('keep', 'again', 'remark')),
  note text,
  constraint jury_discussion_key primary key (organisation, id),
  constraint jury_discussion_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (outcome is null)),
  constraint jury_discussion_remark check (outcome <> 'remark' or note <> ''),
  constraint jury_discussion_item foreign key (organisation, session, application) references jury_item (organisation, session, application)
);
comment on table jury_discussion is 'A file opened before the jury: who was in the room then and who had left it, and what was decided. No score changes here.';
create unique index jury_discussion_one on jury_discussion (organisation, session) where ended_at is null;

create table jury_note (
  organisation uuid not null,
  discussion uuid not null,
  person uuid not null,
  seq integer not null,
  vote text constraint jury_note_vote_known check (vote in ('for', 'against', 'abstain')),
  note text not null,
  at timestamptz not null,
  constraint jury_note_key primary key (organisation, discussion, person, seq),
  constraint jury_note_discussion foreign key (organisation, discussion) references jury_discussion (organisation, id),
  constraint jury_note_person foreign key (organisation, person) references person (organisation, id)
);
comment on table jury_note is 'What a member of the jury said of the file that was open; the last of a person counts.';
