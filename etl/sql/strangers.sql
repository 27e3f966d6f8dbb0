-- The folded names that need a made id.
select distinct folded from nameless where person_id is null order by folded;
