-- Whether two applications that resemble each other are the same person's or the same project.

create table likeness_verdict (
  organisation uuid not null,
  one uuid not null,
  other uuid not null,
  seq smallint not null constraint likeness_verdict_seq_positive check (seq > 0),
  same boolean not null,
  kept uuid,
  reason text not null constraint likeness_verdict_reasoned check (length(reason) > 0),
  judged_at timestamptz not null,
  judged_by uuid not null,
  constraint likeness_verdict_key primary key (organisation, one, other, seq),
  constraint likeness_verdict_order check (one < other),
  constraint likeness_verdict_kept check (kept is null or (same and kept in (one, other))),
  constraint likeness_verdict_one foreign key (organisation, one) references submission (organisation, application),
  constraint likeness_verdict_other foreign key (organisation, other) references submission (organisation, application),
  constraint likeness_verdict_person foreign key (organisation, judged_by) references person (organisation, id)
);
comment on table likeness_verdict is 'What an officer says of a pair that the finder shows; a later verdict is a new row with the next seq, the last one counts. kept: of two applications of one edition, the one that goes on; null for a pair of two editions. The ids stand in their order, so that a pair has one name.';
create index likeness_verdict_by_other on likeness_verdict (organisation, other);
