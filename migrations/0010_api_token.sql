-- Tokens with which programs act as a person.

create table api_token (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  name text not null constraint api_token_named check (length(name) between 1 and 120),
  token_hash bytea not null,
  writes boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint api_token_key primary key (organisation, id),
  constraint api_token_hash_once unique (organisation, token_hash),
  constraint api_token_a_year_at_most check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
  constraint api_token_person foreign key (organisation, person) references person (organisation, id)
);
comment on table api_token is 'A token of the API: it acts as its person, with their roles as they are when it is used. Only its SHA-256 is kept. writes: whether it may change anything.';
create index api_token_by_person on api_token (organisation, person);
