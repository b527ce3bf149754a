-- What a page says of itself may be overtaken on its way: "closed" must not be undone by a saying that left before it.
alter table presence add column turn integer not null default 0;
comment on column presence.turn is 'Number of the saying, counted by the page: what comes with a smaller one is late and is not believed. A page that was closed keeps its row, seen at -infinity, until it is swept.';
