-- Search of submissions: by the sound of a name in either script, and by contacts for those who read restricted answers.

alter table submission add column contact text not null default '';
comment on column submission.search is 'What anyone at the desk looks in: title, names, number and town, folded, then the sounds of their words between tildes (~mhmd~).';
comment on column submission.contact is 'What only those look in who read restricted answers: digits of phones, mail addresses, identity cards, and whatever of the above the form restricts.';
create index submission_contact on submission using gin (contact gin_trgm_ops);

-- What was sent before is found the same way. The functions write the sounds once and go; src/domain/sound.ts is where they live on.
create function sound_of(word text) returns text language sql immutable as $$
  with heard as (
    select case
      when word ~ '^[a-z]+$' then
        regexp_replace(replace(regexp_replace(regexp_replace(replace(replace(regexp_replace(replace(replace(regexp_replace(regexp_replace(
          replace(replace(regexp_replace(regexp_replace(replace(word, 'x', 'ks'), '^ou(?=[aeiy])', 'w'), 't?ch|sch|sh', 'x', 'g'), 'kh', 'h'), 'gh', '9'),
          'dj|g(?=[eiy])', 'j', 'g'), 'gu(?=[eiy])|g|qu|q|ck', 'k', 'g'), '9', 'g'), 'ph', 'f'), 'v', 'f', 'g'), 'p', 'b'), 'th', 't'),
          'dh', 'd', 'g'), 'c(?=[eiy])', 's', 'g'), 'c', 'k'), '^[aeiou]+', 'a')
      when word !~ '[a-z0-9]' then
        translate(regexp_replace(word, '^ال(?=.{3})', ''), 'اعويبتثطجحخهدذضرزظسصشغفقكلمن', 'aawybtttjhhhdddrzzssxgfkklmn')
      else '' end as text
  ), bare as (
    select left(text, 1) || regexp_replace(substr(text, 2), '[aeiouwy]', '', 'g') as text from heard
  )
  select regexp_replace(regexp_replace(text, '(.)\1+', '\1', 'g'), '(?<=..)h$', '') from bare
$$;

with spoken as (
  select s.organisation, s.application, word from submission s, regexp_split_to_table(s.search, ' ') word
), sounds as materialized (
  select word, sound_of(word) as sound from (select distinct word from spoken) w
), heard as (
  select organisation, application, string_agg(distinct '~' || sound || '~', ' ') as text from spoken join sounds using (word) where length(sound) >= 2 group by organisation, application
)
update submission s set search = s.search || ' ' || h.text from heard h where h.organisation = s.organisation and h.application = s.application;

update submission s set contact = coalesce((
  select string_agg(text, ' ') from (
    select distinct unnest(case
      when q->>'kind' = 'phone' then array[regexp_replace(s.answers->>(q->>'code'), '\D', '', 'g'), regexp_replace(regexp_replace(s.answers->>(q->>'code'), '\D', '', 'g'), '^212', '0')]
      else array[lower(s.answers->>(q->>'code'))] end) as text
    from form_version f, jsonb_path_query(f.definition, '$.sections[*].questions[*]') q
    where f.organisation = s.organisation and f.id = s.form_version and q->>'kind' in ('phone', 'email', 'cin') and s.answers ? (q->>'code')) found
  where text <> ''), '');

drop function sound_of(text);
