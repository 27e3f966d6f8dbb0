/** The sentences of a server's settings and of the data about a person. */
export const es = {
  settings: 'Ajustes de este servidor',
  settingsLines: {
    language: 'Idioma de las partidas',
    games_per: 'Partidas a la vez',
    seconds: 'Segundos por pregunta',
    pause: 'Pausa entre preguntas',
    starters: 'Quién puede abrir partidas',
  },
  settingsValues: {
    es: 'español',
    en: 'inglés',
    auto: 'el de quien abre la partida',
    server: 'una por servidor',
    channel: 'una por canal',
    everyone: 'cualquiera',
    managers: 'solo quien administra el servidor',
  } as Record<string, string>,
  seconds: (seconds: number) => `${seconds} s`,
  changed: (before: string, after: string) => `Antes: ${before}\nAhora: **${after}**`,
  nothingChanged: 'Nada cambió: ya estaba así. `/ajustes ver` muestra todos.',
  mayNotManage: 'Los ajustes son para quien puede administrar el servidor.',
  eraseServer:
    'Voy a borrar **todo** lo que guardo de este servidor: partidas, puntos, rankings y ajustes. No hay vuelta atrás.',
  erase: 'Borrar todo',
  serverErased: 'Borrado: no guardo nada de este servidor.',

  myData: 'Lo que guardo de ti',
  myDataEmpty: 'No guardo nada de ti.',
  myDataLines: (picks: string, games: string, votes: string) =>
    `Respuestas de trivia: **${picks}**\nPartidas que abriste: **${games}**\nVotos de pista o salto: **${votes}**`,
  myDataTeams: (games: string) => `Partidas en las que estás en un equipo: **${games}**`,
  myDataDraws: (films: string) => `Películas que te salieron al azar: **${films}**`,
  myDataShared: 'Apareces en el ranking entre servidores con tu nombre.',
  myDataFile: 'Todo, tal como está guardado, va en el archivo adjunto.',
  myDataPart:
    'Son muchos datos y van por partes, tal como están guardados: una en el archivo adjunto, la siguiente con el botón.',
  myDataCompressed: 'El archivo va comprimido (gzip).',
  myDataNext: 'Siguiente parte',
  myDataFileAlt: 'Todo lo que el bot guarda de ti, en formato JSON',
  eraseMine:
    'Voy a borrar **todo** lo que guardo de ti en todos los servidores: respuestas, puntos, rachas, votos y películas al azar. No hay vuelta atrás.',
  mineErased: 'Borrado: ya no guardo nada de ti.',
};

export const en: typeof es = {
  settings: 'Settings of this server',
  settingsLines: {
    language: 'Language of games',
    games_per: 'Games at a time',
    seconds: 'Seconds a question',
    pause: 'Pause between questions',
    starters: 'Who may start games',
  },
  settingsValues: {
    es: 'Spanish',
    en: 'English',
    auto: "the starter's language",
    server: 'one a server',
    channel: 'one a channel',
    everyone: 'anyone',
    managers: 'only people who manage the server',
  },
  seconds: (seconds) => `${seconds} s`,
  changed: (before, after) => `Before: ${before}\nNow: **${after}**`,
  nothingChanged: 'Nothing changed: it was so already. `/settings view` shows all of them.',
  mayNotManage: 'Settings are for people who can manage the server.',
  eraseServer:
    'I am about to erase **everything** I keep about this server: games, points, rankings and settings. There is no way back.',
  erase: 'Erase everything',
  serverErased: 'Erased: I keep nothing about this server.',

  myData: 'What I keep about you',
  myDataEmpty: 'I keep nothing about you.',
  myDataLines: (picks, games, votes) =>
    `Trivia answers: **${picks}**\nGames you started: **${games}**\nVotes for a hint or a skip: **${votes}**`,
  myDataTeams: (games) => `Games in which you are in a team: **${games}**`,
  myDataDraws: (films) => `Films you drew at random: **${films}**`,
  myDataShared: 'You are shown by name in the ranking across servers.',
  myDataFile: 'All of it, as it is kept, is in the attached file.',
  myDataPart:
    'There is a lot of it, so it comes in parts, as it is kept: one in the attached file, the next with the button.',
  myDataCompressed: 'The file is compressed (gzip).',
  myDataNext: 'Next part',
  myDataFileAlt: 'Everything the bot keeps about you, as JSON',
  eraseMine:
    'I am about to erase **everything** I keep about you in every server: answers, points, streaks, votes and films drawn at random. There is no way back.',
  mineErased: 'Erased: I no longer keep anything about you.',
};
