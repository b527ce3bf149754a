-- What an officer takes back: a conflict a reviewer declared, and the going on of a file.

create table conflict_withdrawal (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  reviewer uuid not null,
  application uuid not null,
  note text not null,
  declared_at timestamptz not null,
  declared_by uuid not null,
  reason text not null constraint conflict_withdrawal_reasoned check (length(reason) > 0),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  constraint conflict_withdrawal_key primary key (organisation, id),
  constraint conflict_withdrawal_order check (withdrawn_at >= declared_at),
  constraint conflict_withdrawal_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint conflict_withdrawal_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint conflict_withdrawal_declarer foreign key (organisation, declared_by) references person (organisation, id),
  constraint conflict_withdrawal_person foreign key (organisation, withdrawn_by) references person (organisation, id)
);
comment on table conflict_withdrawal is 'A conflict that was declared and does not stand: what was declared, by whom and when, and who took it back, when and why. The conflict itself is in the table conflict while it stands.';
create index conflict_withdrawal_by_edition on conflict_withdrawal (organisation, edition);

create table passage_withdrawal (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  stage text not null,
  application uuid not null,
  goes_on boolean not null,
  mean numeric(9, 6),
  decided_at timestamptz not null,
  decided_by uuid not null,
  reason text not null constraint passage_withdrawal_reasoned check (length(reason) > 0),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  constraint passage_withdrawal_key primary key (organisation, id),
  constraint passage_withdrawal_order check (withdrawn_at >= decided_at),
  constraint passage_withdrawal_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint passage_withdrawal_decider foreign key (organisation, decided_by) references person (organisation, id),
  constraint passage_withdrawal_person foreign key (organisation, withdrawn_by) references person (organisation, id)
);
comment on table passage_withdrawal is 'A decision of stage_passage that was taken back: what it was, and who took it back, when and why. The file waits to be decided anew.';
create index passage_withdrawal_by_edition on passage_withdrawal (organisation, edition, stage);
