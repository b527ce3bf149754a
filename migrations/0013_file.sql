-- Files given as answers: what arrived, what was found of it, what is kept of it, and how it went.

create table file (
  organisation uuid not null,
  id uuid not null,
  application uuid not null,
  question text not null,
  given_at timestamptz not null,
  given_by uuid not null,
  name text not null constraint file_name_length check (length(name) between 1 and 200),
  media_type text not null,
  bytes bigint not null constraint file_bytes_positive check (bytes > 0),
  sha256 text not null constraint file_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  blob text constraint file_blob_form check (blob ~ '^[0-9a-f]{32}$'),
  prepared_at timestamptz,
  constraint file_key primary key (organisation, id),
  constraint file_application foreign key (organisation, application) references application (organisation, id),
  constraint file_person foreign key (organisation, given_by) references person (organisation, id),
  constraint file_blob_once unique (organisation, blob)
);
comment on table file is 'A file given as an answer to a question. media_type was found in its content; bytes and sha256 are those of what arrived, and sha256 is part of what a submission is hashed over. blob is where its content lies: null once nothing of it is kept as it came (a picture is kept as file_picture only; a removed file not at all). prepared_at: from then on it may be read.';
create index file_by_application on file (organisation, application, question);
create index file_waiting on file (given_at) where prepared_at is null;

create table file_scan (
  organisation uuid not null,
  file uuid not null,
  seq smallint not null,
  verdict text not null constraint file_scan_verdict_known check (verdict in ('clean', 'infected', 'not-scanned', 'unreachable')),
  found text not null default '',
  scanned_at timestamptz not null,
  constraint file_scan_key primary key (organisation, file, seq),
  constraint file_scan_file foreign key (organisation, file) references file (organisation, id)
);
comment on table file_scan is 'What the virus scanner said; the last seq counts. not-scanned: no scanner is set up. unreachable: it did not answer, and is asked again; the file waits out of reach. found is the name of what it found.';

create table file_picture (
  organisation uuid not null,
  file uuid not null,
  width smallint not null constraint file_picture_width_positive check (width > 0),
  height smallint not null constraint file_picture_height_positive check (height > 0),
  size smallint not null constraint file_picture_size_known check (size in (320, 640, 1280)),
  bytes bigint not null,
  blob text not null constraint file_picture_blob_form check (blob ~ '^[0-9a-f]{32}$'),
  constraint file_picture_key primary key (organisation, file, size),
  constraint file_picture_file foreign key (organisation, file) references file (organisation, id),
  constraint file_picture_blob_once unique (organisation, blob)
);
comment on table file_picture is 'A picture drawn anew from what arrived, without what the camera wrote beside it; at most size pixels wide.';

create table file_removal (
  organisation uuid not null,
  file uuid not null,
  reason text not null constraint file_removal_reason_known check (reason in ('person', 'infected', 'unreadable')),
  removed_at timestamptz not null,
  removed_by uuid,
  erased_at timestamptz,
  constraint file_removal_key primary key (organisation, file),
  constraint file_removal_file foreign key (organisation, file) references file (organisation, id),
  constraint file_removal_person foreign key (organisation, removed_by) references person (organisation, id),
  constraint file_removal_author check ((reason = 'person') = (removed_by is not null))
);
comment on table file_removal is 'A file taken back by its team, or by the system: infected, or a picture that cannot be drawn. erased_at: since when nothing of its content lies in the store.';

create table upload (
  organisation uuid not null,
  id uuid not null,
  application uuid not null,
  question text not null,
  person uuid not null,
  name text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  constraint upload_key primary key (organisation, id),
  constraint upload_application foreign key (organisation, application) references application (organisation, id),
  constraint upload_person foreign key (organisation, person) references person (organisation, id)
);
comment on table upload is 'A file under way, in pieces. It goes once the file is there, or is given up when it expires.';
create index upload_by_expiry on upload (expires_at);
