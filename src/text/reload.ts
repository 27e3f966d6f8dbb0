import type { Language } from '../contract/call.ts';

/** The sentences of /recargar in both languages; a missing sentence does not compile. */
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
  lastRunLine: (version: string, seconds: string, rows: string, rejected: string) =>
    `\`${version}\`: tomó ${seconds} s, leyó ${rows} filas y rechazó ${rejected}`,
  running: (run: string) => `En marcha: ${run}`,
  failures: {
    failed: (since: string, reason: string) => `La que empezó el ${since} no terminó: \`${reason}\``,
    killed: (since: string, signal: string) =>
      `A la que empezó el ${since} la cerró el sistema (${signal}); suele ser por falta de memoria.`,
    stopped: (since: string) => `La que empezó el ${since} se detuvo antes de terminar.`,
    'cut off': (since: string) => `La que empezó el ${since} quedó cortada: me reinicié a la mitad.`,
  },

  etlUnderWay: 'Preparo los datos nuevos',
  thenCompared: 'Al terminar te muestro aquí qué cambiaría; nada cambia hasta que lo confirmes.',
  runLine: (percent: string, step: string, seconds: string) => `**${percent}%** · ${step} · ${seconds} s`,
  reading: (file: string) => `leyendo \`${file}\``,
  making: (table: string) => `armando la tabla \`${table}\``,
  steps: {
    '': 'arrancando',
    read: 'leyendo los archivos',
    recommendations: 'calculando las recomendaciones',
    'recommendation lists': 'ordenando las recomendaciones',
    checks: 'revisando los datos',
    write: 'escribiendo los archivos',
    names: 'preparando la búsqueda de nombres',
    graph: 'uniendo películas y personas',
    descriptions: 'preparando la búsqueda por descripción',
  } as Record<string, string>,
  comparing: (version: string) => `Reviso \`${version}\` y la comparo con los datos en uso…`,
  applying: (version: string) => `Cambio los datos por los de \`${version}\`…`,
  loses: (films: string, of: string, share: string, one: boolean) =>
    `⚠️ **Ojo: se ${one ? 'iría' : 'irían'} ${films} de ${of} películas (${share}).** Revisa los archivos de origen antes de confirmar.`,

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
  etlBusy: (run: string) => `Ya hay una corrida del ETL en marcha: ${run}.`,
  etlFailed: (reason: string, live: string) =>
    `El ETL no terminó; sigo con \`${live}\`. Motivo: \`${reason}\``,
  etlKilled: (signal: string, live: string) =>
    `El sistema cerró el ETL antes de que terminara (${signal}); suele ser por falta de memoria. Sigo con \`${live}\`.`,
  etlStopped: 'El ETL se detuvo porque me voy. Nada cambió.',
  unwritable: (reason: string, live: string) =>
    `No puedo escribir en la carpeta de los datos, así que nada cambió; sigo con \`${live}\`. Motivo: \`${reason}\``,
};

const en: typeof es = {
  notYours: 'Only the operators of the bot can reload the data, in their server.',
  notYourButton: 'Only the person who asked for the change can use that button.',
  data: 'The data',
  live: 'Live',
  before: 'Previous',
  none: 'none',
  atHand: 'At hand',
  versionLine: (version, date, films) => `\`${version}\` · ${date} · ${films} films`,
  lastRun: 'Last run of the ETL',
  lastRunLine: (version, seconds, rows, rejected) =>
    `\`${version}\`: took ${seconds} s, read ${rows} rows and refused ${rejected}`,
  running: (run) => `Under way: ${run}`,
  failures: {
    failed: (since, reason) => `The one begun on ${since} did not finish: \`${reason}\``,
    killed: (since, signal) =>
      `The one begun on ${since} was ended by the system (${signal}), usually for lack of memory.`,
    stopped: (since) => `The one begun on ${since} was stopped before it was done.`,
    'cut off': (since) => `The one begun on ${since} was cut off: I was restarted halfway.`,
  },

  etlUnderWay: 'Preparing the new data',
  thenCompared: 'When it is done I show here what would change; nothing changes until you confirm.',
  runLine: (percent, step, seconds) => `**${percent}%** · ${step} · ${seconds} s`,
  reading: (file) => `reading \`${file}\``,
  making: (table) => `making the table \`${table}\``,
  steps: {
    '': 'starting',
    read: 'reading the files',
    recommendations: 'computing the recommendations',
    'recommendation lists': 'sorting the recommendations',
    checks: 'checking the data',
    write: 'writing the files',
    names: 'preparing the search for names',
    graph: 'linking films and people',
    descriptions: 'preparing the search by description',
  },
  comparing: (version) => `Checking \`${version}\` and comparing it with the live data…`,
  applying: (version) => `Changing the data to \`${version}\`…`,
  loses: (films, of, share) =>
    `⚠️ **Careful: ${films} of ${of} films (${share}) would be gone.** Check the source files before you confirm.`,

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
  etlBusy: (run) => `A run of the ETL is under way already: ${run}.`,
  etlFailed: (reason, live) => `The ETL did not finish; \`${live}\` stays live. Reason: \`${reason}\``,
  etlKilled: (signal, live) =>
    `The system ended the ETL before it was done (${signal}), usually for lack of memory. \`${live}\` stays live.`,
  etlStopped: 'The ETL was stopped, for I am leaving. Nothing changed.',
  unwritable: (reason, live) =>
    `I cannot write to the folder of the data, so nothing changed; \`${live}\` stays live. Reason: \`${reason}\``,
};

export const reloadText: Record<Language, typeof es> = { es, en };
