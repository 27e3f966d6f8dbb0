import type { Language } from '../../command.ts';

/** Every word about a change of the data, in both languages. What one language lacks does not compile. */
const es = {
  notYours: 'Recargar los datos es solo para quienes operan el bot, en su servidor.',
  notYourButton: 'Ese botón es de quien pidió el cambio.',
  data: 'Los datos',
  live: 'En uso',
  before: 'La de antes',
  none: 'ninguna',
  atHand: 'A mano',
  versionLine: (version: string, date: string, films: string) =>
    `\`${version}\` · ${date} · ${films} películas`,
  lastRun: 'Última corrida del ETL',
  runLine: (version: string, seconds: string, rows: string, rejected: string) =>
    `\`${version}\`: tomó ${seconds} s, leyó ${rows} filas y rechazó ${rejected}`,
  running: (seconds: string, step: string) => `En marcha desde hace ${seconds} s: \`${step}\``,
  failed: (reason: string) => `La última que pedí no terminó: \`${reason}\``,

  wouldChange: '¿Cambio los datos?',
  fromTo: (live: string, candidate: string) => `De \`${live}\` a \`${candidate}\`, que pasó las revisiones.`,
  films: 'Películas',
  entering: (films: string, which: string) => `Nuevas: **${films}** · ${which}`,
  leaving: (films: string, which: string) => `Se van: **${films}** · ${which}`,
  andMore: (films: string) => `y ${films} más`,
  sameFilms: 'Las mismas.',
  tables: 'Filas que cambian',
  sameTables: 'Ninguna tabla cambia de tamaño.',
  directors: 'Directores con otras cifras',
  directorLine: (name: string, films: string, success: string) =>
    `**${name}** · películas: ${films} · éxito: ${success}`,
  sameDirectors: 'Ninguno.',
  apply: 'Cambiar los datos',

  applied: (live: string, before: string) =>
    `Listo: ahora respondo con \`${live}\`. Con \`/recargar deshacer\` vuelvo a \`${before}\`.`,
  refused: (version: string, reason: string, live: string) =>
    `No puedo usar \`${version}\`; sigo con \`${live}\`. Motivo: \`${reason}\``,
  movedOn: (live: string) =>
    `Mientras tanto los datos ya cambiaron: ahora uso \`${live}\`. Pídeme el cambio otra vez.`,
  alreadyLive: (version: string) => `Ya estoy usando \`${version}\`.`,
  nothingBefore: 'No tengo a mano una versión anterior a la que volver.',
  unknown: (version: string, known: string) => `No hay ninguna versión \`${version}\`. Hay: ${known}.`,
  etlBusy: (seconds: string, step: string) =>
    `Ya hay una corrida del ETL en marcha: lleva ${seconds} s y va por \`${step}\`.`,
  etlFailed: (reason: string, live: string) =>
    `El ETL no terminó; sigo con \`${live}\`. Motivo: \`${reason}\``,
  etlStopped: 'El ETL se detuvo porque me voy. Nada cambió.',
};

const en: typeof es = {
  notYours: 'Reloading the data is for those who operate the bot alone, in their server.',
  notYourButton: 'That button belongs to whoever asked for the change.',
  data: 'The data',
  live: 'Live',
  before: 'The one before',
  none: 'none',
  atHand: 'At hand',
  versionLine: (version, date, films) => `\`${version}\` · ${date} · ${films} films`,
  lastRun: 'Last run of the ETL',
  runLine: (version, seconds, rows, rejected) =>
    `\`${version}\`: took ${seconds} s, read ${rows} rows and refused ${rejected}`,
  running: (seconds, step) => `Under way for ${seconds} s: \`${step}\``,
  failed: (reason) => `The last one I was asked for did not finish: \`${reason}\``,

  wouldChange: 'Shall I change the data?',
  fromTo: (live, candidate) => `From \`${live}\` to \`${candidate}\`, which passed its checks.`,
  films: 'Films',
  entering: (films, which) => `New: **${films}** · ${which}`,
  leaving: (films, which) => `Gone: **${films}** · ${which}`,
  andMore: (films) => `and ${films} more`,
  sameFilms: 'The same ones.',
  tables: 'Rows that change',
  sameTables: 'No table changes its size.',
  directors: 'Directors with other figures',
  directorLine: (name, films, success) => `**${name}** · films: ${films} · success: ${success}`,
  sameDirectors: 'None.',
  apply: 'Change the data',

  applied: (live, before) =>
    `Done: I now answer from \`${live}\`. \`/reload undo\` takes me back to \`${before}\`.`,
  refused: (version, reason, live) =>
    `I cannot use \`${version}\`; \`${live}\` stays live. Reason: \`${reason}\``,
  movedOn: (live) => `The data have changed meanwhile: \`${live}\` is live now. Ask me for the change again.`,
  alreadyLive: (version) => `\`${version}\` is live already.`,
  nothingBefore: 'I have no version before this one at hand.',
  unknown: (version, known) => `There is no version \`${version}\`. There are: ${known}.`,
  etlBusy: (seconds, step) =>
    `A run of the ETL is under way already: ${seconds} s so far, now at \`${step}\`.`,
  etlFailed: (reason, live) => `The ETL did not finish; \`${live}\` stays live. Reason: \`${reason}\``,
  etlStopped: 'The ETL was stopped, for I am leaving. Nothing changed.',
};

export const words: Record<Language, typeof es> = { es, en };
