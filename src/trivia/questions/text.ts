/** The sentences of questions in both languages; a missing sentence does not compile. Arguments are escaped Markdown. */
const es = {
  director: (film: string) => `¿Quién dirigió ${film}?`,
  directedFilm: (person: string) => `¿Cuál de estas películas dirigió **${person}**?`,
  cast: (film: string) => `¿Quién actúa en ${film}?`,
  coStars: (people: string) => `¿En qué película coinciden **${people}**?`,
  year: (film: string, directors: string) => `¿De qué año es ${film}, de ${directors}?`,
  cameFirst: '¿Cuál de estas películas se estrenó primero?',
  earnedMore: '¿Cuál de estas películas recaudó más en los cines?',
  castLadder: '¿En qué película actúan juntos? Los nombres van del quinto del reparto al primero.',
  overview: (overview: string) => `¿De qué película hablamos?\n> ${overview}`,
  oddOneOut: (films: number): string =>
    films === 3
      ? 'Dos de estas películas son de la misma saga. ¿Cuál no?'
      : 'Tres de estas películas son de la misma saga. ¿Cuál no?',
  collectionOrder: (place: number) =>
    `Estas películas son de la misma saga. De ellas, ¿cuál se estrenó ${['primero', 'en segundo lugar', 'en tercer lugar', 'en cuarto lugar'][place - 1] ?? ''}?`,
  originalLanguage: (film: string) => `¿Cuál es el idioma original de ${film}?`,
  tagline: (tagline: string) => `¿Qué película se anunciaba con esta frase?\n> ${tagline}`,
  keywords: (keywords: readonly string[]) =>
    `¿Qué película se describe con estas claves? ${keywords.map((word) => `**${word}**`).join(' · ')}`,
  spanishTitle: (film: string) => `¿Con qué título se conoce en español ${film}?`,
  character: (character: string, film: string) => `¿Quién hace de **${character}** en ${film}?`,

  and: 'y',
  hints: {
    alsoDirected: (film: string) => `También dirigió **${film}**.`,
    alsoActed: (film: string) => `También actuó en **${film}**.`,
    cast: (names: string) => `Actúan ${names}.`,
    castOne: (name: string) => `Actúa ${name}.`,
    directedBy: (names: string) => `La dirigió ${names}.`,
    directedByAll: (names: string) => `La dirigieron ${names}.`,
    genreAndYear: (genre: string, year: number) => `Género: ${genre}. Año: ${year}.`,
    genre: (genre: string) => `Género: ${genre}.`,
    year: (year: number) => `Es de ${year}.`,
    sameYear: (film: string) => `Ese año también se estrenó **${film}**.`,
    earned: (revenue: string) => `Recaudó ${revenue}.`,
    votes: (votes: string) => `En TMDB la valoraron ${votes} personas.`,
  },
};

const en: typeof es = {
  director: (film) => `Who directed ${film}?`,
  directedFilm: (person) => `Which of these films did **${person}** direct?`,
  cast: (film) => `Who is in the cast of ${film}?`,
  coStars: (people) => `Which film are **${people}** in together?`,
  year: (film, directors) => `In what year did ${film}, by ${directors}, come out?`,
  cameFirst: 'Which of these films came out first?',
  earnedMore: 'Which of these films earned the most in cinemas?',
  castLadder: 'Which film are they all in? The names go from fifth billed to first.',
  overview: (overview) => `Which film is this?\n> ${overview}`,
  oddOneOut: (films) =>
    films === 3
      ? 'Two of these films belong to the same series. Which one does not?'
      : 'Three of these films belong to the same series. Which one does not?',
  collectionOrder: (place) =>
    `These films belong to the same series. Of these, which came out ${['first', 'second', 'third', 'fourth'][place - 1] ?? ''}?`,
  originalLanguage: (film) => `What is the original language of ${film}?`,
  tagline: (tagline) => `Which film had this tagline?\n> ${tagline}`,
  keywords: (keywords) =>
    `Which film has all these keywords? ${keywords.map((word) => `**${word}**`).join(' · ')}`,
  spanishTitle: (film) => `By what title is ${film} known in Spanish?`,
  character: (character, film) => `Who plays **${character}** in ${film}?`,

  and: 'and',
  hints: {
    alsoDirected: (film) => `The same person directed **${film}**.`,
    alsoActed: (film) => `The same person is in **${film}**.`,
    cast: (names) => `It stars ${names}.`,
    castOne: (name) => `It stars ${name}.`,
    directedBy: (names) => `It was directed by ${names}.`,
    directedByAll: (names) => `It was directed by ${names}.`,
    genreAndYear: (genre, year) => `Genre: ${genre}. Year: ${year}.`,
    genre: (genre) => `Genre: ${genre}.`,
    year: (year) => `It is from ${year}.`,
    sameYear: (film) => `**${film}** came out the same year.`,
    earned: (revenue) => `It earned ${revenue}.`,
    votes: (votes) => `${votes} people have rated it on TMDB.`,
  },
};

export type QuestionText = typeof es;

export const questionText: Readonly<Record<'es' | 'en', QuestionText>> = { es, en };
