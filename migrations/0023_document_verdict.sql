-- What officers say of each document an applicant gave.

create table document_verdict (
  organisation uuid not null,
  application uuid not null,
  question text not null,
  seq smallint not null constraint document_verdict_seq_positive check (seq > 0),
  files uuid[] not null constraint document_verdict_files_given check (cardinality(files) > 0),
  verdict text not null constraint document_verdict_known check (verdict in ('accepted', 'to-correct', 'not-accepted')),
  reason text not null default '',
  judged_at timestamptz not null,
  judged_by uuid not null,
  constraint document_verdict_key primary key (organisation, application, question, seq),
  constraint document_verdict_reasoned check (verdict = 'accepted' or length(reason) > 0),
  constraint document_verdict_submission foreign key (organisation, application) references submission (organisation, application),
  constraint document_verdict_person foreign key (organisation, judged_by) references person (organisation, id)
);
comment on table document_verdict is 'The verdict of an officer on the files given to one question; a later verdict is a new row with the next seq, the last one counts. files are those it was about: once the answer holds others, the document is to be looked at again.';
