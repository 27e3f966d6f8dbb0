-- Every name and title that needs a folded key from etl/name-keys.ts: those of plain_names.sql have theirs.
select text
from names
where not regexp_full_match(text, '[A-Za-z0-9]+( [A-Za-z0-9]+)*');
