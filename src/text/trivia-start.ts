import type { PlayedMode } from '../game/game.ts';
import type { QuestionKind } from '../game/question.ts';
import type { TeamName } from '../game/teams.ts';

/** The sentences of the start of a game: rules, themes, teams, the host, and why a game cannot start. */
export const es = {
  starting: (person: string) => `${person} abre la sala. ¡Luces, cámara, trivia!`,
  rules: {
    classic: (rounds: number) => `**Clásico**: ${rounds} preguntas; gana quien suma más puntos.`,
    survival: (rounds: number, { lives }) =>
      lives === 1
        ? `**Supervivencia**: quien falla o no responde queda fuera. Hasta ${rounds} preguntas.`
        : `**Supervivencia**: tienes ${lives} vidas. Fallar o no responder cuesta una; si llegas tarde, también las preguntas que ya pasaron. Hasta ${rounds} preguntas.`,
    first_to: (rounds: number, { target }) =>
      `**Primero a ${target}**: gana quien llega antes a ${target} puntos. Hasta ${rounds} preguntas.`,
  } as Record<PlayedMode, (rounds: number, settings: { target: string; lives: number }) => string>,
  howTo: (seconds: number) =>
    `Elige un botón: vale tu primera respuesta y nadie más la ve. Hay ${seconds} s por pregunta y algo más para leer. Responder rápido y en racha da más; la pista deja los puntos a la mitad.`,
  theme: 'Tema',
  anyTheme: 'cine de todas partes',
  themeDecade: (decade: number) => `años ${decade}`,
  themeDifficulty: { 1: 'fácil', 2: 'intermedia', 3: 'difícil' } as Record<number, string>,
  themeLanguage: (language: string) => `cine en ${language}`,
  themeSaga: (name: string) => `Saga: ${name}`,
  themePerson: (name: string) => `Persona: ${name}`,
  themeFilmsOf: (person: string) => `películas de ${person}`,
  kinds: {
    director: 'quién la dirigió',
    directed_film: 'qué dirigió',
    cast: 'quién actúa',
    character: 'quién hace de quién',
    co_stars: 'quién actúa con quién',
    cast_ladder: 'el reparto, nombre a nombre',
    year: 'de qué año es',
    came_first: 'cuál se estrenó primero',
    earned_more: 'cuál recaudó más',
    odd_one_out: 'la que no es de la saga',
    collection_order: 'el orden de una saga',
    original_language: 'el idioma original',
    spanish_title: 'el título en español',
    overview: 'de qué trata',
    keywords: 'las palabras clave',
    tagline: 'la frase del cartel (en inglés)',
  } as Record<QuestionKind, string>,
  pool: (questions: string) => `${questions} preguntas posibles`,
  teamNames: {
    corleone: 'Los Corleone',
    rebels: 'Los Rebeldes',
    hobbits: 'Los Hobbits',
    goonies: 'Los Goonies',
    ghostbusters: 'Los Cazafantasmas',
    gremlins: 'Los Gremlins',
    minions: 'Los Minions',
    replicants: 'Los Replicantes',
    incredibles: 'Los Increíbles',
    tenenbaums: 'Los Tenenbaum',
    toys: 'Los Juguetes',
    pirates: 'Los Piratas',
  } as Record<TeamName, string>,
  teamRules:
    '**Equipos**: elige el tuyo con un botón. En cada pregunta, el equipo suma el promedio de quienes respondieron, así que quien se va no le resta. Al empezar emparejo los equipos; quien llega después entra al más pequeño.',
  nobodyYet: 'nadie todavía',
  anyTeam: '🎲 Donde haga falta',
  dealTeams: '🔀 Repartir',
  start: '▶️ Empezar',
  next: '▶️ Siguiente',
  beginsAt: (person: string, time: string) => `⏳ Empieza ${time}, o cuando ${person} pulse **Empezar**.`,
  hostRules: (person: string, minutes: number) =>
    `**Con anfitrión**: ${person} abre cada pregunta. Si pasan ${minutes} minutos sin que lo haga, sigo yo hasta el final.`,
  hostOpens: (person: string, time: string) => `▶️ ${person} abre la siguiente. Si no, sigo yo: ${time}`,
  called: 'Va la siguiente.',
  onlyHost: 'La siguiente pregunta la abre quien armó la partida.',
  onlyHostDeals: 'Los equipos los reparte quien armó la partida.',
  alreadyOpen: 'Esa pregunta ya salió.',
  yourTeam: (team: string) => `Juegas con ${team}.`,
  teamsPlay: 'Los equipos ya están jugando.',
  gameGone: 'Esa partida ya terminó.',

  serversOnly:
    'Aquí funcionan mis comandos, pero no soy miembro del servidor. Que alguien me invite de nuevo, también como bot, y armamos la trivia.',
  oneGame: (place: string) => `Ya hay una partida en ${place}. Cuando termine, armamos otra.`,
  tooManyGames: (most: number) =>
    `En este servidor ya hay ${most} partidas en marcha y no puedo con más. Cuando termine una, armamos otra.`,
  onlyManagers: 'En este servidor, las partidas las abre quien lo administra.',
  cannotPost:
    'En este canal no puedo publicar las preguntas. Necesito permiso para ver el canal, enviar mensajes e insertar enlaces.',
  noQuestions: 'De ese tema no tengo preguntas. Prueba con un género, una década o un idioma más amplios.',
  noTheme: (typed: string) =>
    `No encuentro «${typed}» entre las sagas, las personas ni las décadas. Escribe unas letras en \`tema\` y elige de la lista.`,
  tooFewFilms: (theme: string, films: number, rounds: number, fewest: number) => {
    const there = films === 1 ? 'una sola película' : `${films} películas`;
    const advice =
      films < fewest ? `Hacen falta ${fewest}: prueba con otro tema.` : `Prueba con \`rondas: ${films}\`.`;
    return `Para «${theme}» tengo preguntas de ${there}, y en una partida de ${rounds} no se repite ninguna. ${advice}`;
  },
  noGame: 'No hay ninguna partida en marcha aquí.',
  notYours: 'Solo puede parar la partida quien la abrió o quien administra el servidor.',
  stopping: 'Hecho: cierro la partida y muestro la tabla.',
};

export const en: typeof es = {
  starting: (person) => `${person} opens the house. Lights, camera, trivia!`,
  rules: {
    classic: (rounds) => `**Classic**: ${rounds} questions; the most points win.`,
    survival: (rounds, { lives }) =>
      lives === 1
        ? `**Survival**: miss one, or stay silent, and you are out. Up to ${rounds} questions.`
        : `**Survival**: you have ${lives} lives. A miss or no answer costs one, and so does each question asked before you join. Up to ${rounds} questions.`,
    first_to: (rounds, { target }) =>
      `**First to ${target}**: whoever gets to ${target} points first wins. Up to ${rounds} questions.`,
  },
  howTo: (seconds) =>
    `Press a button: your first answer counts and nobody else sees it. You have ${seconds} s a question, and a little more to read it. Speed and streaks earn more; a hint halves the points.`,
  theme: 'Theme',
  anyTheme: 'films from everywhere',
  themeDecade: (decade) => `the ${decade}s`,
  themeDifficulty: { 1: 'easy', 2: 'medium', 3: 'hard' },
  themeLanguage: (language) => `films in ${language}`,
  themeSaga: (name) => `Series: ${name}`,
  themePerson: (name) => `Person: ${name}`,
  themeFilmsOf: (person) => `films of ${person}`,
  kinds: {
    director: 'who directed it',
    directed_film: 'what they directed',
    cast: 'who is in it',
    character: 'who plays whom',
    co_stars: 'who acts with whom',
    cast_ladder: 'the cast, name by name',
    year: 'what year it is from',
    came_first: 'which came first',
    earned_more: 'which earned more',
    odd_one_out: 'the one not of the series',
    collection_order: 'the order of a series',
    original_language: 'the original language',
    spanish_title: 'the Spanish title',
    overview: 'what it is about',
    keywords: 'the keywords',
    tagline: 'the tagline',
  },
  pool: (questions) => `${questions} possible questions`,
  teamNames: {
    corleone: 'The Corleones',
    rebels: 'The Rebels',
    hobbits: 'The Hobbits',
    goonies: 'The Goonies',
    ghostbusters: 'The Ghostbusters',
    gremlins: 'The Gremlins',
    minions: 'The Minions',
    replicants: 'The Replicants',
    incredibles: 'The Incredibles',
    tenenbaums: 'The Tenenbaums',
    toys: 'The Toys',
    pirates: 'The Pirates',
  },
  teamRules:
    '**Teams**: choose yours with a button. At each question a team earns the mean of the members who answered, so a member who leaves costs it nothing. I even the teams out at the start; latecomers join the smallest.',
  nobodyYet: 'nobody yet',
  anyTeam: '🎲 Where I am needed',
  dealTeams: '🔀 Deal out',
  start: '▶️ Start',
  next: '▶️ Next',
  beginsAt: (person, time) => `⏳ It starts ${time}, or when ${person} presses **Start**.`,
  hostRules: (person, minutes) =>
    `**With a host**: ${person} opens each question. After ${minutes} minutes without that, I go on by myself to the end.`,
  hostOpens: (person, time) => `▶️ ${person} opens the next one. If not, I go on: ${time}`,
  called: 'Here comes the next one.',
  onlyHost: 'The person who started the game opens the next question.',
  onlyHostDeals: 'The person who started the game deals out the teams.',
  alreadyOpen: 'That question is out already.',
  yourTeam: (team) => `You play for ${team}.`,
  teamsPlay: 'The teams are playing already.',
  gameGone: 'That game is over.',

  serversOnly: 'For trivia I must be in the server: invite me, bot included, and we will put on a show.',
  oneGame: (place) => `There is a game in ${place} already. We can start another when it ends.`,
  tooManyGames: (most) =>
    `This server has ${most} games under way already, and I cannot run more. We can start another when one ends.`,
  onlyManagers: 'In this server, only people who manage it can start games.',
  cannotPost:
    'I cannot post the questions in this channel. I need permission to view it, send messages and embed links.',
  noQuestions: 'I have no questions on that theme. Try a broader genre, decade or language.',
  noTheme: (typed) =>
    `I find “${typed}” among no series, people or decades. Type some letters in \`theme\` and choose from the list.`,
  tooFewFilms: (theme, films, rounds, fewest) => {
    const there = films === 1 ? 'one film only' : `${films} films`;
    const advice = films < fewest ? `It takes ${fewest}: try another theme.` : `Try \`rounds: ${films}\`.`;
    return `On “${theme}” I have questions about ${there}, and a game of ${rounds} repeats none. ${advice}`;
  },
  noGame: 'No game is under way here.',
  notYours: 'Only the person who started the game, or someone who manages the server, can stop it.',
  stopping: 'Done: I am closing the game and showing the table.',
};
