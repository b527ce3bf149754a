-- Strands: lines of one call with places and money of their own.

create table edition_strand (
  organisation uuid not null,
  edition uuid not null,
  code text not null,
  name trilingual not null,
  summary trilingual not null,
  places smallint constraint edition_strand_places check (places >= 0),
  ceiling numeric(14, 2) constraint edition_strand_ceiling check (ceiling >= 0),
  envelope numeric(14, 2) constraint edition_strand_envelope check (envelope >= 0),
  position smallint not null,
  constraint edition_strand_key primary key (organisation, edition, code),
  constraint edition_strand_within check (ceiling is null or envelope is null or ceiling <= envelope),
  constraint edition_strand_edition foreign key (organisation, edition) references edition (organisation, id)
);
comment on table edition_strand is 'A line of a call that applicants choose between: places kept for it (null: not said), ceiling of what one project may ask, envelope for all of them, in the currency of the edition.';

alter table submission add column strand text;
comment on column submission.strand is 'Code of the strand chosen, read from the answer to the question of that kind; null where the form asks for none.';

comment on table selection_rule is 'A quota of the selection: attribute (region, gender, applicant-kind, sector, strand) with value, at least minimum and at most maximum of the places. A null value means: of each value of the attribute.';
