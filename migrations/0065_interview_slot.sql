-- Interview slots: the office opens hours, applicants who were asked choose one of them.

create table interview_opening (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  region text,
  place text not null,
  languages text[] not null,
  change_hours smallint not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  constraint interview_opening_key primary key (organisation, id),
  constraint interview_opening_in_edition unique (organisation, edition, id),
  constraint interview_opening_place_given check (place <> ''),
  constraint interview_opening_languages_given check (cardinality(languages) > 0),
  constraint interview_opening_change check (change_hours between 0 and 336),
  constraint interview_opening_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint interview_opening_region foreign key (organisation, edition, region) references edition_region (organisation, edition, code),
  constraint interview_opening_by foreign key (organisation, opened_by) references person (organisation, id)
);
comment on table interview_opening is 'Slots opened in one act, for a region or for all of them when region is null. Until change_hours before it begins, whoever chose a slot may choose another.';

create table interview_slot (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  opening uuid not null,
  place text not null,
  during tstzrange not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint interview_slot_key primary key (organisation, id),
  constraint interview_slot_in_edition unique (organisation, edition, id),
  constraint interview_slot_bounded check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  constraint interview_slot_ended check ((ended_at is null) = (ended_by is null)),
  constraint interview_slot_place_free exclude using gist (organisation with =, edition with =, place with =, during with &&) where (ended_at is null),
  constraint interview_slot_opening foreign key (organisation, edition, opening) references interview_opening (organisation, edition, id)
);
comment on table interview_slot is 'One hour of one room. ended_at marks that the office took it back.';
create index interview_slot_by_opening on interview_slot (organisation, opening);

create table interview_seat (
  organisation uuid not null,
  edition uuid not null,
  slot uuid not null,
  reviewer uuid not null,
  during tstzrange not null,
  ended_at timestamptz,
  constraint interview_seat_key primary key (organisation, slot, reviewer),
  constraint interview_seat_free exclude using gist (organisation with =, reviewer with =, during with &&) where (ended_at is null),
  constraint interview_seat_slot foreign key (organisation, edition, slot) references interview_slot (organisation, edition, id),
  constraint interview_seat_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id)
);
comment on table interview_seat is 'Who sits in the panel of a slot: nobody in two at once. during and ended_at are those of the slot.';

create table interview_request (
  organisation uuid not null,
  edition uuid not null,
  application uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  reminded_at timestamptz,
  constraint interview_request_key primary key (organisation, application),
  constraint interview_request_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint interview_request_by foreign key (organisation, asked_by) references person (organisation, id)
);
comment on table interview_request is 'An applicant was asked to choose a slot. reminded_at is the one reminder while none was chosen.';

create table interview_booking (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  application uuid not null,
  slot uuid not null,
  booked_at timestamptz not null,
  booked_by uuid not null,
  released_at timestamptz,
  released_by uuid,
  reminded_at timestamptz,
  constraint interview_booking_key primary key (organisation, id),
  constraint interview_booking_released check ((released_at is null) = (released_by is null)),
  constraint interview_booking_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint interview_booking_slot foreign key (organisation, edition, slot) references interview_slot (organisation, edition, id),
  constraint interview_booking_by foreign key (organisation, booked_by) references person (organisation, id)
);
comment on table interview_booking is 'A slot an application holds, until it is released for another. reminded_at is the one reminder before the hour.';
create unique index interview_booking_slot_once on interview_booking (organisation, slot) where released_at is null;
create unique index interview_booking_application_once on interview_booking (organisation, application) where released_at is null;
