// Lists of films: openings, series, companies, countries and languages.

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

export const es = {
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
  sagaFilms: (films: string, one: boolean) =>
    `La saga tiene **${films}** ${one ? 'película' : 'películas'} en el catálogo.`,
  onlyBestKnown: (shown: string) => `Aquí van las ${shown} más conocidas.`,
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
  sortedBy: {
    conocidas: 'Las más conocidas',
    recientes: 'Las más recientes',
    fecha: 'Por fecha',
    retorno: 'Por retorno',
    ingresos: 'Por recaudación',
  },
  sortBy: { conocidas: 'Más conocidas', recientes: 'Más recientes', retorno: 'Por retorno' },
};

export const en: typeof es = {
  openedIn: (month) => `Opened in ${month}`,
  openedOn: (day) => `Opened on a ${day}`,
  filmsOpenedIn: (films, month, one) => `**${films}** ${one ? 'film' : 'films'} opened in ${month}`,
  filmsOpenedOn: (films, day, one) => `**${films}** ${one ? 'film' : 'films'} opened on a ${day}`,
  shareOfDated: (share, dated) => `${share} of the ${dated} with a release date.`,
  undated: (films, one) =>
    `${films} ${one ? 'film' : 'films'} of the catalogue ${one ? 'has' : 'have'} no known release date.`,
  bestKnown: 'Best known',
  bestKnownFilms: 'Best known:',
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
  sortedBy: {
    conocidas: 'Best known',
    recientes: 'Newest',
    fecha: 'By date',
    retorno: 'By return',
    ingresos: 'By revenue',
  },
  sortBy: { conocidas: 'Best known', recientes: 'Newest', retorno: 'By return' },
};
