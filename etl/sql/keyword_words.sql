-- The commonest keywords in Spanish, from palabras_es.csv.
insert into keyword_words select keyword_id, palabra_es from read_csv($path, header = true, all_varchar = false);
