import { inBoth } from './sentence.ts';

const es = {
  wrongEnvironment: (problems: readonly string[]) =>
    `El entorno (o .env) tiene errores: ${problems.join('; ')}.`,
  tokenShort: 'es muy corto para el token de un bot',
  discordId: 'es un id de Discord: de 17 a 20 dígitos',
  discordIds: 'es una lista de ids de Discord separados por comas',
  wholeNumber: (min: number, max: number) => `es un número entero de ${min} a ${max}`,
  oneOf: (values: readonly string[]) => `es uno de estos: ${values.join(', ')}`,
  apiUrl: 'es una URL: https://discord.com/api',
  shardList: 'dice qué shards, desde el 0, y de cuántos: 0-3/16',
  shardsNeedPostgres:
    'solo tiene una parte de los shards, y todos los procesos deben compartir un PostgreSQL: pon DATABASE_URL',
  postgresUrl: 'es una URL de PostgreSQL: postgres://user:password@host:5432/name',
  documentsUrl: 'es la URL de la carpeta donde está PRIVACY.md',
  metricsToken: 'tiene 16 caracteres o más: letras, dígitos y . _ ~ + / -',
  unknownVariables: (names: readonly string[]) =>
    `El entorno (o .env) tiene variables que Filmoteca no conoce y pasa por alto: ${names.join(', ')}. En .env.example están las que lee.`,

  portUnopened: (variable: string, port: number, host: string, reason: string) =>
    `No se puede abrir ${variable} ${port} en ${host}: ${reason}`,
  portTaken: (variable: string) => `lo tiene otro programa. Elige otro ${variable} o cierra ese programa.`,
  portForbidden: (variable: string) =>
    `este usuario no tiene permiso. Elige un ${variable} de 1024 en adelante.`,
  noSuchAddress: 'esta máquina no tiene esa dirección. Corrige HOST.',

  folderUnusable: (folder: string, reason: string, variable: string) =>
    `No se puede usar la carpeta ${folder}: ${reason}. Revisa que se pueda crear y escribir, o elige otra (${variable}).`,
  preparingData: 'Preparando los datos (una sola vez)…',
  noFirstData: 'No hay datos con los que responder: el ETL no terminó, y arriba dice por qué.',
  noData: (folder: string) => `No hay datos publicados en ${folder}: corre antes npm run etl.`,
  versionUnreadable: (version: string, folder: string, reason: string) =>
    `No se puede leer la versión ${version} de ${folder}: ${reason} Corre de nuevo npm run etl.`,
  notVersionName: 'ese no es el nombre de una versión.',
  otherManifest: 'su manifiesto no es aquel con el que se publicó.',
  otherBytes: 'sus archivos no son, byte por byte, los que se publicaron.',
  otherFormat: (found: number, read: number) =>
    `tiene el formato ${found}, y esta Filmoteca lee el formato ${read}.`,
  otherRows: (table: string, found: string, expected: number) =>
    `${table} tiene ${found} filas y debería tener ${expected}.`,
  tablesRefused: (problems: readonly string[]) => `no pasa las revisiones: ${problems.join('; ')}.`,
  noFilms: 'no tiene películas',
  filmTwice: 'hay un id de película repetido',
  noTitles: 'no tiene títulos que buscar',
  returnNotFinite: 'un retorno no es un número finito',
  malformedManifest: 'su manifiesto está mal formado',
  exited: 'el hilo terminó',
  exitedAndRestarts: 'el hilo terminó y se está reiniciando',

  alreadyRunning: (place: string, pid: number | undefined) =>
    `Ya hay una Filmoteca en ${place}${pid === undefined ? '' : ` (proceso ${pid})`}: ciérrala antes de iniciar otra.`,
  storeUnopened: (store: string, reason: string, advice: string) =>
    `No se puede abrir el almacén ${store}: ${reason}. ${advice}`,
  checkStateFolder: 'Revisa que la carpeta se pueda escribir y que el disco no esté lleno (STATE_DIR).',
  checkPostgres: 'Revisa DATABASE_URL y que PostgreSQL esté en marcha.',
  storeOfOther: (owner: string, application: string) =>
    `El almacén es de la aplicación ${owner}, y DISCORD_TOKEN es de la aplicación ${application}. Pon el token de la ${owner}, o dale a esta un almacén propio (STATE_DIR o DATABASE_URL).`,

  tokenRefused:
    'Discord rechazó DISCORD_TOKEN. Cópialo otra vez del portal de desarrolladores: tu aplicación, Bot, Reset Token.',
  tokenRevoked: 'Discord ya no acepta DISCORD_TOKEN',
  shardLost: (shard: number, reason: string) => `Discord cerró para siempre el shard ${shard}: ${reason}.`,
  noSuchShard: 'ese shard no existe; revisa SHARDS',
  shardTooLarge: 'tendría más de 2500 servidores; inicia de nuevo, con más shards si SHARDS dice cuántos son',
  closeCode: (code: number) => `código ${code}`,
  discordUnreachable: 'no hay conexión con Discord',
  mayNotWrite: 'no tiene permiso para escribir ahí',
  messageRefused: (reason: string) => `Discord rechazó un mensaje: ${reason}`,

  localReady: 'Filmoteca está lista, en un Discord que corre en esta máquina.',
  localOpen: (url: string) =>
    `Abre ${url} en tu navegador, o escribe aquí: /pelicula titulo:Toy Story (Tab completa).`,
  serves: (films: number, version: string) =>
    `Responde con ${films} películas, la versión ${version}; docs/data.es.md dice cómo traer el catálogo entero.`,
  goOnline:
    'Para llevarla a tu servidor: crea un bot en https://discord.com/developers/applications, guarda su token en .env (DISCORD_TOKEN=…) y repite npm start.',
  leave: 'Para salir: Ctrl-C. Si algo anda mal: npm run doctor.',
  onlineReady: (name: string, servers: number) =>
    `${name} está en línea, en ${servers} ${servers === 1 ? 'servidor' : 'servidores'} de Discord.`,
  onlineOpen: 'Para usarla: escribe / en un canal y elige uno de sus comandos.',
  invite: (url: string) => `Para invitarla a otro servidor: ${url}`,
  inputEnded: (url: string, pid: number) =>
    `Nadie escribe aquí: Filmoteca sigue en ${url} hasta que la cierres (kill ${pid}).`,

  askUsage:
    'uso: npm run --silent ask -- NOMBRE [SUBCOMANDO] opción=valor … [--lang es|en] [--json]\n' +
    '     npm run --silent ask -- --autocomplete NOMBRE [SUBCOMANDO] opción=texto [--lang es|en] [--json]',
  notPair: (pair: string, usage: string) => `«${pair}» no es opción=valor.\n${usage}`,
  oneSuggesting: (command: string, options: readonly (readonly string[])[]) =>
    `--autocomplete toma una opción que sugiere valores; las de ${command}: ${options.map((names) => names.join(' o ')).join(', ') || 'ninguna'}.`,
  givenTwice: (option: string, typed: readonly string[]) =>
    `La opción ${option} está ${typed.length} veces (${typed.join(', ')}); ponla una sola vez.`,
};

const en: typeof es = {
  wrongEnvironment: (problems) => `The environment (or .env) is wrong: ${problems.join('; ')}.`,
  tokenShort: 'is too short for a bot token',
  discordId: 'is a Discord id: 17 to 20 digits',
  discordIds: 'is a list of Discord ids with commas between',
  wholeNumber: (min, max) => `is a whole number from ${min} to ${max}`,
  oneOf: (values) => `is one of ${values.join(', ')}`,
  apiUrl: 'is a URL: https://discord.com/api',
  shardList: 'lists shards from 0 on and how many there are: 0-3/16',
  shardsNeedPostgres:
    'has only some of the shards, so all processes must share a PostgreSQL: set DATABASE_URL',
  postgresUrl: 'is a PostgreSQL URL: postgres://user:password@host:5432/name',
  documentsUrl: 'is the URL of the folder that contains PRIVACY.md',
  metricsToken: 'is 16 characters or more of letters, digits and . _ ~ + / -',
  unknownVariables: (names) =>
    `The environment (or .env) has variables that Filmoteca does not know and ignores: ${names.join(', ')}. .env.example lists those it reads.`,

  portUnopened: (variable, port, host, reason) =>
    `${variable} ${port} cannot be opened at ${host}: ${reason}`,
  portTaken: (variable) => `another program has it. Choose another ${variable}, or stop that program.`,
  portForbidden: (variable) => `this user may not open it. Choose a ${variable} from 1024 up.`,
  noSuchAddress: 'this machine has no such address. Correct HOST.',

  folderUnusable: (folder, reason, variable) =>
    `The folder ${folder} cannot be used: ${reason}. Check that it can be made and written, or name another one (${variable}).`,
  preparingData: 'Preparing the data (once)…',
  noFirstData: 'There are no data to answer from: the ETL did not finish, for the reason above.',
  noData: (folder) => `No data are published in ${folder}: run npm run etl first.`,
  versionUnreadable: (version, folder, reason) =>
    `Version ${version} in ${folder} cannot be read: ${reason} Run npm run etl again.`,
  notVersionName: 'that is not the name of a version.',
  otherManifest: 'its manifest is not the one it was published with.',
  otherBytes: 'its files are not, to the byte, those that were published.',
  otherFormat: (found, read) => `it has format ${found}, and this release reads format ${read}.`,
  otherRows: (table, found, expected) => `${table} has ${found} rows, not ${expected}.`,
  tablesRefused: (problems) => `it was refused, for ${problems.join('; ')}.`,
  noFilms: 'it has no films',
  filmTwice: 'a film id is duplicated',
  noTitles: 'it has no titles to search',
  returnNotFinite: 'a return is not a finite number',
  malformedManifest: 'its manifest is malformed',
  exited: 'the worker has exited',
  exitedAndRestarts: 'the worker has exited and is restarting',

  alreadyRunning: (place, pid) =>
    `A Filmoteca already runs at ${place}${pid === undefined ? '' : ` (process ${pid})`}: stop it before you start another.`,
  storeUnopened: (store, reason, advice) => `The store ${store} cannot be opened: ${reason}. ${advice}`,
  checkStateFolder: 'Check that the folder can be written and the disk is not full (STATE_DIR).',
  checkPostgres: 'Check DATABASE_URL and that PostgreSQL is running.',
  storeOfOther: (owner, application) =>
    `The store belongs to application ${owner}, and DISCORD_TOKEN belongs to application ${application}. Set the token of application ${owner}, or give this one a store of its own (STATE_DIR or DATABASE_URL).`,

  tokenRefused:
    'Discord refused DISCORD_TOKEN. Copy it again from the developer portal: your application, Bot, Reset Token.',
  tokenRevoked: 'Discord no longer accepts DISCORD_TOKEN',
  shardLost: (shard, reason) => `Discord has closed shard ${shard} permanently: ${reason}.`,
  noSuchShard: 'there is no such shard: check SHARDS',
  shardTooLarge:
    'it would have more than 2,500 servers: start again, with more shards if SHARDS says how many',
  closeCode: (code) => `code ${code}`,
  discordUnreachable: 'Discord could not be reached',
  mayNotWrite: 'may not write there',
  messageRefused: (reason) => `Discord refused a message: ${reason}`,

  localReady: 'Filmoteca is ready, in a Discord that runs on this machine.',
  localOpen: (url) => `Open ${url} in your browser, or type here: /movie title:Toy Story (Tab completes).`,
  serves: (films, version) =>
    `It answers from ${films} films, version ${version}; docs/data.md says how to get the whole catalogue.`,
  goOnline:
    'To bring it to your server: create a bot at https://discord.com/developers/applications, put its token in .env (DISCORD_TOKEN=…) and run npm start again.',
  leave: 'To leave: Ctrl-C. If something is wrong: npm run doctor.',
  onlineReady: (name, servers) =>
    `${name} is online, in ${servers} Discord ${servers === 1 ? 'server' : 'servers'}.`,
  onlineOpen: 'To use it: type / in a channel and choose one of its commands.',
  invite: (url) => `To invite it to another server: ${url}`,
  inputEnded: (url, pid) => `Nobody types here: Filmoteca stays at ${url} until you stop it (kill ${pid}).`,

  askUsage:
    'usage: npm run --silent ask -- NAME [SUBCOMMAND] option=value … [--lang es|en] [--json]\n' +
    '       npm run --silent ask -- --autocomplete NAME [SUBCOMMAND] option=typed [--lang es|en] [--json]',
  notPair: (pair, usage) => `"${pair}" is not option=value.\n${usage}`,
  oneSuggesting: (command, options) =>
    `--autocomplete takes one option that suggests values; ${command} has: ${options.map((names) => names.join(' or ')).join(', ') || 'none'}.`,
  givenTwice: (option, typed) =>
    `The option ${option} was given ${typed.length} times (${typed.join(', ')}); give it once.`,
};

/**
 * The sentences of the bot for its operator; those of `npm run doctor`, of the ETL and of the log are in files of their own. A
 * missing sentence does not compile.
 */
export const operatorText = inBoth({ es, en });
