-- The commonest keywords in Spanish, from the project's own file.
insert into keyword_words select keyword_id, palabra_es from read_csv($path, header = true, all_varchar = false);
