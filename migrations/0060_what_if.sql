-- Simulations under other rules than those of the edition: saved and compared, never sealed.

alter table selection_plan add column note text not null default '' constraint selection_plan_note_length check (char_length(note) <= 500);
alter table selection_plan add column changes jsonb;
alter table selection_plan add column own_rules boolean not null default true;
alter table selection_plan add constraint selection_plan_rules check (own_rules = (changes is null));
alter table selection_plan add constraint selection_plan_of_rules unique (organisation, edition, id, own_rules);
comment on column selection_plan.changes is 'What the simulation changes of the rules and terms of the edition; null when it changes nothing.';
comment on column selection_plan.own_rules is 'The rules are those of the edition: only such a simulation can be sealed.';

alter table selection_seal add column own_rules boolean not null default true constraint selection_seal_own_rules check (own_rules);
alter table selection_seal add constraint selection_seal_of_rules foreign key (organisation, edition, plan, own_rules) references selection_plan (organisation, edition, id, own_rules);
comment on column selection_seal.own_rules is 'Always true: holds the seal to a simulation under the rules of the edition.';
