-- An answer to an appeal against a selection is prepared by one person and confirmed by everybody who read the file again.

create table selection_appeal_answer (
  organisation uuid not null,
  application uuid not null,
  version integer not null constraint selection_appeal_answer_version check (version > 0),
  upheld boolean not null,
  score numeric(9,6) constraint selection_appeal_answer_score check (score between 0 and 100),
  answer text not null constraint selection_appeal_answer_given check (length(answer) > 0),
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  constraint selection_appeal_answer_key primary key (organisation, application, version),
  constraint selection_appeal_answer_scored check (upheld = (score is not null)),
  constraint selection_appeal_answer_appeal foreign key (organisation, application) references selection_appeal (organisation, application),
  constraint selection_appeal_answer_person foreign key (organisation, prepared_by) references person (organisation, id)
);
comment on table selection_appeal_answer is 'An answer as it was prepared; the last version is the one its panel is asked about. Nothing leaves and nothing counts by it.';

create table selection_appeal_reader (
  organisation uuid not null,
  application uuid not null,
  version integer not null,
  person uuid not null,
  said text constraint selection_appeal_reader_said check (said in ('confirmed', 'sent-back')),
  said_at timestamptz,
  word text not null,
  constraint selection_appeal_reader_key primary key (organisation, application, version, person),
  constraint selection_appeal_reader_dated check ((said is null) = (said_at is null)),
  constraint selection_appeal_reader_word check (said is distinct from 'sent-back' or length(word) > 0),
  constraint selection_appeal_reader_answer foreign key (organisation, application, version) references selection_appeal_answer (organisation, application, version),
  constraint selection_appeal_reader_person foreign key (organisation, person) references person (organisation, id)
);
comment on table selection_appeal_reader is 'Who is asked to read the file again and to confirm that version of the answer, and what each said. Once all have confirmed, it is the answer (selection_appeal).';
create index selection_appeal_reader_by_person on selection_appeal_reader (organisation, person);
