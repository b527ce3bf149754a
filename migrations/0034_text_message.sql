-- Messages to a phone, for who wants them: short, few, by day, and ended as easily as begun.

alter table message
  add column channel text not null default 'mail' constraint message_channel_known check (channel in ('mail', 'sms')),
  add column zone text,
  add constraint message_by_day check ((channel = 'sms') = (zone is not null));
comment on column message.channel is 'mail: address is an e-mail address; sms: it is a phone number in E.164.';
comment on column message.zone is 'Where it must be day before a message to a phone leaves.';

create table phone_consent (
  organisation uuid not null,
  person uuid not null,
  seq smallint not null constraint phone_consent_seq_positive check (seq > 0),
  phone text not null constraint phone_consent_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  given_at timestamptz not null,
  ended_at timestamptz,
  constraint phone_consent_key primary key (organisation, person, seq),
  constraint phone_consent_ends_after check (ended_at is null or ended_at >= given_at),
  constraint phone_consent_person foreign key (organisation, person) references person (organisation, id)
);
comment on table phone_consent is 'From when to when a person wanted messages on which phone. Nothing is sent to a phone without one that holds.';
create unique index phone_consent_one on phone_consent (organisation, person) where ended_at is null;

create table deadline_reminder (
  organisation uuid not null,
  call uuid not null,
  person uuid not null,
  deadline_at timestamptz not null,
  message uuid not null,
  constraint deadline_reminder_key primary key (organisation, call, person, deadline_at),
  constraint deadline_reminder_call foreign key (organisation, call) references call (organisation, id),
  constraint deadline_reminder_person foreign key (organisation, person) references person (organisation, id),
  constraint deadline_reminder_message foreign key (organisation, message) references message (organisation, id)
);
comment on table deadline_reminder is 'Who was reminded on the phone of which deadline: once, and once more when it is put off.';
