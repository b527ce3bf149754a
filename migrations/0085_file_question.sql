-- What a reader asks the office about a file, and what the office answers.

create table file_question (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  application uuid not null,
  assignment uuid not null,
  text text not null constraint file_question_text check (length(text) between 1 and 1000),
  asked_at timestamptz not null,
  asked_by uuid not null,
  answer text constraint file_question_answer check (length(answer) between 1 and 2000),
  shared boolean not null default false,
  answered_at timestamptz,
  answered_by uuid,
  constraint file_question_key primary key (organisation, id),
  constraint file_question_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null) and (answer is not null or not shared)),
  constraint file_question_order check (answered_at >= asked_at),
  constraint file_question_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint file_question_assignment foreign key (organisation, assignment) references assignment (organisation, id),
  constraint file_question_asker foreign key (organisation, asked_by) references person (organisation, id),
  constraint file_question_answerer foreign key (organisation, answered_by) references person (organisation, id)
);
comment on table file_question is 'A question of the reader of an assignment to the office about the file. shared: every reader of the file reads the question and its answer, without who asked; else the asker alone.';
create index file_question_by_application on file_question (organisation, application);
create index file_question_by_edition on file_question (organisation, edition, asked_at);
