-- Ways to come in besides the mailed link: passkeys and a password, both of a person's own will; and open sessions one can tell apart.

alter table session
  add column id uuid not null default gen_random_uuid(),
  add column way text not null default 'link' constraint session_way_known check (way in ('link', 'code', 'passkey', 'password', 'demo')),
  add column device text not null default '' constraint session_device_short check (length(device) <= 40),
  add constraint session_id_once unique (organisation, id);
alter table session
  alter column id drop default,
  alter column way drop default,
  alter column device drop default;
comment on table session is 'A signed-in browser. The cookie holds a random token, the row its SHA-256. way is how the person came in; device the names of browser and system ("firefox android"), never the whole text the browser sends.';

create table passkey (
  organisation uuid not null,
  id uuid not null,
  person uuid not null,
  name text not null constraint passkey_named check (length(name) between 1 and 120),
  credential bytea not null constraint passkey_credential_length check (length(credential) between 1 and 1023),
  public_key bytea not null,
  counter bigint not null constraint passkey_counter_positive check (counter >= 0),
  transports text[] not null,
  synced boolean not null,
  device text not null constraint passkey_device_short check (length(device) <= 40),
  added_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  constraint passkey_key primary key (organisation, id),
  constraint passkey_credential_once unique (organisation, credential),
  constraint passkey_person foreign key (organisation, person) references person (organisation, id)
);
comment on table passkey is 'A key that a device of the person holds (WebAuthn). Only its public half is here. counter is what the device last counted: one that falls tells of a copy. synced: the person''s own devices share it. device is where it was added.';
create index passkey_by_person on passkey (organisation, person);

create table passkey_challenge (
  organisation uuid not null constraint passkey_challenge_organisation references organisation (id),
  hash bytea not null,
  person uuid,
  origin text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_challenge_key primary key (organisation, hash),
  constraint passkey_challenge_person foreign key (organisation, person) references person (organisation, id)
);
comment on table passkey_challenge is 'What a device is asked to sign, by its SHA-256: once, soon, at the address where it was asked. person: whose key is being added; null when somebody is coming in.';
create index passkey_challenge_by_expiry on passkey_challenge (organisation, expires_at);

create table password (
  organisation uuid not null,
  person uuid not null,
  salt bytea not null constraint password_salt_length check (length(salt) >= 16),
  hash bytea not null constraint password_hash_length check (length(hash) >= 32),
  memory integer not null,
  passes smallint not null,
  lanes smallint not null,
  set_at timestamptz not null,
  constraint password_key primary key (organisation, person),
  constraint password_person foreign key (organisation, person) references person (organisation, id)
);
comment on table password is 'The Argon2id hash of the password of who wanted one, with the measures it was made by: memory in KiB, passes, lanes. Taken away with its row; the trail of the person says when.';

create table password_try (
  organisation uuid not null constraint password_try_organisation references organisation (id),
  key bytea not null,
  failures integer not null constraint password_try_counted check (failures > 0),
  last_at timestamptz not null,
  constraint password_try_key primary key (organisation, key)
);
comment on table password_try is 'Passwords that were wrong, by address and by network (their SHA-256): each makes the next try wait longer. Forgotten after a quiet hour.';
create index password_try_by_age on password_try (organisation, last_at);
