// Replies about one film: its card, score, votes and runtime.

export const es = {
  scoreOf: (score: string, votes: string, one: boolean) =>
    `**${score}** / 10\n${votes} ${one ? 'voto' : 'votos'}`,
  noVotesYet: 'Aún sin votos',
  meanVote: 'Promedio',
  enoughVotes: (votes: string, score: string) =>
    `La valoraron **${votes}** personas y su promedio es **${score}** de 10.`,
  tooFewVotes: (votes: string, needed: string, one: boolean) =>
    `Tiene ${one ? `solo **${votes}** voto` : `**${votes}** votos`}. Hacen falta al menos **${needed}** para que su promedio diga algo.`,
  otherTitle: (found: string, shown: string) => `«${found}» es ${shown}.`,
  runtime: 'Duración',
  released: (date: string) => `Estreno: ${date}`,
  directedBy: 'Dirección',
  cast: 'Reparto',
  openCast: 'Elige a alguien del reparto',
  role: {
    voice: (name: string) =>
      name === '' ? 'voz' : `voz de ${name}`.replace('voz de narración', 'narración'),
    singing: (name: string) => (name === '' ? 'voz en las canciones' : `voz de ${name} en las canciones`),
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
  inEnglish: '(en inglés)',
  seePicks: 'Parecidas',
  seeDirector: (name: string) => `Cine de ${name}`,
  seeSaga: (name: string) => `Saga ${name}`,
};

export const en: typeof es = {
  scoreOf: (score, votes, one) => `**${score}** / 10\n${votes} ${one ? 'vote' : 'votes'}`,
  noVotesYet: 'No votes yet',
  meanVote: 'Mean',
  enoughVotes: (votes, score) => `**${votes}** people rated it, **${score}** out of 10 on average.`,
  tooFewVotes: (votes, needed, one) =>
    `It has ${one ? `only **${votes}** vote` : `**${votes}** votes`}. It takes at least **${needed}** for the mean to say something.`,
  otherTitle: (found, shown) => `“${found}” is ${shown}.`,
  runtime: 'Runtime',
  released: (date) => `Released ${date}`,
  directedBy: 'Directed by',
  cast: 'Cast',
  openCast: 'Choose someone from the cast',
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
  inEnglish: '',
  seePicks: 'Films like it',
  seeDirector: (name) => `Films by ${name}`,
  seeSaga: (name) => `${name} series`,
};
