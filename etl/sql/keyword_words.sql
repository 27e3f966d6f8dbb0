-- The commonest keywords in Spanish, how they read as reasons, and in which English words if not in the keyword's own: palabras_es.csv.
insert into keyword_words
select keyword_id, palabra_es, use, english
from read_csv(
  $path, header = true,
  columns = {keyword_id: 'integer', keyword: 'varchar', palabra_es: 'varchar', use: 'varchar', english: 'varchar'}
);
