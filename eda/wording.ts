import { inBoth } from '../src/lib/sentence.ts';

const es = {
  usage:
    'uso: npm run eda -- [--out ARCHIVO] [--lang es|en] [--from CARPETA]\n' +
    '  --out   la página que se escribe (eda.html)\n' +
    '  --lang  su idioma (el tuyo: BOT_LANG o LANG)\n' +
    '  --from  carpeta de los archivos de origen (RAW_DIR, o data/raw; si no hay, data/sample); las tablas son las de PARQUET_DIR',
  noFilms: (from: string) => `No hay películas en ${from}.`,
  otherFile: (path: string, version: string, from: string) =>
    `${path} no es el archivo del que salió la versión ${version}: corre npm run etl -- --from ${from}, o indica con --from la carpeta de sus archivos de origen.`,
  unwritable: (file: string, code: string) =>
    `No se puede escribir el informe ${file} (${code}). Indica otro archivo con --out.`,
  badLanguage: (language: string) => `--lang: "${language}" no es es ni en. Prueba --lang es.`,
};

const en: typeof es = {
  usage:
    'usage: npm run eda -- [--out FILE] [--lang es|en] [--from DIR]\n' +
    '  --out   the page to write (eda.html)\n' +
    '  --lang  its language (yours: BOT_LANG or LANG)\n' +
    '  --from  folder of the raw files (RAW_DIR, else data/raw; without them data/sample); the tables are those of PARQUET_DIR',
  noFilms: (from) => `There are no films in ${from}.`,
  otherFile: (path, version, from) =>
    `${path} is not the file that version ${version} was made from: run npm run etl -- --from ${from}, or name the folder of its raw files with --from.`,
  unwritable: (file, code) => `The report ${file} cannot be written (${code}). Name another file with --out.`,
  badLanguage: (language) => `--lang: "${language}" is neither es nor en. Try --lang es.`,
};

/** The sentences of the report for its operator. */
export const wording = inBoth({ es, en });
