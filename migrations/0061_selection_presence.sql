-- Who sat in the deliberation: the minutes name them, and what each may not have heard.

create table selection_presence (
  organisation uuid not null,
  edition uuid not null,
  person uuid not null,
  noted_at timestamptz not null,
  noted_by uuid not null,
  constraint selection_presence_key primary key (organisation, edition, person),
  constraint selection_presence_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint selection_presence_person foreign key (organisation, person) references person (organisation, id),
  constraint selection_presence_noter foreign key (organisation, noted_by) references person (organisation, id)
);
comment on table selection_presence is 'A person present when the jury deliberated. Who was recused from which application is read from the conflicts they declared.';
