-- Grids filled in away from the screen and brought in as a workbook: who brought in what, for whom.

create table review_import (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  reviewer uuid not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  fingerprint text not null,
  kept integer not null constraint review_import_kept check (kept >= 0),
  handed_in integer not null constraint review_import_handed_in check (handed_in >= 0),
  constraint review_import_key primary key (organisation, id),
  constraint review_import_something check (kept + handed_in > 0),
  constraint review_import_reviewer foreign key (organisation, edition, reviewer) references reviewer (organisation, edition, id),
  constraint review_import_by foreign key (organisation, imported_by) references person (organisation, id)
);
comment on table review_import is 'A workbook of grids brought in whole: by the reviewer, or by an officer for a reviewer without a network (imported_by is then another person than the reviewer). kept counts grids changed, handed_in those handed in by the same act.';
create index review_import_by_reviewer on review_import (organisation, reviewer);
