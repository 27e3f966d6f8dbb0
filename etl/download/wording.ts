import { inBoth } from '../../src/lib/sentence.ts';
import { number } from '../text/quote.ts';

const byHand =
  'Download it in a browser and unzip it into data/raw (or RAW_DIR), or name another address with --from.';

/** Bytes in megabytes. */
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A waiting time in seconds or minutes. */
const duration = (ms: number, minutes: string): string =>
  ms < 120_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} ${minutes}`;

const en = {
  usage:
    'usage: npm run data:download -- [--from URL] [--to DIR] [--with-ratings] [--again]\n' +
    '  --from          address of the zip (the data set at Kaggle)\n' +
    '  --to            folder that receives the CSV files (RAW_DIR, else data/raw)\n' +
    '  --with-ratings  unpack ratings.csv too, by far the largest file\n' +
    '  --again         download even though the files are there',
  badAddress: (value: string) =>
    `--from: "${value}" is not an http(s) address without a user name and password.`,

  ofSize: (size: string) => ` of ${size}`,
  barFormat: '{bar} {percentage}% {what} {done} of {size}, {eta_formatted} left',
  downloading: 'downloading',
  unpacking: 'unpacking',
  resumes: (received: number) => `Resuming after ${megabytes(received)} from an earlier run.`,
  noRange: 'The server does not support resuming: starting again.',
  changed: 'The file has changed on the server: starting again.',
  nextTry: (reason: string, ms: number) => `${reason} Retrying in ${duration(ms, 'minutes')}.`,
  arrived: (bytes: number, sha256: string) => `Downloaded: ${number(bytes)} bytes, SHA-256 ${sha256}`,
  absent: (names: readonly string[]) => `The archive has no ${names.join(', ')}: the ETL works without.`,
  unpacked: (names: readonly string[], to: string) => `Unpacked ${names.join(', ')} into ${to}`,
  next: 'Now run: npm run etl',
  nextFrom: (to: string) => `Now run: npm run etl -- --from ${to}`,
  alreadyThere: (to: string) => `The files are in ${to} already. Use --again to download them again.`,
  stopped: 'Stopped. The part is kept: the same command resumes it.',

  status: (status: number) => `The server answers ${status}.`,
  cut: 'The connection was lost.',
  idle: (ms: number) => `The server has sent nothing for ${duration(ms, 'minutes')}.`,
  refused: 'The server refused the connection.',
  unknownHost: 'The host name was not found.',
  noConnection: (what: string) => `No connection to the server (${what}).`,
  gaveUp: (from: string, reason: string, tries: number) =>
    `${from}: ${reason} Gave up after ${tries} attempts. The part is kept: the same command resumes it.`,
  waitTooLong: (from: string, ms: number) =>
    `${from}: the server asks to wait ${duration(ms, 'minutes')}. Run the same command after that.`,
  notFound: (from: string, status: number) => `${from} does not exist (${status}). ${byHand}`,
  forbidden: (from: string, status: number) => `${from} requires signing in (${status}). ${byHand}`,
  notTaken: (from: string, status: number) => `${from} refused the request (${status}). ${byHand}`,
  webPage: (from: string) => `${from} returned a web page, not a zip: it may require signing in. ${byHand}`,

  broken: (from: string, reason: string) =>
    `The archive from ${from} is broken (${reason}). It was deleted: run the same command to download it again.`,
  otherArchive: (from: string, names: readonly string[]) =>
    `The archive from ${from} has no ${names.join(', ')}, so it is not this data set. It was deleted: name another address with --from.`,
  wrongSum: (name: string) => `${name}: the CRC-32 does not match`,
  noSpace: (folder: string, needed: number, free: number) =>
    `${folder}: ${megabytes(needed)} are needed and ${megabytes(free)} are free. Free some space, or choose another folder with --to.`,
};

const byHandEs =
  'Descárgalo con un navegador y descomprímelo en data/raw (o RAW_DIR), o indica otra dirección con --from.';

const es: typeof en = {
  usage:
    'uso: npm run data:download -- [--from URL] [--to CARPETA] [--with-ratings] [--again]\n' +
    '  --from          dirección del zip (el conjunto de datos en Kaggle)\n' +
    '  --to            carpeta que recibe los archivos CSV (RAW_DIR, o data/raw)\n' +
    '  --with-ratings  saca también ratings.csv, el archivo más grande con diferencia\n' +
    '  --again         descarga aunque los archivos ya estén',
  badAddress: (value) => `--from: "${value}" no es una dirección http(s) sin usuario ni contraseña.`,

  ofSize: (size) => ` de ${size}`,
  barFormat: '{bar} {percentage}% {what} {done} de {size}, faltan {eta_formatted}',
  downloading: 'descarga',
  unpacking: 'descompresión',
  resumes: (received) => `Sigue desde los ${megabytes(received)} que ya habían llegado.`,
  noRange: 'El servidor no permite continuar una descarga: empieza de nuevo.',
  changed: 'El archivo cambió en el servidor: empieza de nuevo.',
  nextTry: (reason, ms) => `${reason} Otro intento en ${duration(ms, 'minutos')}.`,
  arrived: (bytes, sha256) => `Descargado: ${number(bytes)} bytes, SHA-256 ${sha256}`,
  absent: (names) => `En el archivo no está ${names.join(', ')}: el ETL puede seguir sin eso.`,
  unpacked: (names, to) => `Quedó en ${to}: ${names.join(', ')}`,
  next: 'Ahora corre: npm run etl',
  nextFrom: (to) => `Ahora corre: npm run etl -- --from ${to}`,
  alreadyThere: (to) => `Los archivos ya están en ${to}. Usa --again para descargarlos otra vez.`,
  stopped: 'Descarga detenida. Lo que llegó queda guardado: el mismo comando sigue desde ahí.',

  status: (status) => `El servidor responde ${status}.`,
  cut: 'Se cortó la conexión.',
  idle: (ms) => `El servidor no envía nada desde hace ${duration(ms, 'minutos')}.`,
  refused: 'El servidor rechazó la conexión.',
  unknownHost: 'No se encontró ese servidor.',
  noConnection: (what) => `No hay conexión con el servidor (${what}).`,
  gaveUp: (from, reason, tries) =>
    `${from}: ${reason} No funcionó en ${tries} intentos. Lo que llegó queda guardado: el mismo comando sigue desde ahí.`,
  waitTooLong: (from, ms) =>
    `${from}: el servidor pide esperar ${duration(ms, 'minutos')}. Corre el mismo comando después.`,
  notFound: (from, status) => `${from} no existe (${status}). ${byHandEs}`,
  forbidden: (from, status) => `${from} pide iniciar sesión (${status}). ${byHandEs}`,
  notTaken: (from, status) => `${from} rechazó la petición (${status}). ${byHandEs}`,
  webPage: (from) => `${from} devolvió una página web, no un zip: tal vez pide iniciar sesión. ${byHandEs}`,

  broken: (from, reason) =>
    `El zip de ${from} está dañado (${reason}) y se borró: corre el mismo comando para descargarlo otra vez.`,
  otherArchive: (from, names) =>
    `En el zip de ${from} no está ${names.join(', ')}, así que no es este conjunto de datos. Se borró: indica otra dirección con --from.`,
  wrongSum: (name) => `${name}: el CRC-32 no coincide`,
  noSpace: (folder, needed, free) =>
    `${folder}: hacen falta ${megabytes(needed)} y quedan ${megabytes(free)} libres. Libera espacio, o elige otra carpeta con --to.`,
};

/** Every sentence of the download; it shares those about options and folders with the ETL. */
export const wording = inBoth({ es, en });
