// The queries behind an answer.

export const es = {
  seeQueries: 'Ver consulta',
  queries: 'La consulta detrás de esta respuesta',
  queryTotals: (queries: string, rows: string, ms: string) =>
    `Consultas: ${queries} · Filas leídas: ${rows} · Tiempo: ${ms} ms`,
  queryRows: (rows: string, one: boolean, ms: string) => `${rows} ${one ? 'fila' : 'filas'}, ${ms} ms`,
  queryCached: 'ya leída antes, en memoria',
  queriesInFile: 'Es larga: va completa en el archivo.',
  queriesFile: 'consulta.sql',
  queriesAlt: 'El texto de la consulta, con sus parámetros',
  queriesFooter: (version: string) => `La acabo de repetir · Versión de los datos: ${version}`,
};

export const en: typeof es = {
  seeQueries: 'See the query',
  queries: 'The query behind this answer',
  queryTotals: (queries, rows, ms) => `Queries: ${queries} · Rows read: ${rows} · Time: ${ms} ms`,
  queryRows: (rows, one, ms) => `${rows} ${one ? 'row' : 'rows'}, ${ms} ms`,
  queryCached: 'read before, in memory',
  queriesInFile: 'It is long: the whole text is in the file.',
  queriesFile: 'query.sql',
  queriesAlt: 'The text of the query, with its parameters',
  queriesFooter: (version) => `I have just run it again · Version of the data: ${version}`,
};
