-- Support: activities alone or inside a tour; no person, room or project in two places at once. Markets.

create table venue (
  organisation uuid not null constraint venue_organisation references organisation (id),
  id uuid not null,
  name trilingual not null,
  town trilingual not null,
  region_iso text,
  constraint venue_key primary key (organisation, id)
);

create table room (
  organisation uuid not null,
  id uuid not null,
  venue uuid not null,
  name trilingual not null,
  capacity smallint not null constraint room_capacity_positive check (capacity > 0),
  constraint room_key primary key (organisation, id),
  constraint room_venue foreign key (organisation, venue) references venue (organisation, id)
);

create table tour (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  name trilingual not null,
  theme trilingual not null default '{"ar": "", "fr": "", "en": ""}',
  stops trilingual not null default '{"ar": "", "fr": "", "en": ""}',
  host text not null default '',
  region text,
  starts_on date not null,
  ends_on date not null,
  planned_at timestamptz not null,
  planned_by uuid not null,
  version integer not null default 1,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  constraint tour_key primary key (organisation, id),
  constraint tour_in_edition unique (organisation, edition, id),
  constraint tour_order check (starts_on <= ends_on),
  constraint tour_cancelled check ((cancelled_at is null) = (cancelled_by is null)),
  constraint tour_region foreign key (organisation, edition, region) references edition_region (organisation, edition, code),
  constraint tour_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table tour is 'A journey of several days that holds activities. stops are the towns of the road in their order, separated by commas; host is who receives.';

create table activity (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  kind text not null constraint activity_kind_known check (kind in ('group-training', 'individual-training', 'training', 'visit', 'meeting', 'creative-workshop', 'round-table', 'talk')),
  tour uuid,
  title trilingual not null,
  region text,
  during tstzrange not null,
  place text not null default '',
  public boolean not null default false,
  planned_at timestamptz not null,
  planned_by uuid not null,
  version integer not null default 1,
  held_at timestamptz,
  held_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  constraint activity_key primary key (organisation, id),
  constraint activity_in_edition unique (organisation, edition, id),
  constraint activity_at unique (organisation, id, during),
  constraint activity_bounded check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  constraint activity_held check ((held_at is null) = (held_by is null)),
  constraint activity_held_or_cancelled check (held_at is null or cancelled_at is null),
  constraint activity_individual_not_public check (not public or kind <> 'individual-training'),
  constraint activity_training_in_tour check (kind <> 'training' or tour is not null),
  constraint activity_tour foreign key (organisation, edition, tour) references tour (organisation, edition, id),
  constraint activity_region foreign key (organisation, edition, region) references edition_region (organisation, edition, code),
  constraint activity_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table activity is 'Something that happens for projects: alone, or inside a tour. A null region means national. kind training is a training inside a tour: those are counted apart from group trainings. held_at marks it as having taken place. public puts it on the agenda that anyone may read.';
create index activity_by_edition on activity (organisation, edition);
create index activity_by_tour on activity (organisation, tour) where tour is not null;
create index activity_public on activity (organisation, lower(during)) where public and cancelled_at is null;

create table activity_room (
  organisation uuid not null,
  activity uuid not null,
  room uuid not null,
  during tstzrange not null,
  constraint activity_room_key primary key (organisation, activity, room),
  constraint activity_room_activity foreign key (organisation, activity, during) references activity (organisation, id, during) on update cascade,
  constraint activity_room_room foreign key (organisation, room) references room (organisation, id),
  constraint activity_room_free exclude using gist (organisation with =, room with =, during with &&)
);

create table activity_person (
  organisation uuid not null,
  activity uuid not null,
  person uuid not null,
  part text not null constraint activity_person_part_known check (part in ('trainer', 'host', 'speaker', 'organiser')),
  during tstzrange not null,
  constraint activity_person_key primary key (organisation, activity, person),
  constraint activity_person_activity foreign key (organisation, activity, during) references activity (organisation, id, during) on update cascade,
  constraint activity_person_person foreign key (organisation, person) references person (organisation, id),
  constraint activity_person_free exclude using gist (organisation with =, person with =, during with &&)
);

create table activity_project (
  organisation uuid not null,
  activity uuid not null,
  edition uuid not null,
  project uuid not null,
  during tstzrange not null,
  constraint activity_project_key primary key (organisation, activity, project),
  constraint activity_project_activity foreign key (organisation, activity, during) references activity (organisation, id, during) on update cascade,
  constraint activity_project_project foreign key (organisation, edition, project) references project (organisation, edition, id),
  constraint activity_project_free exclude using gist (organisation with =, project with =, during with &&)
);
comment on table activity_project is 'The projects an activity is for. When an activity is cancelled its rooms, people and projects are let go, so these rows leave.';

create table attendance (
  organisation uuid not null,
  activity uuid not null,
  project uuid not null,
  mark text not null constraint attendance_mark_known check (mark in ('present', 'absent', 'excused')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint attendance_key primary key (organisation, activity, project),
  constraint attendance_expected foreign key (organisation, activity, project) references activity_project (organisation, activity, project)
);

create table market (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  name trilingual not null,
  town trilingual not null,
  starts_on date not null,
  ends_on date not null,
  places smallint not null constraint market_places_positive check (places > 0),
  public boolean not null default true,
  planned_at timestamptz not null,
  planned_by uuid not null,
  version integer not null default 1,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  constraint market_key primary key (organisation, id),
  constraint market_in_edition unique (organisation, edition, id),
  constraint market_order check (starts_on <= ends_on),
  constraint market_cancelled check ((cancelled_at is null) = (cancelled_by is null)),
  constraint market_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table market is 'A market where projects of the cohort show and sell: its days, its town and the stands the programme was offered (places). public puts it on the agenda that anyone may read.';

create table stand (
  organisation uuid not null,
  edition uuid not null,
  market uuid not null,
  project uuid not null,
  label text not null default '',
  reason text not null default '',
  given_at timestamptz not null,
  given_by uuid not null,
  took_part boolean,
  recorded_at timestamptz,
  recorded_by uuid,
  constraint stand_key primary key (organisation, market, project),
  constraint stand_recorded check ((took_part is null) = (recorded_at is null)),
  constraint stand_market foreign key (organisation, edition, market) references market (organisation, edition, id),
  constraint stand_project foreign key (organisation, edition, project) references project (organisation, edition, id)
);
comment on table stand is 'A place at a market kept for a project, why this one, and whether it took part. A stand that is taken back leaves; stand_withdrawal keeps when, by whom and why.';

create table stand_withdrawal (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  market uuid not null,
  project uuid not null,
  given_at timestamptz not null,
  given_by uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  reason text not null constraint stand_withdrawal_says_why check (reason <> ''),
  constraint stand_withdrawal_key primary key (organisation, id),
  constraint stand_withdrawal_market foreign key (organisation, edition, market) references market (organisation, edition, id),
  constraint stand_withdrawal_project foreign key (organisation, edition, project) references project (organisation, edition, id)
);
comment on table stand_withdrawal is 'A stand that was given to a project and taken back.';

create table market_visit (
  organisation uuid not null,
  market uuid not null,
  part text not null,
  name trilingual not null,
  visitors integer not null constraint market_visit_count check (visitors >= 0),
  source text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint market_visit_key primary key (organisation, market, part),
  constraint market_visit_market foreign key (organisation, market) references market (organisation, id)
);
comment on table market_visit is 'Visitors counted at a market or one of its parts, with the source of the count.';
