-- Whoever leaves an address is told when a call opens and before it closes, until they say stop or the next call is over.

create table call_alert (
  organisation uuid not null constraint call_alert_organisation references organisation (id),
  id uuid not null,
  programme uuid,
  address text not null,
  language language_code not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  constraint call_alert_key primary key (organisation, id),
  constraint call_alert_once unique nulls not distinct (organisation, programme, address),
  constraint call_alert_programme foreign key (organisation, programme) references programme (organisation, id)
);
comment on table call_alert is 'An address to tell about the calls of a programme (null: of any), in one language. Nothing is sent before the link of its first mail was followed. The row goes when its owner says stop, when a call announced after it has closed, or when nobody confirmed it in two days. Its id stands in its mails alone, is drawn whole at random, and ends it.';

create table call_alert_sent (
  organisation uuid not null,
  alert uuid not null,
  call uuid not null,
  kind text not null constraint call_alert_sent_kind check (kind in ('announced', 'opens', 'week', 'day', 'extended', 'closing')),
  about timestamp not null,
  sent_at timestamptz not null,
  constraint call_alert_sent_key primary key (organisation, alert, call, kind, about),
  constraint call_alert_sent_alert foreign key (organisation, alert) references call_alert (organisation, id) on delete cascade,
  constraint call_alert_sent_call foreign key (organisation, call) references call (organisation, id)
);
comment on table call_alert_sent is 'What an alert has said already: each thing once. about: the local time it was about (the opening, the deadline), so that a reminder of a deadline that was put off is another one.';

alter table message add column unsubscribe text;
comment on column message.unsubscribe is 'Address that stops messages of this kind at a POST (RFC 8058); null where the message answers an act of its reader.';
