-- The leading roles with a name of their own, in both languages: "Neo", "Captain Jack Sparrow". Not "Himself", "The Narrator" or
-- "Cop #2", not a word that names a part in many films ("Mother", "Jack"), and not a name that tells the actor's.
create or replace table roles as
with titles_of_roles(word, word_es) as (
  values ('Agent', 'agente'), ('Aunt', 'tía'), ('Captain', 'capitán'), ('Capt.', 'capitán'), ('Col.', 'coronel'), ('Lt.', 'teniente'), ('Sgt.', 'sargento'), ('Colonel', 'coronel'), ('Count', 'conde'),
    ('Countess', 'condesa'), ('Detective', 'detective'), ('Duke', 'duque'), ('Emperor', 'emperador'), ('Father', 'padre'),
    ('General', 'general'), ('Grandpa', 'abuelo'), ('Grandma', 'abuela'), ('Inspector', 'inspector'), ('Judge', 'juez'),
    ('King', 'rey'), ('Lady', 'lady'), ('Lieutenant', 'teniente'), ('Major', 'mayor'), ('Mr.', 'señor'), ('Mrs.', 'señora'),
    ('Officer', 'agente'), ('President', 'presidente'), ('Prince', 'príncipe'), ('Princess', 'princesa'),
    ('Professor', 'profesor'), ('Queen', 'reina'), ('Rev.', 'reverendo'), ('Sergeant', 'sargento'), ('Sheriff', 'sheriff'), ('Uncle', 'tío')
),
named as (
  select
    movie_id,
    person_id,
    regexp_replace(split_part(character, ' / ', 1), ' \((?i:voice)\)$', '') as role,
    split_part(role, ' ', 1) as first_word,
    folded
  from cast_members join people using (person_id) join movies on movies.id = movie_id
  where position < 3 and vote_count >= 100 and character is not null
),
usual as (
  select character as role from cast_members where character not like '% %' group by character having count(*) > 5
)
select
  movie_id,
  person_id,
  role,
  case
    when regexp_matches(role, ' (of|the) ') then null
    when word_es is null then role
    else upper(word_es[1]) || word_es[2:] || role[length(first_word) + 1:]
  end as role_es
from named left join titles_of_roles on word = first_word and role like '% %'
where regexp_full_match(role, '(\p{Lu}[\p{L}''’.-]+)( (of|the|de|von|van|\p{Lu}[\p{L}''’.-]*)){0,4}')
  and role not like 'The %' and role not in (from usual) and role not in ('Himself', 'Herself', 'Narrator')
  and role not in (select word from titles_of_roles)
  and not list_has_any(string_split(lower(strip_accents(role)), ' '), string_split(folded, ' '))
  -- The title role is no question.
  and not exists (
    from titles
    where titles.movie_id = named.movie_id
      and list_has_any(
        list_filter(string_split(lower(strip_accents(role)), ' '), lambda word: length(word) > 2), string_split(titles.folded, ' '))
  );
