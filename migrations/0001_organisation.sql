-- Organisations, their people and how they enter. The organisation is the tenant: its id leads every key.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create domain trilingual as jsonb
  constraint trilingual_has_three_languages check (value is null or (value ? 'ar' and value ? 'fr' and value ? 'en'));
comment on domain trilingual is 'A text in Arabic, French and English: {"ar": …, "fr": …, "en": …}; an empty text falls back to another language when read.';

create domain language_code as text
  constraint language_code_known check (value in ('ar', 'fr', 'en'));

create table organisation (
  id uuid constraint organisation_key primary key,
  slug text not null constraint organisation_slug_once unique,
  name trilingual not null,
  host text constraint organisation_host_once unique,
  zone text not null default 'Africa/Casablanca',
  created_at timestamptz not null
);
comment on table organisation is 'A foundation that runs programmes. One installation may serve several: each by its host name, or the only one when host is null.';

create table person (
  organisation uuid not null constraint person_organisation references organisation (id),
  id uuid not null,
  email text constraint person_email_lower check (email = lower(email)),
  name_ar text not null default '',
  name_latin text not null default '',
  phone text,
  born_on date,
  gender text constraint person_gender_known check (gender in ('woman', 'man')),
  language language_code not null default 'ar',
  search text not null default '',
  created_at timestamptz not null,
  constraint person_key primary key (organisation, id),
  constraint person_email_once unique (organisation, email)
);
comment on table person is 'One record per person for ever: applicant, holder, juror, trainer, staff. gender null means not said. search is the folded text of both names.';
create index person_search on person using gin (search gin_trgm_ops);

create table sign_in_request (
  organisation uuid not null constraint sign_in_request_organisation references organisation (id),
  id uuid not null,
  email text not null,
  token_hash bytea not null,
  code_hash bytea not null,
  return_to text not null default '/',
  language language_code not null,
  attempts smallint not null default 0,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_request_key primary key (organisation, id),
  constraint sign_in_request_token_once unique (organisation, token_hash),
  constraint sign_in_request_attempts check (attempts between 0 and 10)
);
comment on table sign_in_request is 'A mailed link and code, valid once and for a short time. Only hashes are kept. The answer to the asker is the same whether or not the person exists.';
create index sign_in_request_recent on sign_in_request (organisation, email, requested_at);

create table session (
  organisation uuid not null constraint session_organisation references organisation (id),
  token_hash bytea not null,
  person uuid not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_key primary key (organisation, token_hash),
  constraint session_person foreign key (organisation, person) references person (organisation, id)
);
comment on table session is 'A signed-in browser. The cookie holds a random token, the row its SHA-256.';
create index session_by_person on session (organisation, person);

create table rate_count (
  organisation uuid not null constraint rate_count_organisation references organisation (id),
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  constraint rate_count_key primary key (organisation, key, window_start)
);
comment on table rate_count is 'How often an act was tried in a time window (sign-in mails to one address, codes from one network).';

create table audit_entry (
  organisation uuid not null constraint audit_entry_organisation references organisation (id),
  stream uuid not null,
  seq integer not null constraint audit_entry_seq_positive check (seq > 0),
  act text not null constraint audit_entry_act_named check (act ~ '^[a-z-]+/[a-z-]+$'),
  actor uuid,
  at timestamptz not null,
  payload text not null,
  previous text not null,
  hash text not null constraint audit_entry_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  constraint audit_entry_key primary key (organisation, stream, seq),
  constraint audit_entry_hash_true check (hash = encode(sha256(convert_to(previous || E'\n' || seq || E'\n' || payload, 'UTF8')), 'hex')),
  constraint audit_entry_actor foreign key (organisation, actor) references person (organisation, id)
);
comment on table audit_entry is 'What was done, by whom, when: written in the transaction of the act. A stream is the record it belongs to (an application, an edition, a project…); each entry holds the hash of the one before, so none can be taken out or changed unseen. payload is canonical JSON and names no personal data beyond ids.';
create index audit_entry_by_time on audit_entry (organisation, at);

create table audit_seal (
  organisation uuid not null constraint audit_seal_organisation references organisation (id),
  seq integer not null constraint audit_seal_seq_positive check (seq > 0),
  sealed_at timestamptz not null,
  entries bigint not null,
  heads text not null,
  previous text not null,
  hash text not null,
  constraint audit_seal_key primary key (organisation, seq)
);
comment on table audit_seal is 'A seal over the last hash of every stream at one moment, chained to the seal before: binds the streams to each other and to time.';

create table audit_seal_stream (
  organisation uuid not null constraint audit_seal_stream_organisation references organisation (id),
  seal integer not null,
  stream uuid not null,
  seq integer not null,
  constraint audit_seal_stream_key primary key (organisation, seal, stream)
);
comment on table audit_seal_stream is 'How far a seal covers each stream that grew since the seal before. What is committed after the seal, whatever its time, is covered by the next.';
create index audit_seal_stream_last on audit_seal_stream (organisation, stream, seal);

create table demo_world (
  organisation uuid not null constraint demo_world_organisation references organisation (id),
  stage text not null,
  clock_at timestamptz not null,
  loaded_at timestamptz not null,
  constraint demo_world_key primary key (organisation)
);
comment on table demo_world is 'Written last when the demo world is loaded: its stage, and the moment its clock shows (a call of 2024 is open in 2024). Empty in production.';
