-- The distinct words of each film's title and overview, for counting, without stop words: Spanish, English, and words that
-- describe any film. In English, and of films in Spanish also in Spanish, with our synopses. A word has letters and may have an apostrophe inside; tokens with digits (1984, 20th) are dropped.
create or replace table movie_words as
with texts as (
  select id as movie_id, 'en' as language, true as in_title, title as text from movies
  union all
  select id, 'en', false, overview from movies where overview is not null
  union all
  select id, 'es', true, title_es from movies where original_language = 'es'
  union all
  select id, 'es', false, overview_es from movies where original_language = 'es' and overview_es is not null
),
words as (
  select
    movie_id,
    language,
    in_title,
    unnest(list_distinct(list_transform(
      regexp_extract_all(replace(lower(text), '’', ''''), '[\p{L}\p{M}\p{N}]+(?:''[\p{L}\p{M}]+)?'),
      lambda word: if(ends_with(word, '''s'), word[:-3], word)
    ))) as word
  from texts
),
english as (
  select unnest(string_split(
    'a about above across after again against all along already also although always am among an and another any anyone '
    || 'anything are aren''t around as at away back be became because become becomes becoming been before begin begins '
    || 'behind being below between both but by came can can''t cannot come comes could couldn''t did didn''t do does '
    || 'doesn''t doing don''t down during each either else even ever every everyone everything few for from further get '
    || 'gets getting give gives go goes going gone got had hadn''t has hasn''t have haven''t having he he''d he''ll her '
    || 'here hers herself him himself his how however i i''d i''ll i''m i''ve if in into is isn''t it its itself just '
    || 'keep let lets like made make makes making many may me meanwhile might mine more most much must my myself near '
    || 'neither no nor not nothing now of off often on once one only onto or other others our ours ourselves out over '
    || 'own put rather really same see sees seem seems set several shall she she''d she''ll should shouldn''t since so '
    || 'some someone something soon still such take takes taking than that the their theirs them themselves then there '
    || 'these they they''re they''ve this those though through throughout thus to together too toward towards until up '
    || 'upon us very via was wasn''t we we''re we''ve well went were weren''t what when where whether which while who '
    || 'whom whose why will with within without won''t would wouldn''t yet you you''d you''ll you''re you''ve your '
    || 'yours yourself can''t that''ll ain''t us',
    ' ')) as word
),
spanish as (
  select unnest(string_split(
    'a al algo algún alguna alguno ante antes así aun aunque aún bajo bien cada casi como con contra cual cuando cuya '
    || 'cuyo cómo de del desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba '
    || 'estar este esto estos está están fue fueron ha había hacia han hasta hay la las le les lo los me mi mientras '
    || 'mis mucho muy más ni no nos nosotros o otra otras otro otros para pero por porque puede que quien quienes qué '
    || 'se sea según ser si sido siempre sin sobre solo son su sus sí sólo también tan tanto te tiene todo todos tras '
    || 'tu tus tú u un una uno unos y ya yo él',
    ' ')) as word
),
-- Words of Spanish that tell little; in English some of them mean something (van, sale).
spanish_fillers as (
  select unnest(string_split(
    'además afuera ahora alguien allí antes aquel aquella aquí años busca buscan cerca cien conoce cosas cuarenta cuatro '
    || 'cuenta decide deja dejan demasiado dentro descubre después detrás dice don empieza empiezan encuentra entonces '
    || 'frente hace hacen hacer intenta ir jamás junto juntos lado lejos llega llegan lleno llena lleva llevan luego mayor '
    || 'mejor menos mientras misma mismo mucha nadie nada ninguna ningún nunca parece pasa pasar peor pide pone primer '
    || 'primera pronto pues queda quedan quiere quieren quizá recibe recién resulta saber sabe sale salen salir sea siete '
    || 'sigue siente sino sola tampoco tal tener tienen termina toda todas todavía tres unas va van varias ve ven ver vez '
    || 'veces vive vivir vuelve vuelven '
    || 'animación ciencia cine cinta comedia drama ficción filme humor largometraje melodrama musical policial protagonista '
    || 'romance romántica seco soy thriller',
    ' ')) as word
),
of_every_film as (
  select unnest(string_split(
    'film films filmed filmmaker filmmakers movie movies cinema documentary feature features featuring series episode '
    || 'sequel story stories tale tells tell told based follow follows following find finds finding star stars starring '
    || 'directed director called named plot character characters film''s película películas historia documental '
    || 'vol part volume episode chapter edition version presents ii iii iv vs mr mrs dr',
    ' ')) as word
)
select movie_id, language, in_title, word
from words
where length(word) > 1
  and not regexp_matches(word, '\p{N}')
  and word not in (from english union all from spanish union all from of_every_film)
  and not (language = 'es' and word in (from spanish_fillers));
