-- The reminder of a deadline is mailed to the team of each draft.
alter table deadline_reminder
  add column application uuid,
  drop constraint deadline_reminder_key,
  add constraint deadline_reminder_once unique nulls not distinct (organisation, call, person, deadline_at, application),
  add constraint deadline_reminder_application foreign key (organisation, application) references application (organisation, id);
comment on table deadline_reminder is 'Who was reminded of which deadline of which draft: once, and once more when it is put off.';
comment on column deadline_reminder.application is 'Null for reminders from before they were mailed, when they went to phones alone.';
comment on column deadline_reminder.message is 'The mail; to who has no address, the message to their phone.';
comment on column deadline_reminder.deadline_at is 'The deadline of that draft: of the call, or of the extra time it was given.';
