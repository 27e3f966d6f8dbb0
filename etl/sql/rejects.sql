-- The refused raw rows with the reason.
create or replace table rejects as
select file, row_number, reason, raw
from raw_rejects
order by file, row_number;
