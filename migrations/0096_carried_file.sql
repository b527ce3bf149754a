-- Beginning again after a withdrawal takes the files along: two applications then name one content in the store.

alter table file drop constraint file_blob_once;
alter table file_picture drop constraint file_picture_blob_once;
create index file_by_blob on file (organisation, blob);
create index file_picture_by_blob on file_picture (organisation, blob);
alter table file add column carried_from uuid;
alter table file add constraint file_carried_from foreign key (organisation, carried_from) references file (organisation, id);
comment on column file.carried_from is 'The file of a withdrawn application this one was taken over from, with its content in the store; null for one that arrived. A content is erased with the last file that holds it.';
