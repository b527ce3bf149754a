-- Lists of the desk: views that officers keep, and who checks an application.

create table list_view (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  list text not null constraint list_view_list_named check (list ~ '^[a-z-]+$'),
  person uuid not null,
  name text not null constraint list_view_name_length check (length(name) between 1 and 60),
  query text not null constraint list_view_query_length check (length(query) <= 2000),
  shared boolean not null,
  kept_at timestamptz not null,
  constraint list_view_key primary key (organisation, id),
  constraint list_view_name_once unique (organisation, edition, list, person, name),
  constraint list_view_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint list_view_person foreign key (organisation, person) references person (organisation, id)
);
comment on table list_view is 'Filters, order and columns of a list under a name: query is the part of its address after the question mark. shared: shown to everyone at the desk of the edition; what it finds is still what each may see.';

create table list_view_first (
  organisation uuid not null,
  edition uuid not null,
  list text not null,
  person uuid not null,
  view uuid not null,
  chosen_at timestamptz not null,
  constraint list_view_first_key primary key (organisation, edition, list, person),
  constraint list_view_first_view foreign key (organisation, view) references list_view (organisation, id) on delete cascade,
  constraint list_view_first_person foreign key (organisation, person) references person (organisation, id)
);
comment on table list_view_first is 'The view a person sees first when they open a list.';
create index list_view_first_by_view on list_view_first (organisation, view);

create table eligibility_checker (
  organisation uuid not null,
  application uuid not null,
  seq smallint not null constraint eligibility_checker_seq_positive check (seq > 0),
  person uuid,
  given_at timestamptz not null,
  given_by uuid not null,
  constraint eligibility_checker_key primary key (organisation, application, seq),
  constraint eligibility_checker_submission foreign key (organisation, application) references submission (organisation, application),
  constraint eligibility_checker_person foreign key (organisation, person) references person (organisation, id),
  constraint eligibility_checker_giver foreign key (organisation, given_by) references person (organisation, id)
);
comment on table eligibility_checker is 'Who checks an application; a later row with the next seq counts, and one without a person leaves it to nobody.';
create index eligibility_checker_by_person on eligibility_checker (organisation, person);
