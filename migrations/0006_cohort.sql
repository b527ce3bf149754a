-- The cohort: offers, answers, projects, those who leave.

create table project (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  application uuid not null,
  slug text not null,
  title text not null,
  summary text not null,
  story text not null default '',
  language language_code not null,
  region text not null,
  sector text not null,
  town text not null default '',
  link text,
  showcased boolean not null default false,
  created_at timestamptz not null,
  constraint project_key primary key (organisation, id),
  constraint project_in_edition unique (organisation, edition, id),
  constraint project_application_once unique (organisation, application),
  constraint project_slug_once unique (organisation, edition, slug),
  constraint project_region foreign key (organisation, edition, region) references edition_region (organisation, edition, code),
  constraint project_sector foreign key (organisation, edition, sector) references edition_sector (organisation, edition, code),
  constraint project_application foreign key (organisation, edition, application) references application (organisation, edition, id)
);
comment on table project is 'A project that was offered a place: it keeps one id through support, markets, money and community. Its texts are in its own language. showcased: the holder agreed to a public page.';

create table offer (
  organisation uuid not null,
  id uuid not null,
  edition uuid not null,
  project uuid not null,
  replaces uuid,
  offered_at timestamptz not null,
  offered_by uuid not null,
  reply_by timestamptz not null,
  accepted boolean,
  answered_at timestamptz,
  answered_by uuid,
  constraint offer_key primary key (organisation, id),
  constraint offer_project_once unique (organisation, project),
  constraint offer_answered check ((accepted is null) = (answered_at is null) and (accepted is null) = (answered_by is null)),
  constraint offer_project foreign key (organisation, edition, project) references project (organisation, edition, id),
  constraint offer_replaces foreign key (organisation, edition, replaces) references project (organisation, edition, id)
);
comment on table offer is 'A place offered, the date to reply by, the answer. replaces names the project whose departure freed the place. A project is admitted when its offer is accepted.';

create table departure (
  organisation uuid not null,
  edition uuid not null,
  project uuid not null,
  left_on date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint departure_key primary key (organisation, project),
  constraint departure_project foreign key (organisation, edition, project) references project (organisation, edition, id)
);
comment on table departure is 'A project leaves before the end. It stays admitted and is no longer active: two different figures.';

create table graduation (
  organisation uuid not null,
  edition uuid not null,
  project uuid not null,
  graduated_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint graduation_key primary key (organisation, project),
  constraint graduation_project foreign key (organisation, edition, project) references project (organisation, edition, id)
);
