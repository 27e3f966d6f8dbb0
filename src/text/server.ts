// The welcome, the help and the bot's description of itself.

export const es = {
  welcome: '¡Hola! Soy Filmoteca',
  welcomeLines:
    'Un archivo de cine, y desde hoy vivo en este servidor. Pregúntame quién hizo una película, cuánto recaudó o qué ver después; y cuando haya ganas de jugar, hay trivia.\n\nEscribe `/` y elige un comando, o empieza por un botón. `/ayuda` tiene la lista entera y `/acerca` dice qué sé de ustedes: casi nada.',
  tryCard: 'El secreto de sus ojos',
  tryPicks: 'Cinco como Toy Story',
  tryTrivia: 'Jugar trivia',
  help: 'Filmoteca: esto puedes pedirme',
  helpIntro: 'Escribe `/` y elige un comando. En los títulos y nombres, con unas pocas letras basta.',
  topics: {
    film: { name: 'Una película', about: 'su ficha, cómo le fue y qué ver después' },
    people: { name: 'Personas', about: 'quiénes actúan y dirigen, y los caminos que los unen' },
    catalogue: { name: 'El catálogo', about: 'descubrir, contar y ver en gráficos' },
    game: { name: 'Jugar', about: 'trivia de cine para todo el canal' },
    server: { name: 'Este servidor', about: 'sus ajustes, tus datos y qué sé de ustedes' },
  },
  about: 'Filmoteca',
  aboutIntro: 'Un archivo de cine que vive en tu servidor.',
  dataVersion: 'Datos',
  dataMade: (version: string, date: string) => `versión \`${version}\`\npublicada el ${date}`,
  catalogueHolds: 'En el catálogo',
  catalogueRows: (films: string, people: string, credits: string) =>
    `${films} películas\n${people} personas\n${credits} papeles`,
  recommender: 'Recomendaciones',
  learntFrom: (ratings: string, people: string) =>
    `Comparo de qué trata cada película y quiénes la hicieron, y miro qué gusta a las mismas personas: ${ratings} calificaciones de ${people} personas. En una prueba a ciegas, dos cinéfilos del equipo que me hizo dieron por buenas nueve de cada diez recomendaciones.`,
  learntFromFilms: 'Comparo de qué trata cada película y quiénes la hicieron.',
  attribution: 'Créditos',
  tmdb: 'Los datos y las imágenes vienen de TMDB. This product uses the TMDB API but is not endorsed or certified by TMDB.',
  privacy: 'Privacidad',
  terms: 'Condiciones de uso',
  privacyLines:
    'De las consultas no guardo nada, salvo qué películas te salieron al azar. De la trivia guardo tus respuestas y puntos. Todo lo ves y lo borras con `/mis_datos`.\nSolo leo los comandos que me envías, nunca las conversaciones.\nMis registros anotan qué comando se usó y cuánto tardó, sin nombres.',
};

export const en: typeof es = {
  welcome: 'Hello! I am Filmoteca',
  welcomeLines:
    'A film archive, and from today I live in this server. Ask me who made a film, how much it earned or what to see next; and when you feel like playing, there is trivia.\n\nType `/` and choose a command, or begin with a button. `/help` has the whole list, and `/about` says what I know of you: next to nothing.',
  tryCard: 'The Secret in Their Eyes',
  tryPicks: 'Five like Toy Story',
  tryTrivia: 'Play trivia',
  help: 'Filmoteca: what you can ask me',
  helpIntro: 'Type `/` and choose a command. For titles and names a few letters are enough.',
  topics: {
    film: { name: 'A film', about: 'its card, how it did and what to see next' },
    people: { name: 'People', about: 'who acts and directs, and the ways between them' },
    catalogue: { name: 'The catalogue', about: 'discover, count and see it in charts' },
    game: { name: 'Play', about: 'film trivia for the whole channel' },
    server: { name: 'This server', about: 'its settings, your data and what I know of you' },
  },
  about: 'Filmoteca',
  aboutIntro: 'A film archive that lives in your server.',
  dataVersion: 'Data',
  dataMade: (version, date) => `version \`${version}\`\npublished on ${date}`,
  catalogueHolds: 'In the catalogue',
  catalogueRows: (films, people, credits) => `${films} films\n${people} people\n${credits} roles`,
  recommender: 'Recommendations',
  learntFrom: (ratings, people) =>
    `I compare what each film is about and who made it, and look at what the same people like: ${ratings} ratings by ${people} people. In a blind test, two film lovers of the team that made me called nine of ten recommendations good.`,
  learntFromFilms: 'I compare what each film is about and who made it.',
  attribution: 'Credits',
  tmdb: 'Data and images come from TMDB. This product uses the TMDB API but is not endorsed or certified by TMDB.',
  privacy: 'Privacy',
  terms: 'Terms of service',
  privacyLines:
    'I keep nothing of what you look up, except which films you drew at random. Of the trivia I keep your answers and points. See and erase all of it with `/my_data`.\nI read only the commands sent to me, never conversations.\nMy logs note which command was used and how long it took, without names.',
};
