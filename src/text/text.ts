import type { Language } from '../contract/call.ts';
import { englishOrigin, spanishOrigin } from './origins.ts';

/** How a shared genre reads as a reason. Other genres are not given as reasons. */
const GENRE_REASONS: Record<string, string> = {
  Action: 'también de acción',
  Adventure: 'también de aventuras',
  Animation: 'también animada',
  Comedy: 'otra comedia',
  Crime: 'también de crimen',
  Documentary: 'otro documental',
  Drama: 'otro drama',
  Family: 'también para ver en familia',
  Fantasy: 'también de fantasía',
  History: 'también histórica',
  Horror: 'también de terror',
  Music: 'también musical',
  Mystery: 'otro misterio',
  Romance: 'otro romance',
  'Science Fiction': 'también de ciencia ficción',
  Thriller: 'también de suspenso',
  War: 'también de guerra',
  Western: 'otro western',
};

/** "el Reino Unido", "los Países Bajos"; most countries go without. */
const withArticle = (country: string): string =>
  country
    .replace(/^(?=Reino |Líbano)/u, 'el ')
    .replace(/^(?=Países |Emiratos |Territorios )/u, 'los ')
    .replace(/^(?=República |Unión |Ciudad )/u, 'la ')
    .replace(/^(?=Islas |Antillas |Bahamas)/u, 'las ');

/** "the United States"; most countries go without. */
const withEnglishArticle = (country: string): string =>
  country.replace(
    /^(?=United |Netherlands|Philippines|Bahamas|Soviet |Dominican |Cayman |Palestinian |French Southern)/u,
    'the ',
  );

/** What the films with known money cost and made, of all films; `count` writes a number. */
interface MoneyOfFilms {
  known: number;
  all: number;
  count: (films: number) => string;
  cost: string;
  revenue: string;
  ratio: string;
  median: string;
}

/** The sentences of replies in both languages; a missing sentence does not compile. */
const es = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  genres: {
    Action: 'acción',
    Adventure: 'aventura',
    Animation: 'animación',
    Comedy: 'comedia',
    Crime: 'crimen',
    Documentary: 'documental',
    Drama: 'drama',
    Family: 'familiar',
    Fantasy: 'fantasía',
    Foreign: 'extranjera',
    History: 'historia',
    Horror: 'terror',
    Music: 'música',
    Mystery: 'misterio',
    Romance: 'romance',
    'Science Fiction': 'ciencia ficción',
    'TV Movie': 'película de televisión',
    Thriller: 'suspenso',
    War: 'guerra',
    Western: 'western',
  } as Record<string, string>,

  openedIn: (month: string) => `Estrenos de ${month}`,
  openedOn: (day: string) => `Estrenos de los ${day.endsWith('s') ? day : `${day}s`}`,
  filmsOpenedIn: (films: string, month: string, one: boolean) =>
    one ? `**${films}** película se estrenó en ${month}` : `**${films}** películas se estrenaron en ${month}`,
  filmsOpenedOn: (films: string, day: string, one: boolean) =>
    one ? `**${films}** película se estrenó un ${day}` : `**${films}** películas se estrenaron un ${day}`,
  shareOfDated: (share: string, dated: string) => `el ${share} de las ${dated} con fecha de estreno.`,
  undated: (films: string, one: boolean) =>
    one
      ? `De ${films} película del catálogo no se conoce la fecha de estreno.`
      : `De ${films} películas del catálogo no se conoce la fecha de estreno.`,
  bestKnown: 'La más conocida',
  bestKnownFilms: 'Las más conocidas:',
  filmCount: (films: string, one: boolean) => `${films} ${one ? 'película' : 'películas'}`,
  sagaFilms: (films: string, one: boolean) =>
    `La saga tiene **${films}** ${one ? 'película' : 'películas'} en el catálogo.`,
  onlyBestKnown: (shown: string) => `Van las ${shown} más conocidas.`,
  companyFilms: (films: string, one: boolean) =>
    `Produjo **${films}** ${one ? 'película' : 'películas'} del catálogo.`,
  filmsOfCountry: (films: string, country: string, one: boolean) =>
    one
      ? `Se produjo **${films}** película en ${withArticle(country)}.`
      : `Se produjeron **${films}** películas en ${withArticle(country)}.`,
  filmsOfLanguage: (films: string, language: string, one: boolean) =>
    `**${films}** ${one ? 'película' : 'películas'} del catálogo ${
      language === 'sin diálogos'
        ? `no ${one ? 'tiene' : 'tienen'} diálogos`
        : `${one ? 'tiene' : 'tienen'} el ${language} como idioma original`
    }.`,
  totalRevenue: 'Recaudación total',
  meanRevenue: 'Recaudación promedio',
  meanReturn: 'Retorno promedio',
  ofKnown: (films: string, one: boolean) => `de ${films} ${one ? 'película' : 'películas'} con dato`,
  reliableNote: 'Retorno = recaudación / costo, si ambos son de al menos 1,000 dólares.',

  year: 'Año',
  score: 'Puntaje',
  popularity: 'Popularidad',
  unknownYear: 'sin fecha',
  scoreOf: (score: string, votes: string, one: boolean) =>
    `**${score}** / 10\n${votes} ${one ? 'voto' : 'votos'}`,
  noVotesYet: 'Aún sin votos',
  votes: 'Votos',
  meanVote: 'Promedio',
  enoughVotes: (votes: string, score: string) =>
    `La valoraron **${votes}** personas y su promedio es **${score}** de 10.`,
  tooFewVotes: (votes: string, needed: string, one: boolean) =>
    `Tiene ${one ? `solo **${votes}** voto` : `**${votes}** votos`}. Hacen falta al menos **${needed}** para que su promedio diga algo.`,

  success: 'Éxito: la suma de los retornos',
  official: (sum: string, mean: string, films: string) =>
    `Suma **${sum}** · retorno promedio **${mean}** · películas **${films}**`,
  asActor: (films: string, one: boolean) =>
    `Actuó en **${films}** ${one ? 'película' : 'películas'} del catálogo`,
  asDirector: (films: string, one: boolean) =>
    `Dirigió **${films}** ${one ? 'película' : 'películas'} del catálogo`,
  yearsFrom: (from: number, to: number) => (from === to ? `, de ${from}` : `, de ${from} a ${to}`),
  directedToo: (films: string) => `También dirigió **${films}**`,
  actedToo: (films: string) => `También actuó en **${films}**`,
  seeDirected: 'Lo que dirigió',
  seeActed: 'Lo que actuó',
  whatTheyMade: 'Lo que rindieron',
  costAndRevenueOfAll: ({ known, all, count, cost, revenue, ratio, median }: MoneyOfFilms) => {
    const which =
      known > 1
        ? `Sus **${count(known)}** películas con cifras${known === all ? '' : ` (de ${count(all)})`} costaron ${cost} y recaudaron ${revenue}`
        : `${all === 1 ? 'Costó' : 'La única con cifras costó'} ${cost} y recaudó ${revenue}`;
    const times = ratio === '1' ? '**lo mismo**' : `**${ratio} veces** lo`;
    return known > 1
      ? `${which}: en total, ${times} que costaron; la mediana, **${median}**.`
      : `${which}: ${times} que costó.`;
  },
  bestAndWorst: (best: string, worst: string) => `La que más: ${best}. La que menos: ${worst}.`,
  noReliableMoney: 'Sin cifras confiables de costo y recaudación.',
  noFigures: 'sin cifras',
  returned: (times: string) => `retorno ${times}`,
  moneyNote:
    'Retorno: recaudación entre costo; sin cifras cuenta como 0. Una cifra de menos de 1,000 dólares es dudosa.',
  withoutFilmsInPlay: 'Aquí hay una pregunta abierta: no cuento las películas en juego.',
  costsAndMakes: (cost: string, revenue: string) => `costó ${cost}, recaudó ${revenue}`,
  revenue: 'recaudación',
  noFigure: 'sin dato',
  undatedFilm: 'sin fecha de estreno',
  sortedBy: {
    conocidas: 'Las más conocidas',
    recientes: 'Las más recientes',
    fecha: 'Por fecha',
    retorno: 'Por retorno',
    ingresos: 'Por recaudación',
  },
  sortBy: { conocidas: 'Más conocidas', recientes: 'Más recientes', retorno: 'Por retorno' },
  page: (page: number, pages: number) => `Página ${page} de ${pages}`,
  previous: '◀ Anteriores',
  next: 'Siguientes ▶',

  likeThis: (title: string) => `Si te gustó ${title}…`,
  likeThese: (titles: string) => `Si te gustaron ${titles}…`,
  becauseOf: (titles: string, reason: string) => `por ${titles}: ${reason}`,
  likeOther: (title: string) => `se parece a ${title}`,
  noPicks: (title: string) => `Aún no tengo con qué comparar ${title}: sabemos muy poco de ella.`,
  noneBetween: 'No encontré ninguna película así.',
  votesIn: (votes: string, one: boolean) => `${votes} ${one ? 'voto' : 'votos'}`,
  openPick: 'Abre la ficha de una de ellas',
  wellLikedToo: 'de las mejor valoradas de su género y su época',
  noMorePicks: 'No hay más películas así.',
  more: 'Más ▶',
  backwards: '◀ Volver',
  reasons: {
    taste: (tenths: string) => `gustó a ${tenths} de cada 10 a quienes les gustó esta`,
    collection: (name: string) => `misma saga: ${name}`,
    director: (name: string) => `también de ${name}`,
    author: (name: string) => `basada en una obra de ${name}`,
    writer: (name: string) => `guion de ${name}`,
    actor: (name: string) => `con ${name}`,
    studio: (name: string) => `también de ${name}`,
    origin: spanishOrigin,
    genre: (name: string): string | undefined => GENRE_REASONS[name],
    about: (name: string) => `va de ${name}`.replace(/^va de el /u, 'va del '),
    set: (name: string) => `pasa en ${name}`,
    with: (name: string) => `con ${name}`,
    also: (name: string) => `también ${name}`,
  },

  yearsAccepted: '1994, 1990-1999, años 80, los 90, desde 2000, hasta 1970',
  anyFilm: 'Todas las películas',
  fromYear: (year: number) => `desde ${year}`,
  toYear: (year: number) => `hasta ${year}`,
  fromMinutes: (minutes: number) => `${minutes} min o más`,
  toMinutes: (minutes: number) => `hasta ${minutes} min`,
  fromVotes: (votes: string, one: boolean) => `${votes} ${one ? 'voto' : 'votos'} o más`,
  fromScore: (score: string) => `★ ${score} o más`,
  withPerson: (name: string) => `con ${name}`,
  foundFilms: (films: string, one: boolean) => `${films} ${one ? 'película' : 'películas'}`,
  orders: {
    known: 'de la más a la menos conocida',
    best: 'de la mejor a la peor valorada',
    newest: 'de la más reciente a la más antigua',
    oldest: 'de la más antigua a la más reciente',
    longest: 'de la más larga a la más corta',
    shortest: 'de la más corta a la más larga',
  },
  noVotes: 'sin votos',
  surprise: 'Sorpréndeme 🎲',
  surpriseAgain: 'Otra al azar 🎲',
  noSuchFilm: 'No hay ninguna película así.',
  noSuchFilmWithout: (filter: string, films: string, one: boolean) =>
    `No hay ninguna película así. Si quitas ${filter}, hay ${films} ${one ? 'película' : 'películas'}.`,
  noSuchFilmAtAll: 'No hay ninguna película así, tampoco si quitas uno de los filtros. Quita varios.',
  dropFilter: (filter: string) => `Quitar ${filter}`,
  filters: {
    genre: 'el género',
    years: 'la época',
    country: 'el país',
    language: 'el idioma',
    runtime: 'la duración',
    score: 'el puntaje mínimo',
    votes: 'el mínimo de votos',
    person: 'a la persona',
  },

  runtime: 'Duración',
  minutes: (hours: number, minutes: number) =>
    hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
  released: (date: string) => `Estreno: ${date}`,
  directedBy: 'Dirección',
  cast: 'Reparto',
  openCast: 'Alguien del reparto',
  role: {
    voice: (name: string) =>
      name === '' ? 'voz' : `voz de ${name}`.replace('voz de narración', 'narración'),
    singing: (name: string) => (name === '' ? 'voz al cantar' : `voz de ${name} al cantar`),
    archive: 'imágenes de archivo',
    uncredited: 'sin acreditar',
    known: {
      himself: 'él mismo',
      herself: 'ella misma',
      themselves: 'ellos mismos',
      narrator: 'narración',
    } as Record<string, string>,
  },
  timesCost: (times: string) => (times === '1' ? 'lo mismo que costó' : `${times} veces lo que costó`),
  costAndRevenue: (cost: string, revenue: string) => `Costó ${cost} y recaudó ${revenue}`,
  doubtfulMoney: 'cifras dudosas',
  costOnly: (cost: string) => `Costó ${cost}; no se sabe cuánto recaudó`,
  revenueOnly: (revenue: string) => `Recaudó ${revenue}; no se sabe cuánto costó`,
  collection: 'Saga',
  inEnglish: '(en inglés)',
  seePicks: 'Parecidas',
  seeDirector: (name: string) => `Cine de ${name}`,
  source: 'Datos: TMDB',

  connection: {
    apart: {
      people: (films: string, one: boolean) =>
        `A **${films}** ${one ? 'película' : 'películas'} de distancia`,
      films: (people: string, one: boolean) => `A **${people}** ${one ? 'persona' : 'personas'} de distancia`,
    },
    same: { people: 'Es la misma persona.', films: 'Es la misma película.' },
    bacon: (films: string) => `Número de Bacon: **${films}**`,
    noBacon: (name: string) =>
      `${name} no tiene número de Bacon: ningún camino del catálogo llega hasta Kevin Bacon.`,
    none: (from: string, to: string) =>
      `No hay conexión: ningún camino del catálogo lleva de ${from} a ${to}.`,
    role: {
      director: (name: string) => `dirección: ${name}`,
      writer: (name: string) => `guion: ${name}`,
    },
    withCrew: 'Con dirección y guion',
    castOnly: 'Solo repartos',
  },

  severalFilms: (typed: string) => `Varias películas coinciden con «${typed}». ¿Cuál buscas?`,
  severalPeople: (typed: string) => `Varias personas coinciden con «${typed}». ¿A quién buscas?`,
  severalSagas: (typed: string) => `Varias sagas coinciden con «${typed}». ¿Cuál buscas?`,
  severalCompanies: (typed: string) => `Varias productoras coinciden con «${typed}». ¿Cuál buscas?`,
  severalCountries: (typed: string) => `Varios países coinciden con «${typed}». ¿Cuál buscas?`,
  severalLanguages: (typed: string) => `Varios idiomas coinciden con «${typed}». ¿Cuál buscas?`,
  onlyTheBestKnown: 'Son muchas: aquí van las más conocidas. Con más letras afinas la búsqueda.',
  chooseFilm: 'Elige una película',
  choosePerson: 'Elige a una persona',
  chooseCountry: 'Elige un país',
  chooseLanguage: 'Elige un idioma',
  countryUnknown: (typed: string) => `No encontré películas de ningún país llamado «${typed}».`,
  languageUnknown: (typed: string) => `No encontré películas en ningún idioma llamado «${typed}».`,
  chooseSaga: 'Elige una saga',
  chooseCompany: 'Elige una productora',
  sagaUnknown: (typed: string) => `No encontré ninguna saga llamada «${typed}».`,
  companyUnknown: (typed: string) => `No encontré ninguna productora llamada «${typed}».`,
  filmUnknown: (typed: string) => `No encontré ninguna película llamada «${typed}».`,
  notAnActor: (typed: string) => `No encontré a nadie llamado «${typed}» en ningún reparto.`,
  personUnknown: (typed: string) => `No encontré a nadie llamado «${typed}».`,
  notADirector: (typed: string) => `No encontré a nadie llamado «${typed}» que haya dirigido una película.`,
  didYouMean: '¿Quisiste decir…?',
  noSuchId: 'No tengo nada con ese número.',
  noSuchPath: 'Aquí no hay nada: /docs dice qué puedes pedir.',
  readOnly: (method: string, allowed: string) => `Aquí no se acepta ${method}, solo ${allowed}.`,
  mostlyFrom: (title: string, cost: string) => `Casi todo viene de ${title}, cuyo costo figura como ${cost}.`,
  otherCountries: {
    SU: 'Unión Soviética',
    YU: 'Yugoslavia',
    XC: 'Checoslovaquia',
    XG: 'Alemania Oriental',
    CS: 'Serbia y Montenegro',
    AN: 'Antillas Neerlandesas',
    HK: 'Hong Kong',
    MO: 'Macao',
  } as Record<string, string>,
  noDialogue: 'sin diálogos',
  tryAutocomplete: 'Escribe unas letras y elige de la lista que aparece.',
  knownFor: (title: string) => `su película más conocida: ${title}`,
  castIn: (films: string) => `en el reparto de ${films}`,
  directed: (films: string) => `dirigió ${films}`,

  decade: (year: number) =>
    year >= 1920 && year < 2000 ? `años ${String(year).slice(2)}` : `década de ${year}`,
  inLanguage: (language: string) => `en ${language}`,
  chartFilms: (films: string, one: boolean) => `${films} ${one ? 'película' : 'películas'} · Datos: TMDB`,
  chartFigures: (figures: string) => `Las cifras: ${figures}.`,
  chartUnheeded: (option: string) => `*Este gráfico no se puede acotar con* \`${option}\`*.*`,
  chartEmpty:
    'No hay películas así con los datos que pide este gráfico. Prueba con otro género, década o idioma.',
  anotherChart: 'Otro gráfico',

  welcome: '¡Hola! Soy Filmoteca',
  welcomeLines:
    'Un archivo de cine, y desde hoy vivo en este servidor. Pregúntame quién hizo una película, cuánto recaudó o qué ver después; y cuando haya ganas de jugar, hay trivia.\n\nEscribe `/` y elige un comando, o empieza por un botón. `/ayuda` tiene la lista entera y `/acerca` dice qué sé de ustedes: casi nada.',
  tryCard: 'El secreto de sus ojos',
  tryPicks: 'Cinco como Toy Story',
  tryTrivia: 'Jugar trivia',
  help: 'Filmoteca: esto puedes pedirme',
  helpIntro: 'Escribe `/` y elige un comando. En los títulos y nombres, con unas pocas letras basta.',
  about: 'Filmoteca',
  aboutIntro: 'Un archivo de cine que vive en tu servidor.',
  dataVersion: 'Datos',
  dataMade: (version: string, date: string) => `versión \`${version}\`\npublicada el ${date}`,
  catalogueHolds: 'En el catálogo',
  catalogueRows: (films: string, people: string, credits: string) =>
    `${films} películas\n${people} personas\n${credits} papeles`,
  recommender: 'Recomendaciones',
  learntFrom: (ratings: string, people: string) =>
    `Comparo de qué trata cada película y quiénes la hicieron, y miro qué gusta a las mismas personas: ${ratings} calificaciones de ${people} personas. A ciegas, dos cinéfilos del equipo que me hizo llamaron buenas a ocho de cada diez recomendaciones.`,
  learntFromFilms: 'Comparo de qué trata cada película y quiénes la hicieron.',
  attribution: 'Créditos',
  tmdb: 'Los datos y las imágenes vienen de TMDB. This product uses the TMDB API but is not endorsed or certified by TMDB.',
  privacy: 'Privacidad',
  terms: 'Condiciones de uso',
  privacyLines:
    'De las consultas no guardo nada, salvo qué películas te salieron al azar. De la trivia guardo tus respuestas y puntos. Todo lo ves y lo borras con `/mis_datos`.\nSolo leo los comandos que me envías, nunca las conversaciones.\nMis registros anotan qué comando se usó y cuánto tardó, sin nombres.',

  tooSlow: 'Esto me está tomando demasiado. Prueba de nuevo en un momento.',
  tooMany: (seconds: string) => `Vas muy rápido para mí. Espera ${seconds} s y seguimos.`,
  cutOff: 'Me reinicié a la mitad y esto quedó sin terminar. Pídemelo otra vez.',
  broken: (id: string) => `Algo falló de mi lado. Quedó anotado con el código \`${id}\`; inténtalo de nuevo.`,
  staleButton: 'Este botón es de una versión anterior. Escribe el comando otra vez.',
  optionMissing: (option: string) => `Falta \`${option}\`.`,
  optionWrong: (option: string, typed: string, accepted: string) =>
    `«${typed}» no es un valor de \`${option}\`. Puede ser: ${accepted}.`,
  optionTooLong: (option: string, most: string, length: string) =>
    `\`${option}\` admite hasta ${most} caracteres, y ahí van ${length}.`,
  optionUnknown: (option: string, accepted: string) =>
    `Este comando no tiene la opción \`${option}\`. Tiene: ${accepted}.`,
  optionInPath: (option: string, place: string) =>
    `\`${option}\` no va después de «?»: su valor es la parte \`{${place}}\` de la ruta.`,
  optionTwice: (option: string) => `\`${option}\` está más de una vez. Dale un solo valor.`,
  notNow: {
    withheld: 'Esa respuesta está en juego ahora mismo. Pregúntamelo después de la ronda. 🤫',
    'might tell':
      'Aquí hay una pregunta abierta y esto podría dar pistas. Pregúntamelo después de la ronda. 🤫',
    unknown:
      'Ahora mismo no sé qué está en juego aquí, y no quiero dar pistas. Prueba de nuevo en un momento. 🤫',
  },
  noOptions: 'ninguna',
  wholeNumber: (min: string, max: string) => `un número entero de ${min} a ${max}`,
  commandUnknown: (name: string, known: string) => `No conozco el comando \`${name}\`. Conozco: ${known}.`,
};

type Texts = typeof es;

const en: Texts = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  genres: {
    Action: 'action',
    Adventure: 'adventure',
    Animation: 'animation',
    Comedy: 'comedy',
    Crime: 'crime',
    Documentary: 'documentary',
    Drama: 'drama',
    Family: 'family',
    Fantasy: 'fantasy',
    Foreign: 'foreign',
    History: 'history',
    Horror: 'horror',
    Music: 'music',
    Mystery: 'mystery',
    Romance: 'romance',
    'Science Fiction': 'science fiction',
    'TV Movie': 'TV movie',
    Thriller: 'thriller',
    War: 'war',
    Western: 'western',
  },

  openedIn: (month) => `Opened in ${month}`,
  openedOn: (day) => `Opened on a ${day}`,
  filmsOpenedIn: (films, month, one) => `**${films}** ${one ? 'film' : 'films'} opened in ${month}`,
  filmsOpenedOn: (films, day, one) => `**${films}** ${one ? 'film' : 'films'} opened on a ${day}`,
  shareOfDated: (share, dated) => `${share} of the ${dated} with a release date.`,
  undated: (films, one) =>
    `${films} ${one ? 'film' : 'films'} of the catalogue ${one ? 'has' : 'have'} no known release date.`,
  bestKnown: 'Best known',
  bestKnownFilms: 'Best known:',
  filmCount: (films, one) => `${films} ${one ? 'film' : 'films'}`,
  sagaFilms: (films, one) => `The series has **${films}** ${one ? 'film' : 'films'} in the catalogue.`,
  onlyBestKnown: (shown) => `Here are the ${shown} best known.`,
  companyFilms: (films, one) => `It produced **${films}** ${one ? 'film' : 'films'} of the catalogue.`,
  filmsOfCountry: (films, country, one) =>
    `**${films}** ${one ? 'film was' : 'films were'} produced in ${withEnglishArticle(country)}.`,
  filmsOfLanguage: (films, language, one) =>
    language === 'no dialogue'
      ? `**${films}** ${one ? 'film' : 'films'} of the catalogue ${one ? 'has' : 'have'} no dialogue.`
      : `${language} is the original language of **${films}** ${one ? 'film' : 'films'} of the catalogue.`,
  totalRevenue: 'Total revenue',
  meanRevenue: 'Mean revenue',
  meanReturn: 'Mean return',
  ofKnown: (films, one) => `of ${films} ${one ? 'film' : 'films'} with a known figure`,
  reliableNote: 'Return = revenue / cost where both are at least 1,000 dollars.',

  year: 'Year',
  score: 'Score',
  popularity: 'Popularity',
  unknownYear: 'undated',
  scoreOf: (score, votes, one) => `**${score}** / 10\n${votes} ${one ? 'vote' : 'votes'}`,
  noVotesYet: 'No votes yet',
  votes: 'Votes',
  meanVote: 'Mean',
  enoughVotes: (votes, score) => `**${votes}** people rated it, **${score}** out of 10 on average.`,
  tooFewVotes: (votes, needed, one) =>
    `It has ${one ? `only **${votes}** vote` : `**${votes}** votes`}. It takes at least **${needed}** for the mean to say something.`,

  success: 'Success: the sum of returns',
  official: (sum, mean, films) => `Sum **${sum}** · mean return **${mean}** · films **${films}**`,
  asActor: (films, one) => `In the cast of **${films}** ${one ? 'film' : 'films'} of the catalogue`,
  asDirector: (films, one) => `Director of **${films}** ${one ? 'film' : 'films'} of the catalogue`,
  yearsFrom: (from, to) => (from === to ? `, of ${from}` : `, from ${from} to ${to}`),
  directedToo: (films) => `Also directed **${films}**`,
  actedToo: (films) => `Also acted in **${films}**`,
  seeDirected: 'As director',
  seeActed: 'As actor',
  whatTheyMade: 'What they returned',
  costAndRevenueOfAll: ({ known, all, count, cost, revenue, ratio, median }) => {
    const times = ratio === '1' ? '**as much as** they cost' : `**${ratio} times** what they cost`;
    if (known > 1)
      return `The **${count(known)}** films with figures${known === all ? '' : ` (of ${count(all)})`} cost ${cost} and made ${revenue}: ${times} in total; the median is **${median}**.`;
    return `${all === 1 ? 'It' : 'The only one with figures'} cost ${cost} and made ${revenue}: ${times.replace('they', 'it')}.`;
  },
  bestAndWorst: (best, worst) => `Best: ${best}. Worst: ${worst}.`,
  noReliableMoney: 'No reliable figures of cost and revenue.',
  noFigures: 'no figures',
  returned: (times) => `return ${times}`,
  moneyNote:
    'Return: revenue divided by cost; without figures it counts as 0. A figure below 1,000 dollars is doubtful.',
  withoutFilmsInPlay: 'A question is open here: films in play are not counted.',
  costsAndMakes: (cost, revenue) => `cost ${cost}, made ${revenue}`,
  revenue: 'revenue',
  noFigure: 'unknown',
  undatedFilm: 'no release date',
  sortedBy: {
    conocidas: 'Best known',
    recientes: 'Newest',
    fecha: 'By date',
    retorno: 'By return',
    ingresos: 'By revenue',
  },
  sortBy: { conocidas: 'Best known', recientes: 'Newest', retorno: 'By return' },
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: '◀ Previous',
  next: 'Next ▶',

  likeThis: (title) => `If you liked ${title}…`,
  likeThese: (titles) => `If you liked ${titles}…`,
  becauseOf: (titles, reason) => `for ${titles}: ${reason}`,
  likeOther: (title) => `similar to ${title}`,
  noPicks: (title) => `Nothing to compare ${title} with yet: too little is known about it.`,
  noneBetween: 'I found no film like that.',
  votesIn: (votes, one) => `${votes} ${one ? 'vote' : 'votes'}`,
  openPick: 'Open the card of one of them',
  wellLikedToo: 'among the best liked of its genre and time',
  noMorePicks: 'There are no more films like it.',
  more: 'More ▶',
  backwards: '◀ Back',
  reasons: {
    taste: (tenths) => `${tenths} in 10 who liked it liked this too`,
    collection: (name) => `same series: ${name}`,
    director: (name) => `also by ${name}`,
    author: (name) => `based on work by ${name}`,
    writer: (name) => `written by ${name}`,
    actor: (name) => `with ${name}`,
    studio: (name) => `also by ${name}`,
    origin: englishOrigin,
    genre: (name) => (/Foreign|TV Movie/u.test(name) ? undefined : `also ${name.toLowerCase()}`),
    about: (name) => `about ${name}`,
    set: (name) => `set ${name}`,
    with: (name) => `with ${name}`,
    also: (name) => `also ${name}`,
  },

  yearsAccepted: '1994, 1990-1999, the 80s, since 2000, up to 1970',
  anyFilm: 'All films',
  fromYear: (year) => `since ${year}`,
  toYear: (year) => `up to ${year}`,
  fromMinutes: (minutes) => `${minutes} min or more`,
  toMinutes: (minutes) => `up to ${minutes} min`,
  fromVotes: (votes, one) => `${votes} ${one ? 'vote' : 'votes'} or more`,
  fromScore: (score) => `★ ${score} or more`,
  withPerson: (name) => `with ${name}`,
  foundFilms: (films, one) => `${films} ${one ? 'film' : 'films'}`,
  orders: {
    known: 'best known first',
    best: 'best rated first',
    newest: 'newest first',
    oldest: 'oldest first',
    longest: 'longest first',
    shortest: 'shortest first',
  },
  noVotes: 'no votes',
  surprise: 'Surprise me 🎲',
  surpriseAgain: 'Another at random 🎲',
  noSuchFilm: 'There is no such film.',
  noSuchFilmWithout: (filter, films, one) =>
    `There is no such film. Without ${filter} there ${one ? 'is' : 'are'} ${films}.`,
  noSuchFilmAtAll: 'There is no such film, nor is there without any one of the filters. Drop several.',
  dropFilter: (filter) => `Drop ${filter}`,
  filters: {
    genre: 'the genre',
    years: 'the years',
    country: 'the country',
    language: 'the language',
    runtime: 'the runtime',
    score: 'the least score',
    votes: 'the least votes',
    person: 'the person',
  },

  runtime: 'Runtime',
  minutes: (hours, minutes) =>
    hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
  released: (date) => `Released ${date}`,
  directedBy: 'Directed by',
  cast: 'Cast',
  openCast: 'Someone of the cast',
  role: {
    voice: (name) => (name === '' ? 'voice' : name === 'narrator' ? name : `voice of ${name}`),
    singing: (name) => (name === '' ? 'singing voice' : `singing voice of ${name}`),
    archive: 'archive footage',
    uncredited: 'uncredited',
    known: { himself: 'himself', herself: 'herself', themselves: 'themselves', narrator: 'narrator' },
  },
  timesCost: (times) => (times === '1' ? 'as much as it cost' : `${times} times its cost`),
  costAndRevenue: (cost, revenue) => `Cost ${cost}, made ${revenue}`,
  doubtfulMoney: 'doubtful figures',
  costOnly: (cost) => `Cost ${cost}; what it made is unknown`,
  revenueOnly: (revenue) => `Made ${revenue}; what it cost is unknown`,
  collection: 'Series',
  inEnglish: '',
  seePicks: 'Films like it',
  seeDirector: (name) => `Films by ${name}`,
  source: 'Data: TMDB',

  connection: {
    apart: {
      people: (films, one) => `**${films}** ${one ? 'film' : 'films'} apart`,
      films: (people, one) => `**${people}** ${one ? 'person' : 'people'} apart`,
    },
    same: { people: 'The same person.', films: 'The same film.' },
    bacon: (films) => `Bacon number: **${films}**`,
    noBacon: (name) => `${name} has no Bacon number: no way in the catalogue leads to Kevin Bacon.`,
    none: (from, to) => `No connection: no way in the catalogue leads from ${from} to ${to}.`,
    role: {
      director: (name) => `directed by ${name}`,
      writer: (name) => `written by ${name}`,
    },
    withCrew: 'With directors and writers',
    castOnly: 'Casts only',
  },

  severalFilms: (typed) => `Several films go by “${typed}”. Which one do you mean?`,
  severalPeople: (typed) => `Several people go by “${typed}”. Who do you mean?`,
  severalSagas: (typed) => `Several series go by “${typed}”. Which one do you mean?`,
  severalCompanies: (typed) => `Several companies go by “${typed}”. Which one do you mean?`,
  severalCountries: (typed) => `Several countries go by “${typed}”. Which one do you mean?`,
  severalLanguages: (typed) => `Several languages go by “${typed}”. Which one do you mean?`,
  onlyTheBestKnown: 'There are many: these are the best known. More letters narrow it down.',
  chooseFilm: 'Choose a film',
  choosePerson: 'Choose a person',
  chooseCountry: 'Choose a country',
  chooseLanguage: 'Choose a language',
  countryUnknown: (typed) => `I found no films of a country called “${typed}”.`,
  languageUnknown: (typed) => `I found no films in a language called “${typed}”.`,
  chooseSaga: 'Choose a series',
  chooseCompany: 'Choose a company',
  sagaUnknown: (typed) => `I found no series called “${typed}”.`,
  companyUnknown: (typed) => `I found no company called “${typed}”.`,
  filmUnknown: (typed) => `I found no film called “${typed}”.`,
  notAnActor: (typed) => `I found nobody called “${typed}” in any cast.`,
  personUnknown: (typed) => `I found nobody called “${typed}”.`,
  notADirector: (typed) => `I found nobody called “${typed}” among the directors.`,
  didYouMean: 'Did you mean…?',
  noSuchId: 'I have nothing under that number.',
  noSuchPath: 'There is nothing here: /docs says what you can ask for.',
  readOnly: (method, allowed) => `${method} is not accepted here, only ${allowed}.`,
  mostlyFrom: (title, cost) => `Nearly all of it comes from ${title}, whose cost is given as ${cost}.`,
  otherCountries: {
    SU: 'Soviet Union',
    YU: 'Yugoslavia',
    XC: 'Czechoslovakia',
    XG: 'East Germany',
    CS: 'Serbia and Montenegro',
    AN: 'Netherlands Antilles',
    HK: 'Hong Kong',
    MO: 'Macao',
  },
  noDialogue: 'no dialogue',
  tryAutocomplete: 'Type a few letters and choose from the list that opens.',
  knownFor: (title) => `known for ${title}`,
  castIn: (films) => `cast in ${films}`,
  directed: (films) => `directed ${films}`,

  decade: (year) => `${year}s`,
  inLanguage: (language) => `in ${language}`,
  chartFilms: (films, one) => `${films} ${one ? 'film' : 'films'} · Data: TMDB`,
  chartFigures: (figures) => `The figures: ${figures}.`,
  chartUnheeded: (option) => `*This chart cannot be narrowed down by* \`${option}\`*.*`,
  chartEmpty: 'There are no such films with what this chart needs. Try another genre, decade or language.',
  anotherChart: 'Another chart',

  welcome: 'Hello! I am Filmoteca',
  welcomeLines:
    'A film archive, and from today I live in this server. Ask me who made a film, how much it earned or what to see next; and when you feel like playing, there is trivia.\n\nType `/` and choose a command, or begin with a button. `/help` has the whole list, and `/about` says what I know of you: next to nothing.',
  tryCard: 'The Secret in Their Eyes',
  tryPicks: 'Five like Toy Story',
  tryTrivia: 'Play trivia',
  help: 'Filmoteca: what you can ask me',
  helpIntro: 'Type `/` and choose a command. For titles and names a few letters are enough.',
  about: 'Filmoteca',
  aboutIntro: 'A film archive that lives in your server.',
  dataVersion: 'Data',
  dataMade: (version, date) => `version \`${version}\`\npublished on ${date}`,
  catalogueHolds: 'In the catalogue',
  catalogueRows: (films, people, credits) => `${films} films\n${people} people\n${credits} roles`,
  recommender: 'Recommendations',
  learntFrom: (ratings, people) =>
    `I compare what each film is about and who made it, and look at what the same people like: ${ratings} ratings by ${people} people. In a blind test, two film lovers of the team that made me called eight of ten recommendations good.`,
  learntFromFilms: 'I compare what each film is about and who made it.',
  attribution: 'Credits',
  tmdb: 'Data and images come from TMDB. This product uses the TMDB API but is not endorsed or certified by TMDB.',
  privacy: 'Privacy',
  terms: 'Terms of service',
  privacyLines:
    'I keep nothing of what you look up, except which films you drew at random. Of the trivia I keep your answers and points. See and erase all of it with `/my_data`.\nI read only the commands sent to me, never conversations.\nMy logs note which command was used and how long it took, without names.',

  tooSlow: 'This is taking me too long. Try again in a moment.',
  tooMany: (seconds) => `That is too fast for me. Wait ${seconds} s and we go on.`,
  cutOff: 'I was restarted halfway, so this was left unfinished. Please ask me again.',
  broken: (id) => `Something went wrong on my side. It is noted under the code \`${id}\`; please try again.`,
  staleButton: 'This button is from an earlier version. Type the command again.',
  optionMissing: (option) => `\`${option}\` is missing.`,
  optionWrong: (option, typed, accepted) =>
    `“${typed}” is not a value of \`${option}\`. It can be: ${accepted}.`,
  optionTooLong: (option, most, length) =>
    `\`${option}\` takes up to ${most} characters, and that is ${length}.`,
  optionUnknown: (option, accepted) => `This command has no option \`${option}\`. It has: ${accepted}.`,
  optionInPath: (option, place) =>
    `\`${option}\` does not go after “?”: its value is the part \`{${place}}\` of the path.`,
  optionTwice: (option) => `\`${option}\` is there more than once. Give it one value.`,
  notNow: {
    withheld: 'That answer is in play right now. Ask me again after the round. 🤫',
    'might tell': 'A question is open here and this could give it away. Ask me again after the round. 🤫',
    unknown:
      'Right now I cannot tell what is in play here, and I do not want to give it away. Try again in a moment. 🤫',
  },
  noOptions: 'none',
  wholeNumber: (min, max) => `a whole number from ${min} to ${max}`,
  commandUnknown: (name, known) => `I do not know the command \`${name}\`. I know: ${known}.`,
};

export const text: Record<Language, Texts> = { es, en };
