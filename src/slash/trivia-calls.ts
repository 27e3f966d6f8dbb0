import { QUESTION_KINDS } from '../game/question.ts';
import { gameText } from '../text/game.ts';
import { declare, token, unlisted } from './calls.ts';
import { anyLanguageOption, decadeOption, genreOption } from './options.ts';

/** The signatures of a game: its start and its buttons. */

export const playCall = declare({
  name: 'trivia jugar',
  english: 'play',
  es: 'Abre una partida de trivia de cine para todo el canal',
  en: 'Start a game of film trivia for the whole channel',
  options: {
    rondas: {
      type: 'integer',
      english: 'rounds',
      es: 'Cuántas preguntas: de 5 a 50',
      en: 'How many questions: 5 to 50',
      min: 5,
      max: 50,
    },
    modo: {
      type: 'string',
      english: 'mode',
      es: 'Cómo se gana',
      en: 'How it is won',
      choices: [
        { value: 'classic', es: 'clásico: más puntos', en: 'classic: most points' },
        { value: 'survival', es: 'supervivencia: quien falla sale', en: 'survival: miss and you are out' },
        { value: 'first_to', es: 'primero a N puntos', en: 'first to N points' },
      ],
    },
    meta: {
      type: 'integer',
      english: 'target',
      es: 'Los puntos que ganan en «primero a N»',
      en: 'The points that win in “first to N”',
      min: 200,
      max: 10_000,
    },
    vidas: {
      type: 'integer',
      english: 'lives',
      es: 'Vidas en supervivencia: de 1 a 5',
      en: 'Lives in survival: 1 to 5',
      min: 1,
      max: 5,
    },
    equipos: {
      type: 'integer',
      english: 'teams',
      es: 'En cuántos equipos: de 2 a 4',
      en: 'In how many teams: 2 to 4',
      min: 2,
      max: 4,
    },
    anfitrion: {
      type: 'boolean',
      english: 'host',
      es: 'Abres tú cada pregunta',
      en: 'You open each question',
    },
    tema: {
      type: 'string',
      english: 'theme',
      es: 'Una saga, una persona o una década: escribe unas letras',
      en: 'A series, a person or a decade: type some letters',
      autocomplete: true,
    },
    genero: genreOption,
    decada: decadeOption,
    idioma: anyLanguageOption,
    dificultad: {
      type: 'integer',
      english: 'difficulty',
      es: 'Qué tan difíciles son las preguntas',
      en: 'How hard the questions are',
      choices: [
        { value: 1, es: 'fácil', en: 'easy' },
        { value: 2, es: 'intermedia', en: 'medium' },
        { value: 3, es: 'difícil', en: 'hard' },
      ],
    },
    tipo: {
      type: 'string',
      english: 'kind',
      es: 'Solo este tipo de pregunta',
      en: 'Only this kind of question',
      choices: QUESTION_KINDS.map((value) => ({
        value,
        es: gameText.es.kinds[value],
        en: gameText.en.kinds[value],
      })),
    },
  },
});

export const pickCall = declare({
  ...unlisted('responder', 'Answers a question'),
  options: {
    ronda: token('ronda', 'The token of a round'),
    opcion: {
      type: 'integer',
      english: 'opcion',
      es: 'Which option',
      en: 'Which option',
      min: 0,
      required: true,
    },
  },
});

export const voteCall = declare({
  ...unlisted('votar', 'Votes for a hint or a skip'),
  options: {
    ronda: token('ronda', 'The token of a round'),
    voto: {
      ...token('voto', 'What for'),
      choices: [
        { value: 'hint', es: 'hint', en: 'hint' },
        { value: 'skip', es: 'skip', en: 'skip' },
      ],
    },
  },
});

export const repeatCall = declare({
  ...unlisted('repetir', 'Starts the same game again'),
  options: { partida: token('partida', 'Which game') },
});

export const joinCall = declare({
  ...unlisted('equipo', 'Puts a person into a team, by default the smallest'),
  options: {
    partida: token('partida', 'Which game'),
    equipo: { type: 'integer', english: 'equipo', es: 'Which team', en: 'Which team', min: 0 },
  },
});

export const dealCall = declare({
  ...unlisted('repartir', 'Deals the members of all teams out by chance'),
  options: { partida: token('partida', 'Which game') },
});

export const nextCall = declare({
  ...unlisted('siguiente', 'Opens the question after a round'),
  options: {
    partida: token('partida', 'Which game'),
    ronda: {
      type: 'integer',
      english: 'ronda',
      es: 'After which round',
      en: 'After which round',
      min: 0,
      required: true,
    },
  },
});
