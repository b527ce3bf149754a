-- Corrections asked of what was sent: which answers, why, until which day; and what stood before they came.

create table correction_request (
  organisation uuid not null,
  id uuid not null,
  application uuid not null,
  seq smallint not null constraint correction_request_seq_positive check (seq > 0),
  questions text[] not null constraint correction_request_questions check (cardinality(questions) > 0),
  reason text not null constraint correction_request_reason check (length(reason) between 1 and 2000),
  asked_at timestamptz not null,
  asked_by uuid not null,
  constraint correction_request_key primary key (organisation, id),
  constraint correction_request_seq_once unique (organisation, application, seq),
  constraint correction_request_submission foreign key (organisation, application) references submission (organisation, application),
  constraint correction_request_person foreign key (organisation, asked_by) references person (organisation, id)
);
comment on table correction_request is 'Answers of a submission that its team is asked to correct or complete, and what is wrong with them as the team reads it. It is open until it is answered, taken back, or its last day is over; at most one of an application is open.';

create table correction_day (
  organisation uuid not null,
  request uuid not null,
  seq smallint not null constraint correction_day_seq_positive check (seq > 0),
  day date not null,
  due_at timestamptz not null,
  set_at timestamptz not null,
  set_by uuid not null,
  reminded_at timestamptz,
  constraint correction_day_key primary key (organisation, request, seq),
  constraint correction_day_request foreign key (organisation, request) references correction_request (organisation, id),
  constraint correction_day_person foreign key (organisation, set_by) references person (organisation, id)
);
comment on table correction_day is 'The last day to send the corrections, as promised in the zone of the call, and the last instant of that day. A day put off is a new row; the last seq counts. reminded_at: when the team was written to because the day drew near.';
create index correction_day_by_due on correction_day (due_at) where reminded_at is null;

create table correction_recall (
  organisation uuid not null,
  request uuid not null,
  recalled_at timestamptz not null,
  recalled_by uuid not null,
  constraint correction_recall_key primary key (organisation, request),
  constraint correction_recall_request foreign key (organisation, request) references correction_request (organisation, id),
  constraint correction_recall_person foreign key (organisation, recalled_by) references person (organisation, id)
);
comment on table correction_recall is 'A request that was taken back: nothing is expected any more.';

create table correction_draft (
  organisation uuid not null,
  request uuid not null,
  answers jsonb not null,
  written jsonb not null default '{}',
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint correction_draft_key primary key (organisation, request),
  constraint correction_draft_request foreign key (organisation, request) references correction_request (organisation, id),
  constraint correction_draft_person foreign key (organisation, saved_by) references person (organisation, id)
);
comment on table correction_draft is 'Corrections as they are typed: every answer that is open, by question, an empty one included; written says who wrote each last, as in a draft. What was sent stays as it is until they are sent. It stays when the day passes: what was typed is there again if the day is put off.';

create table correction (
  organisation uuid not null,
  request uuid not null,
  application uuid not null,
  corrected_at timestamptz not null,
  corrected_by uuid not null,
  note text not null default '' constraint correction_note check (length(note) <= 1000),
  constraint correction_key primary key (organisation, request),
  constraint correction_request_answered foreign key (organisation, request) references correction_request (organisation, id),
  constraint correction_submission foreign key (organisation, application) references submission (organisation, application),
  constraint correction_person foreign key (organisation, corrected_by) references person (organisation, id)
);
comment on table correction is 'The corrections were sent: by whom, when, with a word to the foundation.';

create table submission_before (
  organisation uuid not null,
  application uuid not null,
  seq smallint not null constraint submission_before_seq_positive check (seq > 0),
  request uuid not null,
  answers jsonb not null,
  sent_at timestamptz not null,
  hash text not null constraint submission_before_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  previous text constraint submission_before_previous_form check (previous ~ '^[0-9a-f]{64}$'),
  constraint submission_before_key primary key (organisation, application, seq),
  constraint submission_before_request_once unique (organisation, request),
  constraint submission_before_submission foreign key (organisation, application) references submission (organisation, application),
  constraint submission_before_correction foreign key (organisation, request) references correction (organisation, request),
  constraint submission_before_chained check ((seq = 1) = (previous is null))
);
comment on table submission_before is 'What an application said before a correction: answers, when they were sent, the hash that was printed on the receipt of then, and the hash before it. The row of submission holds what counts now.';
create index submission_before_by_hash on submission_before (organisation, hash);

alter table submission add column corrected_at timestamptz;
alter table submission add column previous text constraint submission_previous_form check (previous ~ '^[0-9a-f]{64}$');
alter table submission add constraint submission_corrected check ((corrected_at is null) = (previous is null));
comment on table submission is 'The application as it counts now: as it was sent, or as it was corrected when the foundation asked for it; what it said before stands in submission_before. hash is the SHA-256 of its canonical JSON, printed on the receipt; of a corrected one that JSON holds the hash before (previous) and the moment (corrected_at), so that each version vouches for the one before it. region is the code of a region of the edition, or the ISO code of one outside it; title, region, sector… are read from the answers so that lists and counts need not open them.';
