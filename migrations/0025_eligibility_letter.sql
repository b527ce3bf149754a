-- What applicants are told of a decision on eligibility, and their appeals against it.

alter table edition add column appeal_days smallint not null default 10 constraint edition_appeal_days_known check (appeal_days between 1 and 365);
comment on column edition.appeal_days is 'Days within which an applicant appeals against a decision that the application is not eligible, counted from the day its letter left; until the end of the last of them.';

create table eligibility_letter (
  organisation uuid not null,
  application uuid not null,
  decision smallint not null,
  batch uuid,
  message uuid,
  appeal_days smallint,
  written_at timestamptz not null,
  written_by uuid not null,
  constraint eligibility_letter_key primary key (organisation, application, decision),
  constraint eligibility_letter_message_once unique (organisation, message),
  constraint eligibility_letter_decision foreign key (organisation, application, decision) references eligibility_decision (organisation, application, seq),
  constraint eligibility_letter_batch foreign key (organisation, batch) references message_batch (organisation, id),
  constraint eligibility_letter_of_message foreign key (organisation, message) references message (organisation, id),
  constraint eligibility_letter_person foreign key (organisation, written_by) references person (organisation, id)
);
comment on table eligibility_letter is 'The letter that tells a decision; it has left once its batch is approved, or at once when it has none (the answer to an appeal). Until then the applicant sees nothing of the decision. message is null for a holder without an address, who reads it on the page. appeal_days is the term promised; null where there is nothing to appeal against.';
create index eligibility_letter_by_batch on eligibility_letter (organisation, batch);

create table eligibility_appeal (
  organisation uuid not null,
  application uuid not null,
  decision smallint not null,
  text text not null constraint eligibility_appeal_text_given check (length(text) > 0),
  lodged_at timestamptz not null,
  lodged_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  upheld boolean,
  answer text,
  constraint eligibility_appeal_key primary key (organisation, application, decision),
  constraint eligibility_appeal_answered check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (upheld is null) and (answered_at is null) = (answer is null)),
  constraint eligibility_appeal_letter foreign key (organisation, application, decision) references eligibility_letter (organisation, application, decision),
  constraint eligibility_appeal_holder foreign key (organisation, lodged_by) references person (organisation, id),
  constraint eligibility_appeal_person foreign key (organisation, answered_by) references person (organisation, id)
);
comment on table eligibility_appeal is 'An appeal against the decision that an application is not eligible, once for a decision, and its answer by somebody else than who decided. upheld: a new decision says that it is eligible.';
