// Two films, people, sagas, decades or genres against each other.

type Clause = (amount: string) => string;

const cost: Clause = (amount) => `costó ${amount}`;
const revenue: Clause = (amount) => `recaudó ${amount}`;
/** "tiene el doble de películas", "tiene 12 veces más películas" */
const films: Clause = (amount) => `tiene ${amount} de películas`.replace(/(veces (?:más|menos)) de/u, '$1');
const score: Clause = (difference) => `tiene un puntaje ${difference}`;
const runtime: Clause = (amount) => `dura ${amount}`;
const sets = {
  films: (amount: string) => `son ${amount}`,
  return: (amount: string) => `en la mediana rindieron ${amount}`,
  score: (difference: string) => `tienen un puntaje ${difference}`,
};

/** The sentences of a comparison, in order of preference, by kind of sides and measure. */
const clauses = {
  films: { cost, revenue, score, runtime },
  people: { films, revenue, score },
  sagas: { films, revenue, score },
  decades: sets,
  genres: sets,
};

export const es = {
  versus: {
    heading: 'Frente a frente',
    measure: 'medida',
    measures: {
      film: { cost: 'Costo', revenue: 'Recaudación', return: 'Retorno' },
      set: { cost: 'Costo mediano', revenue: 'Recaudación total', return: 'Retorno mediano' },
      any: { films: 'Películas', score: 'Puntaje', votes: 'Votos', runtime: 'Duración' },
    },
    clauses,
    /** The subject and the other side as the sentence names them. */
    named: {
      decades: (decade: string) => `las de ${decade.startsWith('años') ? 'los' : 'la'} ${decade}`,
      genres: (genre: string) => `las de ${genre}`,
    },
    genres: {
      Documentary: 'los documentales',
      Family: 'las familiares',
      Romance: 'las románticas',
      'TV Movie': 'las de televisión',
    } as Record<string, string>,
    sentence: (subject: string, other: string, [first, second]: readonly string[], isContrary: boolean) =>
      `Al lado de ${other.replace(/^las (?=de )/u, 'las películas ')}, ${subject} ${first}${second === undefined ? '' : `${isContrary ? ', pero' : ' y'} ${second}`}.`,
    same: 'casi la misma cantidad',
    percent: (percent: string, isMore: boolean) => `un ${percent} ${isMore ? 'más' : 'menos'}`,
    times: (times: string, isMore: boolean) => `${times} veces ${isMore ? 'más' : 'menos'}`,
    /** From which ratio on, the highest first. */
    multiples: [
      { from: 3.1, more: 'más del triple', less: 'menos de un tercio' },
      { from: 2.9, more: 'el triple', less: 'un tercio' },
      { from: 2.1, more: 'más del doble', less: 'menos de la mitad' },
      { from: 1.9, more: 'el doble', less: 'la mitad' },
    ],
    /** A quarter to a tenth. */
    parts: ['cuarta', 'quinta', 'sexta', 'séptima', 'octava', 'novena', 'décima'].map(
      (part) => `la ${part} parte`,
    ),
    points: (points: string, isMore: boolean) => `${points} más ${isMore ? 'alto' : 'bajo'}`,
    samePoints: 'igual',
    incomparable: 'Faltan cifras para comparar.',
    ofFilms: (films: string) => `(de ${films})`,
    note: {
      film: 'Retorno: recaudación entre costo, si ambos son de al menos 1,000 dólares.',
      set: 'Retorno: recaudación entre costo, si ambos son de al menos 1,000 dólares. Entre paréntesis, de cuántas películas hay cifras. Puntaje: el promedio de todos los votos.',
    },
    sameSides: 'Elige dos que no sean lo mismo.',
    noFilms: (name: string) => `No hay ninguna película: ${name}.`,
  },
};

const englishCost: Clause = (amount) => `cost ${amount}`;
const englishRevenue: Clause = (amount) => `made ${amount}`;
const englishFilms: Clause = (amount) =>
  `has ${amount.replace(/much$/u, 'many films').replace(/more$/u, 'more films').replace(/less$/u, 'fewer films')}`;
const englishScore: Clause = (difference) => `has a score ${difference}`;
const englishRuntime: Clause = (amount) =>
  `lasts ${amount.replace(/much$/u, 'long').replace(/more$/u, 'longer')}`;
const englishSets = {
  films: (amount: string) => `are ${amount.replace(/much$/u, 'many').replace(/less$/u, 'fewer')}`,
  return: (amount: string) => `in the median returned ${amount}`,
  score: (difference: string) => `have a score ${difference}`,
};

export const en: typeof es = {
  versus: {
    heading: 'Side by side',
    measure: 'measure',
    measures: {
      film: { cost: 'Cost', revenue: 'Revenue', return: 'Return' },
      set: { cost: 'Median cost', revenue: 'Total revenue', return: 'Median return' },
      any: { films: 'Films', score: 'Score', votes: 'Votes', runtime: 'Runtime' },
    },
    clauses: {
      films: { cost: englishCost, revenue: englishRevenue, score: englishScore, runtime: englishRuntime },
      people: { films: englishFilms, revenue: englishRevenue, score: englishScore },
      sagas: { films: englishFilms, revenue: englishRevenue, score: englishScore },
      decades: englishSets,
      genres: englishSets,
    },
    named: {
      decades: (decade) => `films of the ${decade}`,
      genres: (genre) => `${genre} films`,
    },
    genres: { Documentary: 'documentaries', 'TV Movie': 'TV movies', Western: 'westerns' },
    sentence: (subject, other, [first, second], isContrary) =>
      `Next to ${other}, ${subject} ${first}${second === undefined ? '' : `${isContrary ? ', but' : ' and'} ${second}`}.`,
    same: 'about as much',
    percent: (percent, isMore) => `${percent} ${isMore ? 'more' : 'less'}`,
    times: (times, isMore) => `${times} times ${isMore ? 'as much' : 'less'}`,
    multiples: [
      { from: 3.1, more: 'more than three times as much', less: 'less than a third as much' },
      { from: 2.9, more: 'three times as much', less: 'a third as much' },
      { from: 2.1, more: 'more than twice as much', less: 'less than half as much' },
      { from: 1.9, more: 'twice as much', less: 'half as much' },
    ],
    parts: ['quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map(
      (part) => `${part === 'eighth' ? 'an' : 'a'} ${part} as much`,
    ),
    points: (points, isMore) => `${points} ${isMore ? 'higher' : 'lower'}`,
    samePoints: 'just as high',
    incomparable: 'There are too few figures to compare.',
    ofFilms: (films) => `(of ${films})`,
    note: {
      film: 'Return: revenue divided by cost where both are at least 1,000 dollars.',
      set: 'Return: revenue divided by cost where both are at least 1,000 dollars. In brackets, how many films have figures. Score: the mean of all votes.',
    },
    sameSides: 'Choose two that are not the same.',
    noFilms: (name) => `There is no film: ${name}.`,
  },
};
