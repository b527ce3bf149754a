-- A deadline moves only by an act of its own, dated and reasoned, and everybody who holds a draft is told.

create table call_extension (
  organisation uuid not null,
  call uuid not null,
  seq smallint not null constraint call_extension_seq_positive check (seq > 0),
  from_at timestamptz not null,
  from_wall timestamp not null,
  to_at timestamptz not null,
  to_wall timestamp not null,
  reason trilingual not null,
  told integer not null constraint call_extension_told check (told >= 0),
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint call_extension_key primary key (organisation, call, seq),
  constraint call_extension_later check (to_at > from_at),
  constraint call_extension_call foreign key (organisation, call) references call (organisation, id),
  constraint call_extension_person foreign key (organisation, decided_by) references person (organisation, id)
);
comment on table call_extension is 'Each time a deadline was put off: from when to when, why (as the public reads it), and how many holders of drafts were written to. call.deadline_wall holds the last.';
