-- Which score decides, and what applicants read of what reviewers wrote: terms of an edition.

alter table edition add column score_basis text constraint edition_score_basis_known check (score_basis in ('raw', 'calibrated'));
comment on column edition.score_basis is 'raw: the selection is made of the scores as given; so it is where the edition says nothing (null). calibrated: of what an average reviewer would have given.';
alter table edition add column comments_told text constraint edition_comments_told_known check (comments_told in ('none', 'all'));
comment on column edition.comments_told is 'Which comments of its reviewers an applicant reads on the sheet of reasons, without a name: none (as where the edition says nothing), or all.';
