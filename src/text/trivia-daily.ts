/** The sentences of the question of the day. */
export const es = {
  daily: {
    title: 'Pregunta del día',
    answerTitle: 'La respuesta del día',
    howTo: 'Responde con un botón: vale tu primera respuesta y nadie más la ve.',
    waiting: 'Mientras siga abierta, las consultas que podrían revelarla esperan.',
    haveAnswered: (people: string, one: boolean) => `${people} ya ${one ? 'respondió' : 'respondieron'}`,
    right: (right: string, answers: string) => `Acertaron **${right}** de ${answers}.`,
    streaks: 'Rachas',
    days: (days: string, one: boolean) => (one ? '1 día' : `${days} días seguidos`),
    setting: 'Pregunta del día',
    off: 'apagada (`/ajustes pregunta` la enciende)',
    on: (hour: number, hours: number, zone: string, channel: string) =>
      `a las ${hour}:00 (${zone}) en ${channel}; queda abierta ${hours} h`,
    muted: (channel: string) => `apagada, porque ya no podía escribir en ${channel}`,
  },
};

export const en: typeof es = {
  daily: {
    title: 'Question of the day',
    answerTitle: 'The answer of the day',
    howTo: 'Press a button: your first answer counts and nobody else sees it.',
    waiting: 'While it is open, look-ups that could give it away have to wait.',
    haveAnswered: (people, one) => `${people} ${one ? 'has' : 'have'} answered`,
    right: (right, answers) => `**${right}** of ${answers} got it right.`,
    streaks: 'Streaks',
    days: (days, one) => (one ? '1 day' : `${days} days in a row`),
    setting: 'Question of the day',
    off: 'off (`/settings question` turns it on)',
    on: (hour, hours, zone, channel) => `at ${hour}:00 (${zone}) in ${channel}; stays open for ${hours} h`,
    muted: (channel) => `off, because I could no longer write in ${channel}`,
  },
};
