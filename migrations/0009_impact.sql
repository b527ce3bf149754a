-- Impact: figures with a reference, the communiqué and what it printed the day it was published.

create table figure (
  organisation uuid not null,
  id uuid not null,
  edition uuid,
  reference text not null constraint figure_reference_form check (reference ~ '^F-[0-9]{3,4}$'),
  indicator text not null,
  parameters jsonb not null,
  defined_at timestamptz not null,
  constraint figure_key primary key (organisation, id),
  constraint figure_reference_once unique (organisation, reference),
  constraint figure_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table figure is 'A number the programme may print: the indicator (a named query), its parameters, and the reference readers follow to its records.';

create table communique (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  slug text not null,
  title trilingual not null,
  body jsonb not null,
  version integer not null default 1,
  written_at timestamptz not null,
  written_by uuid not null,
  constraint communique_key primary key (organisation, id),
  constraint communique_slug_once unique (organisation, edition, slug),
  constraint communique_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table communique is 'A press release: paragraphs in three languages whose figures are tokens ({F-013}) and whose plurals follow the figure.';

create table communique_publication (
  organisation uuid not null,
  communique uuid not null,
  seq smallint not null,
  version integer not null,
  figures jsonb not null,
  warnings jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null,
  constraint communique_publication_key primary key (organisation, communique, seq),
  constraint communique_publication_of foreign key (organisation, communique) references communique (organisation, id)
);
comment on table communique_publication is 'The figures as printed that day, and the warnings that were shown and accepted.';
