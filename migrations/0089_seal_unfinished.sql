-- A list that was sealed although sessions of the jury, or files to be discussed again, were left: what they were, and why.

alter table selection_seal add column unfinished jsonb;
alter table selection_seal add column reason text constraint selection_seal_reason check (length(reason) > 0);
alter table selection_seal add constraint selection_seal_unfinished check ((unfinished is null) = (reason is null));
comment on column selection_seal.unfinished is 'Null where nothing was left. Else { "sessions": [{ "session", "beginsAt", "open" }], "again": [number of an application] } as it stood at the seal.';
