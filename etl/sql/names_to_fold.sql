-- The names and titles that etl/name-keys.ts folds; plain_names.sql has folded the others.
select text
from names
where not regexp_full_match(text, '[A-Za-z0-9]+( [A-Za-z0-9]+)*');
