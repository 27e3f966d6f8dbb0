-- What each film is called, in the model's order.
select title, original_title from movies order by id;
