import type { EndReason } from '../game/game.ts';

/** The sentences of the end of a game, of rankings and of profiles. */
export const es = {
  over: 'Se encienden las luces',
  winner: (person: string) => `🏆 ¡Gana ${person}!`,
  winningTeam: (team: string) => `🏆 ¡Ganan ${team}!`,
  tie: (people: string) => `🏆 Empatan ${people}`,
  noWinner: 'Esta vez nadie sumó puntos.',
  nobodySurvived: '💀 Nadie sobrevivió.',
  ends: {
    played: 'Esas fueron todas las preguntas.',
    won: 'Ya hay ganador.',
    idle: 'Dos preguntas sin respuesta: la sala quedó vacía y cierro la función.',
    stopped: 'La partida se detuvo antes del final.',
    used_up: 'No me quedan preguntas de este tema.',
    muted: 'Cerré la partida porque ya no puedo escribir en ese canal.',
    left: 'La partida se cerró porque salí del servidor.',
    broken: 'La partida se cerró por un fallo mío. Los puntos quedaron guardados.',
  } as Record<EndReason, string>,
  endedBefore: {
    muted: 'La partida anterior la cerré porque ya no podía escribir en su canal.',
    broken: 'La partida anterior se cerró por un fallo mío. Sus puntos quedaron guardados.',
  },
  playAgain: 'Jugar otra',

  ranking: {
    hoy: 'últimas 24 horas',
    semana: 'últimos 7 días',
    mes: 'últimos 30 días',
    siempre: 'desde siempre',
  } as Record<string, string>,
  rankingHere: 'Ranking del servidor',
  rankingEverywhere: 'Ranking entre servidores',
  rankingEmpty: 'Todavía no hay puntos. Estrena la tabla con `/trivia jugar`.',
  rankingLine: (points: string, right: string, answers: string) =>
    `**${points}** pts · acertó ${right} de ${answers}`,
  onlyThoseWhoAgreed: 'Aparece solo quien lo pidió con /trivia compartir.',
  shared: 'Listo: apareces en el ranking entre servidores con tu nombre de Discord.',
  unshared: 'Listo: ya no apareces en el ranking entre servidores.',
  profile: 'Tu trivia en este servidor',
  profileEmpty: 'Aún no has jugado aquí. Empieza con `/trivia jugar`.',
  profileTotal: (points: string, right: string, answers: string, share: string) =>
    `**${points}** puntos · acertaste ${right} de ${answers} (${share})`,
  bestStreak: 'Mejor racha',
  inARow: (streak: number) => (streak === 1 ? '1 acierto' : `${streak} aciertos seguidos`),
  fastestEver: 'Respuesta más rápida',
  byGenre: 'Por género',
  byDecade: 'Por década',
  decade: (decade: number) => `años ${decade}`,
};

export const en: typeof es = {
  over: 'The lights come up',
  winner: (person) => `🏆 ${person} wins!`,
  winningTeam: (team) => `🏆 ${team} win!`,
  tie: (people) => `🏆 A tie: ${people}`,
  noWinner: 'Nobody scored this time.',
  nobodySurvived: '💀 Nobody survived.',
  ends: {
    played: 'That was every question.',
    won: 'We have a winner.',
    idle: 'Two questions without an answer: the house is empty, so the show is over.',
    stopped: 'The game was stopped before its end.',
    used_up: 'I am out of questions on this theme.',
    muted: 'I closed the game because I can no longer write in that channel.',
    left: 'The game was closed because I left the server.',
    broken: 'The game was closed by a fault of mine. The points are safe.',
  },
  endedBefore: {
    muted: 'I closed the game before this one because I could no longer write in its channel.',
    broken: 'The game before this one was closed by a fault of mine. Its points are safe.',
  },
  playAgain: 'Play again',

  ranking: { hoy: 'last 24 hours', semana: 'last 7 days', mes: 'last 30 days', siempre: 'all time' },
  rankingHere: 'Ranking of this server',
  rankingEverywhere: 'Ranking across servers',
  rankingEmpty: 'No points yet. Open the table with `/trivia play`.',
  rankingLine: (points, right, answers) => `**${points}** pts · ${right} of ${answers} right`,
  onlyThoseWhoAgreed: 'Only people who asked for it with /trivia share are shown.',
  shared: 'Done: you are in the ranking across servers, under your Discord name.',
  unshared: 'Done: you are no longer in the ranking across servers.',
  profile: 'Your trivia in this server',
  profileEmpty: 'You have not played here yet. Start with `/trivia play`.',
  profileTotal: (points, right, answers, share) =>
    `**${points}** points · ${right} of ${answers} right (${share})`,
  bestStreak: 'Best streak',
  inARow: (streak) => (streak === 1 ? '1 right answer' : `${streak} in a row`),
  fastestEver: 'Fastest answer',
  byGenre: 'By genre',
  byDecade: 'By decade',
  decade: (decade) => `${decade}s`,
};
