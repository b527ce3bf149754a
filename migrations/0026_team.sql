-- A team that writes an application together: who was invited, who joined by which invitation, who left, and who was asked to hold it.

create table team_invitation (
  organisation uuid not null,
  id uuid not null,
  application uuid not null,
  token_hash bytea not null,
  address text,
  once boolean not null,
  language language_code not null,
  invited_at timestamptz not null,
  invited_by uuid not null,
  expires_at timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  constraint team_invitation_key primary key (organisation, id),
  constraint team_invitation_token_once unique (organisation, token_hash),
  constraint team_invitation_application foreign key (organisation, application) references application (organisation, id),
  constraint team_invitation_inviter foreign key (organisation, invited_by) references person (organisation, id),
  constraint team_invitation_taker foreign key (organisation, taken_back_by) references person (organisation, id),
  constraint team_invitation_mailed_once check (address is null or once),
  constraint team_invitation_life check (expires_at > invited_at),
  constraint team_invitation_taken_back check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table team_invitation is 'A link that lets somebody into the team of an application. Its secret is kept as SHA-256 only. address: where it was mailed; null for a link that the holder passes on by other means. once: good for one person.';
create index team_invitation_by_application on team_invitation (organisation, application, invited_at);

create table team_joining (
  organisation uuid not null,
  invitation uuid not null,
  person uuid not null,
  joined_at timestamptz not null,
  constraint team_joining_key primary key (organisation, invitation, person),
  constraint team_joining_invitation foreign key (organisation, invitation) references team_invitation (organisation, id),
  constraint team_joining_person foreign key (organisation, person) references person (organisation, id)
);
comment on table team_joining is 'Who came into a team by which invitation. Whether they still are in it is said by application_member.';

create table team_departure (
  organisation uuid not null,
  application uuid not null,
  person uuid not null,
  left_at timestamptz not null,
  joined_at timestamptz not null,
  decided_by uuid not null,
  constraint team_departure_key primary key (organisation, application, person, left_at),
  constraint team_departure_application foreign key (organisation, application) references application (organisation, id),
  constraint team_departure_person foreign key (organisation, person) references person (organisation, id),
  constraint team_departure_decider foreign key (organisation, decided_by) references person (organisation, id)
);
comment on table team_departure is 'A member who left a team, by their own will (decided_by is the person) or by that of its holder. The row of application_member goes at the same moment, and every access with it; what they wrote stays theirs.';

create table holder_offer (
  organisation uuid not null,
  id uuid not null,
  application uuid not null,
  holder uuid not null,
  member uuid not null,
  offered_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  accepted boolean not null default false,
  constraint holder_offer_key primary key (organisation, id),
  constraint holder_offer_application foreign key (organisation, application) references application (organisation, id),
  constraint holder_offer_holder foreign key (organisation, holder) references person (organisation, id),
  constraint holder_offer_member foreign key (organisation, member) references person (organisation, id),
  constraint holder_offer_ender foreign key (organisation, ended_by) references person (organisation, id),
  constraint holder_offer_two check (holder <> member),
  constraint holder_offer_ended check ((ended_at is null) = (ended_by is null)),
  constraint holder_offer_accepted check (not accepted or (ended_at is not null and ended_by = member))
);
comment on table holder_offer is 'The holder of an application asks a member to hold it instead. It ends when the member accepts or declines, or when the holder takes it back.';
create unique index holder_offer_one_open on holder_offer (organisation, application) where ended_at is null;
