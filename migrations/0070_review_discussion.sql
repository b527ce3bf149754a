-- What the reviewers of a file say to each other once they have handed in.

create table review_discussion (
  organisation uuid not null,
  edition uuid not null,
  application uuid not null,
  stage text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  constraint review_discussion_key primary key (organisation, application, stage),
  constraint review_discussion_application foreign key (organisation, edition, application) references application (organisation, edition, id),
  constraint review_discussion_by foreign key (organisation, opened_by) references person (organisation, id)
);
comment on table review_discussion is 'The office opens a discussion before every review of the file is in; without a row it opens by itself once they all are.';

create table review_remark (
  organisation uuid not null,
  id uuid not null,
  assignment uuid not null,
  text text not null constraint review_remark_text check (length(text) between 1 and 4000),
  said_at timestamptz not null,
  said_by uuid not null,
  constraint review_remark_key primary key (organisation, id),
  constraint review_remark_assignment foreign key (organisation, assignment) references assignment (organisation, id),
  constraint review_remark_by foreign key (organisation, said_by) references person (organisation, id)
);
comment on table review_remark is 'Said by the reviewer of an assignment who has handed in, to the others of the same file and stage who have; never to the others.';
create index review_remark_by_assignment on review_remark (organisation, assignment);
