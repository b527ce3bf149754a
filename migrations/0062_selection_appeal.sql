-- Appeals against what a selection decided: lodged by the holder, answered by people who had no part in it.

create table selection_appeal (
  organisation uuid not null,
  edition uuid not null,
  application uuid not null,
  text text not null constraint selection_appeal_text_given check (length(text) > 0),
  lodged_at timestamptz not null,
  lodged_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  upheld boolean,
  answer text,
  score numeric(9,6) constraint selection_appeal_score check (score between 0 and 100),
  place text constraint selection_appeal_place_known check (place in ('none', 'next')),
  record text,
  hash text constraint selection_appeal_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  constraint selection_appeal_key primary key (organisation, application),
  constraint selection_appeal_answered check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (upheld is null) and (answered_at is null) = (answer is null) and (answered_at is null) = (place is null)),
  constraint selection_appeal_read_again check (coalesce(upheld, false) = (score is not null)),
  constraint selection_appeal_recorded check ((record is null) = (hash is null)),
  constraint selection_appeal_place_earned check (coalesce(place, 'none') = 'none' or (upheld and record is not null)),
  constraint selection_appeal_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint selection_appeal_decision foreign key (organisation, application) references decision (organisation, application),
  constraint selection_appeal_holder foreign key (organisation, lodged_by) references person (organisation, id),
  constraint selection_appeal_person foreign key (organisation, answered_by) references person (organisation, id)
);
comment on table selection_appeal is 'An appeal against the decision of a selection, once for an application. Upheld, the file was read again and has the score of that reading; record holds the selection made again with that score alone changed. place next: the first place that falls free in its region is offered to it.';

create table selection_appeal_panel (
  organisation uuid not null,
  application uuid not null,
  person uuid not null,
  constraint selection_appeal_panel_key primary key (organisation, application, person),
  constraint selection_appeal_panel_appeal foreign key (organisation, application) references selection_appeal (organisation, application),
  constraint selection_appeal_panel_person foreign key (organisation, person) references person (organisation, id)
);
comment on table selection_appeal_panel is 'Who read the file again and answered the appeal: nobody who had reviewed it or sealed the selection.';
