-- What the record of an unfinished jury holds, with the files no session opened.

comment on column selection_seal.unfinished is 'Null where nothing was left. Else { "sessions": [{ "session", "beginsAt", "open" }], "again": [number of an application], "notOpened": [number of an application of an agenda that no session opened; absent in what was sealed before such files were told apart] } as it stood at the seal.';
