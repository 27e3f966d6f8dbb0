import type { en } from './en.ts';
import {
  type FaultWords,
  faultWords,
  MAX_COLUMNS,
  MAX_FAULTS,
  number,
  quote,
  type RefusedWords,
} from './quote.ts';

/** "a, b y c" */
const list = (items: readonly string[]) => new Intl.ListFormat('es').format(items);

const fault = (one: FaultWords) =>
  `${faultWords(one)}${one.at === undefined ? '' : ` (carácter ${one.at + 1} de la celda)`}`;

function faultsText(faults: RefusedWords['faults']): string {
  const listed = faults.slice(0, MAX_FAULTS).map(({ fault: one, rows, first }) => {
    const where = rows === 1 ? `fila ${first}` : `${number(rows)} filas, la primera es la ${first}`;
    return `${fault(one)} (${where})`;
  });
  const more = faults.length - listed.length;
  return `${listed.join('; ')}${more > 0 ? `; y ${more} clases más de fallos` : ''}`;
}

function columnList(names: readonly string[]): string {
  const listed = names.slice(0, MAX_COLUMNS).map((name) => quote(name));
  return `${listed.join(', ')}${names.length > listed.length ? ` y ${names.length - listed.length} más` : ''}`;
}

const refusedText = ({ rows, rejected, stopped }: RefusedWords) =>
  stopped
    ? `se rechazaron al menos ${number(rejected)} de las primeras ${number(rows)} filas`
    : `se rechazaron ${number(rejected)} de ${number(rows)} filas`;

/** The option that a message of Node's parseArgs names. */
const optionIn = (message: string) => /'[^']+'/u.exec(message)?.[0] ?? message;

/** The sentences of the ETL in Spanish. */
export const es: typeof en = {
  usage:
    'uso: npm run etl -- [--from CARPETA] [--to CARPETA] [--report ARCHIVO] [--max-rejects PORCENTAJE] [--texts ARCHIVO] [--ratings ARCHIVO] [--keep-current] [--quiet]\n' +
    '  --from         carpeta de los archivos de origen (RAW_DIR, o data/raw; si no hay, data/sample)\n' +
    '  --to           carpeta de las versiones publicadas (PARQUET_DIR, o data/parquet)\n' +
    '  --report       archivo que recibe el manifiesto y el informe en JSON\n' +
    '  --max-rejects  qué parte de las filas de un archivo se puede rechazar, en porcentaje (1)\n' +
    '  --texts        nuestros títulos y sinopsis en español (data/textos_es.csv)\n' +
    '  --ratings      votos de MovieLens (ratings_small.csv de la carpeta, o ratings.csv); necesita links.csv\n' +
    '  --keep-current publica sin cambiar la versión en uso\n' +
    '  --quiet        muestra solo avisos y errores y, en una terminal, una barra de avance',
  badOption: (message) => `No entiendo la opción ${optionIn(message)}. Prueba --help.`,
  badPercent: (value) => `--max-rejects: ${quote(value)} no es un número de 0 a 100. Prueba --max-rejects 1.`,
  noRaw: (folders) =>
    `No hay archivos de origen en ${folders}. Pon ahí movies_metadata.csv y credits.csv, o indica otra carpeta con --from.`,

  noFolder: (folder) =>
    `La carpeta ${folder} no existe. Indica con --from dónde están los archivos de origen.`,
  notFolder: (path) =>
    `${path} es un archivo, no una carpeta. Indica con --from la carpeta de los archivos de origen.`,
  noFile: (folder, names, advice) =>
    `${names.join(' o ')} (tal cual o en .gz) no está en ${folder}. ${advice.length > 0 ? `${advice.join(' ')} O ponlo` : 'Ponlo'} ahí, o indica otra carpeta con --from.`,
  renameIt: (file, name) =>
    `El archivo ${quote(file)} tiene las columnas que hacen falta: cámbiale el nombre a ${name}.`,
  unpackIt: (file) => `Está el archivo comprimido ${quote(file)}: descomprímelo.`,
  saveAsCsv: (file, name) =>
    `Está el archivo ${quote(file)}: si tiene esta tabla, guárdalo como CSV en UTF-8 con el nombre ${name}.`,
  inSubfolder: (folder, name) => `${name} está en ${folder}: indica esa carpeta con --from.`,
  usingSample: (folder, advice) =>
    `En ${folder} no está ninguno de los archivos de origen, así que uso la muestra. ${advice.join(' ')}`,
  optionalMissing: (name, advice) => `No encontré ${name}. ${advice.join(' ')}`,
  noPeople: (folder) =>
    `En ${folder} faltan los votos o links.csv. Ponlos ahí, o indica otra carpeta con --from.`,
  badCount: (name, value) => `--${name} ${value} no es un número entero mayor que 0.`,
  badEvaluateOption: (message) =>
    `No entiendo la opción ${optionIn(message)}.\n` +
    'uso: npm run evaluate -- [--from CARPETA] [--gold ARCHIVO.csv …] [--pairs ARCHIVO.tsv …] [--halves N | --ratings ARCHIVO [--links ARCHIVO]]\n' +
    '     npm run evaluate -- [--from CARPETA] --panel PELÍCULAS [--seed N] [--to CARPETA]\n' +
    '     npm run evaluate -- --panel-scores ARCHIVO.tsv [--panel-scores ARCHIVO.tsv …] [--panel-key ARCHIVO.tsv]',
  noRatingsWithin: (file) =>
    `${file} no tiene ningún voto de una película del catálogo. Revisa su movieId contra links.csv, o indica otro archivo.`,
  withoutRatings: (file) =>
    `${file} no tiene ningún voto de una película del catálogo, así que las recomendaciones se hacen sin votos. Revisa su movieId contra links.csv.`,
  badRating: (file, row, rating) => `${file}, fila ${row}: el juicio "${rating}" no es OK ni NOT_OK.`,
  noPairs: (file, rows) =>
    `${file}: muy pocos de los ${rows} pares dan con películas como para comparar OK con NOT_OK. Revisa los títulos y los años.`,
  badGold: (file, row) =>
    `${file}, fila ${row}: seed y rec tienen que ser dos ids de TMDB, y weight un número mayor que 0.`,
  noGold: (file) =>
    `${file}: ningún seed tiene tres películas esperadas que estén en el catálogo. Revisa que seed y rec sean ids de TMDB.`,
  badScore: (file, row, score) =>
    `${file}, fila ${row}: la nota ${quote(score)} no es 0, 1, 2 ni está vacía.`,
  notInKey: (file, row, pair) =>
    `${file}, fila ${row}: la película y la elegida ${pair} no están en la clave. Indica la clave de este panel con --panel-key.`,
  noScores: (file) => `${file} no tiene notas. Escribe 0, 1 o 2 en su columna score.`,
  noRatings: (file) => `El archivo de votos ${file} no existe. Indica otro con --ratings.`,
  unreadable: (file, code) => `No se puede leer ${file} (${code}). Revisa sus permisos.`,
  empty: (file) => `${file} está vacío. Descárgalo de nuevo.`,
  headerOnly: (file) => `${file} tiene encabezado y ninguna fila. Descárgalo de nuevo.`,
  notCsv: (file, what) => `${file} es ${what}, no un CSV. Guárdalo o descomprímelo como CSV.`,
  headerNotText: (file) =>
    `${file}, fila 0 (el encabezado): no es texto en UTF-8, así que no es un CSV. Revisa el archivo.`,
  badHeader: (file, causes, names) =>
    `${file}, fila 0 (el encabezado): ${causes.join('; ')}. Sus columnas son ${columnList(names)}. Corrige el encabezado, o descarga el archivo de nuevo.`,
  notThisCsv: (first) => `empieza con ${quote(first)} y no tiene ninguna de las columnas esperadas`,
  noColumns: (groups) =>
    `${groups.length === 1 ? 'falta la columna' : 'faltan las columnas'} ${list(groups.map((names) => names.join(' o ')))}`,
  columnsTwice: (names) =>
    `${names.length === 1 ? 'está repetida la columna' : 'están repetidas las columnas'} ${list(names)}`,
  looksLike: (kind) => `tiene las columnas de ${kind}`,
  columnsBlank: (file, names) => `${file} no tiene la columna ${list(names)}: queda vacía en cada fila.`,
  encoded: (file, encoding) => `${file} no está en UTF-8: se leyó como ${encoding}.`,
  gzipCut: (file, rows) =>
    `${file}, después de la fila ${number(rows)}: los datos de gzip se cortan antes de tiempo. Descarga el archivo de nuevo.`,
  gzipBroken: (file, rows) =>
    `${file}, después de la fila ${number(rows)}: los datos de gzip están dañados. Descarga el archivo de nuevo.`,
  quoteNotClosed: (file, row) =>
    `${file}, fila ${row}: ahí se abren comillas que nunca se cierran. Repara la fila, o descarga el archivo de nuevo.`,
  tooManyRejects: (file, refused, allowed) =>
    `${file}: ${refusedText(refused)}, más del ${allowed} %. ` +
    `${faultsText(refused.faults)}. Repáralas, o permite más con --max-rejects.`,
  noFilms: (file, refused) =>
    `${file}: ninguna fila es una película válida. ${refused.rejected === 0 ? 'Todas sus filas están vacías' : `${refusedText(refused)}: ${faultsText(refused.faults)}`}. Revisa el archivo.`,
  notUtf8: 'no está en UTF-8',
  zeroByte: 'contiene un byte cero',

  noTitle: 'no es un título, y original_title tampoco tiene uno',
  notWhole: 'no es un número entero',
  notNumber: 'no es un número',
  notPlainNumber: 'no es un número escrito solo con dígitos',
  outOfRange: (max) =>
    max === Number.MAX_SAFE_INTEGER ? 'es menor que 0 o demasiado grande' : `no está entre 0 y ${max}`,
  noId: 'no es un id de TMDB',
  notDate: 'no es una fecha (YYYY-MM-DD)',
  dayOrMonth: 'es ambigua: ¿va antes el día o el mes? Escribe YYYY-MM-DD',
  farYear: (first, last) => `no es una fecha de ${first} a ${last}`,
  notTruth: 'no es True ni False',
  notList: 'no es una lista de diccionarios',
  notDict: 'no es un diccionario',
  notText: (key) => `no es un texto (en '${key}')`,
  notId: (key) => `no es un número entero de 0 a 2147483647 (en '${key}')`,
  badLiteral: (message) => `no es una lista ni un diccionario: ${message}`,
  strayQuote: 'hay comillas en medio de un campo',
  cutAfterOverview: 'la fila termina ahí, y la siguiente no la completa',
  wrongWidth: (fields, columns) => `tiene ${fields} columnas en vez de ${columns}`,

  unwritable: (folder, code) =>
    `No se puede escribir en ${folder} (${code}). Elige con --to una carpeta en la que puedas escribir.`,
  diskFull: (folder) => `El disco de ${folder} está lleno. Libera espacio, o elige otra carpeta con --to.`,
  checkFailed: (check, example) =>
    `Falló la revisión «${check}» y no se publicó nada. Por ejemplo: ${example}. Por favor, repórtalo.`,
  lostRows: (table) =>
    `La tabla ${table} tiene en el disco otro número de filas. Revisa el disco y corre el ETL otra vez.`,
  notRemoved: (path, code) => `No se puede borrar ${path} (${code}). Ya no hace falta: bórralo tú.`,
  reportUnwritable: (file, code) =>
    `Los datos están publicados, pero no se puede escribir el informe ${file} (${code}).`,
  unexpected: (message) =>
    `Algo inesperado: ${message.split('\n')[0]}. Por favor, repórtalo; con DEBUG=1 verás los detalles.`,

  published: (folder, version) => `Publicada la versión ${version} en ${folder}`,
  or: (names) => names.join(' o '),
  fault,
  zip: 'un zip o un libro de Excel',
  oldExcel: 'un libro de Excel antiguo',
  rar: 'un archivo rar',
  sevenZip: 'un archivo 7z',
  parquet: 'un archivo Parquet',
  sqlite: 'una base de datos SQLite',

  literalCut: 'el literal está cortado',
  textNotClosed: 'un texto no se cierra',
  lineBreak: 'un texto tiene un salto de línea',
  escapeIncomplete: (letter) => `la secuencia \\${letter} está incompleta`,
  beyondUnicode: 'una secuencia de escape está fuera de Unicode',
  afterLiteral: 'hay algo después del final del literal',
  notPython: 'no es un literal de Python',
  leadingZero: 'un número entero no empieza con 0',
  tooDeep: 'tiene demasiados niveles',
  oneMissing: (one, other) => `falta "${one}" o "${other}"`,
  missing: (what) => `falta "${what}"`,
  keyNotText: 'una clave no es un texto',

  reading: (file) => `leyendo ${file}`,
  rowsOf: (file) => `filas de ${file}`,
  films: 'películas',
  stitched: 'filas cortadas que se unieron',
  duplicates: 'repetidas',
  rejected: 'rechazadas',
  time: (step) => `tiempo: ${step}`,
  totalTime: 'tiempo total',
};
