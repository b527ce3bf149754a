-- Who has a draft open at this moment, and where in it they are.

create unlogged table presence (
  organisation uuid not null,
  application uuid not null,
  page uuid not null,
  person uuid not null,
  section text,
  question text,
  seen_at timestamptz not null,
  constraint presence_key primary key (organisation, application, page),
  constraint presence_member foreign key (organisation, application, person) references application_member (organisation, application, person) on delete cascade,
  constraint presence_lengths check (length(section) <= 80 and length(question) <= 80)
);
comment on table presence is 'One row for each opened page of a draft that a team writes, worth something for 45 seconds after seen_at. Not logged: it may be lost with the server, and is then told anew within the minute. It goes with the membership.';
