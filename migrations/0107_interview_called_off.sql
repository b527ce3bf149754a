-- Interviews that were arranged and will not be held.

create table interview_called_off (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  application uuid not null,
  during tstzrange not null,
  place text not null,
  invited_at timestamptz not null,
  invited_by uuid not null,
  why text not null,
  called_off_at timestamptz not null,
  constraint interview_called_off_key primary key (organisation, id),
  constraint interview_called_off_why check (why in ('ineligible', 'withdrawn')),
  constraint interview_called_off_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
create index interview_called_off_file on interview_called_off (organisation, application);
comment on table interview_called_off is 'An interview as it was arranged, which was called off before it began because its file is no more in the call: found not eligible, or withdrawn. Its room, hour and slot are free again; should the file come back, another is arranged.';
