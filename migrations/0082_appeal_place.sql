-- Where no place is free for a file whose appeal was upheld: what was chosen, by whom, and why.

create table selection_appeal_place (
  organisation uuid not null,
  application uuid not null,
  choice text not null constraint selection_appeal_place_known check (choice in ('wait', 'extra')),
  reason text not null,
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  constraint selection_appeal_place_key primary key (organisation, application, choice),
  constraint selection_appeal_place_reason check (choice = 'wait' or length(reason) > 0),
  constraint selection_appeal_place_appeal foreign key (organisation, application) references selection_appeal (organisation, application),
  constraint selection_appeal_place_person foreign key (organisation, chosen_by) references person (organisation, id)
);
comment on table selection_appeal_place is 'wait: the file is first of the reserve of its region, and waits. extra: the direction opened a place for it alone, with its reason, outside the places and limits of the edition; it may follow wait, and nothing follows it.';
