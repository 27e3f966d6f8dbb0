-- The folded names that need a generated id.
select distinct folded from names_without_id where person_id is null order by folded;
