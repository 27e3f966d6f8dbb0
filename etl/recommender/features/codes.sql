-- The features by their number, and how many films have each.
select feature, any_value(code) as code, any_value(films) as films from features group by feature order by feature;
