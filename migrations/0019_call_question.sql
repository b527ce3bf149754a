-- Questions that visitors ask about a call, and what they were answered.

create table call_question (
  organisation uuid not null,
  id uuid not null,
  call uuid not null,
  asked_at timestamptz not null,
  address text not null,
  language language_code not null,
  question text not null constraint call_question_length check (length(question) between 1 and 2000),
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  published jsonb,
  constraint call_question_key primary key (organisation, id),
  constraint call_question_call foreign key (organisation, call) references call (organisation, id),
  constraint call_question_person foreign key (organisation, answered_by) references person (organisation, id),
  constraint call_question_answered check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null)),
  constraint call_question_published check (published is null or answered_at is not null)
);
comment on table call_question is 'A question about a call, mailed its answer in the language it was asked in. published: the question and its answer as the public reads them in three languages, without a name: {"question": trilingual, "answer": trilingual}; null when it was answered to its writer alone.';
create index call_question_by_call on call_question (organisation, call, asked_at);
