-- What ties reviewers to those who applied: found by the machine, answered by a person.

alter table reviewer add column affiliations text not null default '';
comment on column reviewer.affiliations is 'Organisations the reviewer works for or with, separated by commas, as they or an officer wrote them.';

create table conflict_found (
  organisation uuid not null,
  edition uuid not null,
  reviewer uuid not null,
  application uuid not null,
  kind text not null constraint conflict_found_kind_known check (kind in ('team', 'organisation', 'coaching', 'reciprocal', 'address', 'family-name')),
  sign text not null constraint conflict_found_sign_known check (sign in ('person', 'name', 'domain', 'e-mail', 'phone', 'one-to-one', 'group', 'reads')),
  certain boolean not null,
  shared text not null default '',
  found_at timestamptz not null,
  gone_at timestamptz,
  constraint conflict_found_key primary key (organisation, reviewer, application, kind),
  constraint conflict_found_life check (gone_at >= found_at),
  constraint conflict_found_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint conflict_found_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
comment on table conflict_found is 'A tie the finder saw, when, and when it was no longer there (what it rested on was corrected). certain: it keeps the two apart until somebody says it is none; else it is a question and keeps nobody apart before it is answered. shared: the organisation or mail domain both are of; never anything of a person.';
create index conflict_found_by_edition on conflict_found (organisation, edition);

create table conflict_verdict (
  organisation uuid not null,
  reviewer uuid not null,
  application uuid not null,
  kind text not null,
  seq smallint not null constraint conflict_verdict_seq_positive check (seq > 0),
  stands boolean not null,
  reason text not null constraint conflict_verdict_reasoned check (length(reason) > 0),
  judged_at timestamptz not null,
  judged_by uuid not null,
  constraint conflict_verdict_key primary key (organisation, reviewer, application, kind, seq),
  constraint conflict_verdict_found foreign key (organisation, reviewer, application, kind) references conflict_found (organisation, reviewer, application, kind),
  constraint conflict_verdict_person foreign key (organisation, judged_by) references person (organisation, id)
);
comment on table conflict_verdict is 'What an officer says of a tie that was found; a later answer is a new row with the next seq, the last one counts.';
