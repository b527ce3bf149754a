-- The term of appeal may be written in the edition itself, beside the other rules that applicants read.

alter table edition add column appeal_days_promised smallint constraint edition_appeal_days_promised_known check (appeal_days_promised between 1 and 365);
comment on column edition.appeal_days_promised is 'The term of appeal as the edition was written; null when it says none. appeal_days holds what counts: it may be longer, never shorter.';
