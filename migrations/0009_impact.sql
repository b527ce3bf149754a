-- Impact: figures with a reference, the communiqué and what it printed the day it was published.

create table figure (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  reference text not null constraint figure_reference_form check (reference ~ '^F-[0-9]{3,4}$'),
  indicator text not null,
  parameters jsonb not null,
  defined_at timestamptz not null,
  defined_by uuid not null,
  constraint figure_key primary key (organisation, id),
  constraint figure_reference_once unique (organisation, reference),
  constraint figure_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint figure_author foreign key (organisation, defined_by) references person (organisation, id)
);
create unique index figure_once on figure (organisation, edition, indicator, parameters);
comment on table figure is 'A number the programme may print: the indicator (a named query), its parameters, and the reference readers follow to its records.';

create table communique (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  slug text not null constraint communique_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  title trilingual not null,
  body jsonb not null constraint communique_body_languages check (body ?& array['ar', 'fr', 'en']),
  version integer not null default 1,
  written_at timestamptz not null,
  written_by uuid not null,
  constraint communique_key primary key (organisation, id),
  constraint communique_slug_once unique (organisation, edition, slug),
  constraint communique_edition foreign key (organisation, edition) references edition (organisation, id),
  constraint communique_author foreign key (organisation, written_by) references person (organisation, id)
);
comment on table communique is 'A press release: paragraphs in three languages whose figures are tokens ({F-013}) and whose plurals follow the figure. body holds a list of paragraphs a language.';

create table communique_publication (
  organisation uuid not null,
  communique uuid not null,
  seq smallint not null,
  version integer not null,
  title trilingual not null,
  body jsonb not null,
  figures jsonb not null,
  warnings jsonb not null,
  fingerprint text not null constraint communique_publication_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  published_by uuid not null,
  constraint communique_publication_key primary key (organisation, communique, seq),
  constraint communique_publication_of foreign key (organisation, communique) references communique (organisation, id),
  constraint communique_publication_author foreign key (organisation, published_by) references person (organisation, id)
);
comment on table communique_publication is 'The text and the figures as printed that day, and the warnings that were shown and accepted. A later publication is a new row: the last one is what the public reads. fingerprint is the SHA-256 of all that was shown before publishing.';
comment on column communique_publication.figures is 'By reference: the value, how many records it counted, the SHA-256 of their list, the split by region, the indicator and its parameters.';
