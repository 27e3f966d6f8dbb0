import type { Language } from '../contract/call.ts';
import type { Check, Level } from './finding.ts';

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** The operator's sentences: what was found and, if something is wrong, what to do. */
const es = {
  language: 'es' as Language,
  checks: {
    environment: 'entorno',
    token: 'token',
    intents: 'intents',
    permissions: 'permisos',
    shards: 'shards',
    clock: 'reloj',
    data: 'datos',
    store: 'almacén',
    process: 'proceso',
    port: 'puerto',
    health: 'salud',
    disk: 'disco',
  } as Record<Check, string>,
  verdict: {
    good: 'Todo en orden.',
    warning: 'Puede funcionar. Mira las líneas con «!».',
    bad: 'Así no puede funcionar: arregla las líneas con «✗».',
  } as Record<Level, string>,

  tokenNone:
    'No hay DISCORD_TOKEN: npm start abre un Discord de esta máquina. Para uno de verdad, ponlo en .env.',
  tokenShape:
    'DISCORD_TOKEN no tiene la forma del token de un bot. Cópialo del portal: tu aplicación, Bot, Reset Token (no es el Client Secret ni la Public Key).',
  tokenRefused:
    'Discord rechaza DISCORD_TOKEN. Cópialo de nuevo del portal: tu aplicación, Bot, Reset Token.',
  tokenGood: (name: string, id: string) => `Discord lo acepta: ${name}, aplicación ${id}.`,
  discordUnreachable: (host: string) =>
    `No hay conexión con ${host}. Revisa la red, el cortafuegos y DISCORD_API.`,
  discordError: (status: number) =>
    `Discord respondió ${status}. Prueba en un rato; si sigue, mira discordstatus.com.`,

  intentsGood: 'No hace falta ninguno privilegiado, y ninguno está activado.',
  intentsUnneeded: (names: string) =>
    `Están activados sin que hagan falta: ${names}. Apágalos en el portal: Bot, Privileged Gateway Intents.`,
  codeGrant:
    'La aplicación exige «OAuth2 Code Grant», y así nadie la puede invitar. Desactívalo en el portal: Bot, Requires OAuth2 Code Grant.',
  noServer: (invite: string) => `No está en ningún servidor. Invítala: ${invite}`,
  serversUnknown: 'Discord no dijo en qué servidores está. Prueba en un rato.',
  permissionsGood: (servers: number) =>
    servers === 1
      ? 'En su servidor tiene los que pide la trivia.'
      : `En sus ${servers} servidores tiene los que pide la trivia.`,
  permissionsMissing: (servers: string) =>
    `Las consultas funcionan, pero la trivia y la bienvenida no, en: ${servers}. Dáselos a su rol, o invítala otra vez.`,
  shardsUnknown: 'Discord no dijo cuántos shards aconseja. Prueba en un rato.',
  shardsAll: (shards: number, left: number) =>
    `Este proceso los lleva todos (${shards}), y hoy puede iniciar ${left} más.`,
  shardsSome: (own: number, count: number, left: number) =>
    `Este proceso lleva ${own} de ${count}, y hoy se pueden iniciar ${left} más. Los demás, otros procesos con el mismo PostgreSQL.`,
  shardsTooFew: (count: number, advised: number) =>
    `SHARDS dice que son ${count}, y a alguno le tocarían más de 2500 servidores, que es lo máximo. Discord aconseja ${advised}: cámbialo en todos los procesos.`,
  startsExhausted: (left: number, wanted: number) =>
    `Hoy solo se pueden iniciar ${left} shards más y hacen falta ${wanted}. Algo lo reinicia una y otra vez: deténlo y mira su log.`,
  clockGood: 'Coincide con el de Discord.',
  clockOff: (seconds: number, ahead: boolean) =>
    `Va ${seconds} s ${ahead ? 'adelantado' : 'atrasado'} respecto al de Discord, y las respuestas llegarán tarde. Sincronízalo: timedatectl set-ntp true.`,

  dataNone: (folder: string) =>
    `No hay nada publicado en ${folder}. npm start publica lo que haya en data/raw (o RAW_DIR), o la muestra; npm run etl también.`,
  dataGood: (version: string, films: number, days: number) =>
    `Versión ${version}, ${films} películas, publicada ${days === 0 ? 'hoy' : days === 1 ? 'ayer' : `hace ${days} días`}; cada tabla se lee entera.`,
  dataBroken: (folder: string, reason: string) =>
    `Lo publicado en ${folder} no se puede leer: ${reason}. Publícalo de nuevo: npm run etl.`,
  storeGood: (engine: string, place: string, ms: number, owner: string | undefined) =>
    `${engine} en ${place} abre y guarda (${ms} ms)${owner === undefined ? '; será de la aplicación que la use primero' : `; es de la aplicación ${owner}`}.`,
  storeOfOther: (place: string, owner: string, application: string) =>
    `${place} es de la aplicación ${owner}, y DISCORD_TOKEN es de la ${application}. Pon el token de la ${owner}, o dale a esta un almacén propio (STATE_DIR o DATABASE_URL).`,

  processNone: (folder: string) => `Ningún otro proceso usa ${folder}.`,
  processRuns: (folder: string, pid: number, url: string | undefined) =>
    `Ya hay una Filmoteca en marcha con ${folder}${pid === 0 ? '' : ` (proceso ${pid})`}${url === undefined ? '' : `, en ${url}`}: otra no puede empezar ahí.`,

  portGood: (variable: string, port: number, host: string) => `${variable}: ${host}:${port} está libre.`,
  portOwn: (variable: string, port: number, host: string) =>
    `${variable}: en ${host}:${port} escucha la Filmoteca que ya está en marcha.`,
  portTaken: (variable: string, port: number, host: string) =>
    `${variable}: otro programa tiene ${host}:${port}. Si no es tu Filmoteca, elige otro ${variable}.`,
  portBad: (variable: string, port: number, host: string, code: string) =>
    `${variable}: no se puede abrir ${host}:${port} (${code}). Elige otro ${variable} o revisa HOST.`,

  healthGood: 'Todas las partes de la Filmoteca que ya está en marcha responden.',
  healthBad: (parts: string) =>
    `En la Filmoteca que ya está en marcha no responde: ${parts}. Se recupera sola; si no, mira su log.`,

  room: (folder: string, bytes: number) => `${gigabytes(bytes)} libres en ${folder}`,
  diskGood: (rooms: string) => `${rooms}.`,
  diskTight: (rooms: string) => `Queda poco: ${rooms}. Libera hasta tener 1 GB, o cambia de carpeta.`,
};

export type DoctorText = typeof es;

const en: DoctorText = {
  language: 'en',
  checks: {
    environment: 'environment',
    token: 'token',
    intents: 'intents',
    permissions: 'permissions',
    shards: 'shards',
    clock: 'clock',
    data: 'data',
    store: 'store',
    process: 'process',
    port: 'port',
    health: 'health',
    disk: 'disk',
  },
  verdict: {
    good: 'Everything is fine.',
    warning: 'The bot can run. Look at the lines with “!”.',
    bad: 'The bot cannot run like this: fix the lines with “✗”.',
  },

  tokenNone:
    'There is no DISCORD_TOKEN: npm start opens a Discord on this machine. For the real one, put it in .env.',
  tokenShape:
    'DISCORD_TOKEN does not look like the token of a bot. Copy it from the portal: your application, Bot, Reset Token (it is not the Client Secret nor the Public Key).',
  tokenRefused:
    'Discord refuses DISCORD_TOKEN. Copy it again from the portal: your application, Bot, Reset Token.',
  tokenGood: (name, id) => `Discord accepts it: ${name}, application ${id}.`,
  discordUnreachable: (host) => `${host} cannot be reached. Check the network, the firewall and DISCORD_API.`,
  discordError: (status) =>
    `Discord answered ${status}. Try again in a while; if it persists, see discordstatus.com.`,

  intentsGood: 'No privileged intent is needed, and none is enabled.',
  intentsUnneeded: (names) =>
    `Enabled without need: ${names}. Disable them in the portal: Bot, Privileged Gateway Intents.`,
  codeGrant:
    'The application requires an “OAuth2 Code Grant”, so nobody can invite it. Disable it in the portal: Bot, Requires OAuth2 Code Grant.',
  noServer: (invite) => `The bot is in no server. Invite it: ${invite}`,
  serversUnknown: 'Discord did not say which servers the bot is in. Try again in a while.',
  permissionsGood: (servers) =>
    servers === 1
      ? 'In its server the bot has the permissions that trivia needs.'
      : `In its ${servers} servers the bot has the permissions that trivia needs.`,
  permissionsMissing: (servers) =>
    `Lookups work, but trivia and the welcome do not in: ${servers}. Grant the permissions to its role, or invite it again.`,
  shardsUnknown: 'Discord did not say how many shards it recommends. Try again in a while.',
  shardsAll: (shards, left) => `This process has all shards (${shards}), and may start ${left} more today.`,
  shardsSome: (own, count, left) =>
    `This process has ${own} of ${count} shards, and ${left} more may be started today. The others belong to processes with the same PostgreSQL.`,
  shardsTooFew: (count, advised) =>
    `SHARDS says that there are ${count}, and some would have more than 2,500 servers, which is the limit. Discord recommends ${advised}: change it in every process.`,
  startsExhausted: (left, wanted) =>
    `Only ${left} more shards may be started today and ${wanted} are needed. Something keeps restarting the bot: stop it and read its log.`,
  clockGood: "It agrees with Discord's.",
  clockOff: (seconds, ahead) =>
    `It is ${seconds} s ${ahead ? 'ahead of' : 'behind'} Discord's, and answers will be late. Synchronise it: timedatectl set-ntp true.`,

  dataNone: (folder) =>
    `Nothing is published in ${folder}. npm start publishes what is in data/raw (or RAW_DIR), or the sample; so does npm run etl.`,
  dataGood: (version, films, days) =>
    `Version ${version}, ${films} films, published ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}; every table can be read.`,
  dataBroken: (folder, reason) =>
    `The data published in ${folder} cannot be read: ${reason}. Publish them again: npm run etl.`,
  storeGood: (engine, place, ms, owner) =>
    `${engine} at ${place} opens and writes (${ms} ms)${owner === undefined ? '; it will belong to the application that uses it first' : `; it belongs to application ${owner}`}.`,
  storeOfOther: (place, owner, application) =>
    `${place} belongs to application ${owner}, and DISCORD_TOKEN belongs to ${application}. Set the token of ${owner}, or give this one a store of its own (STATE_DIR or DATABASE_URL).`,

  processNone: (folder) => `No other process uses ${folder}.`,
  processRuns: (folder, pid, url) =>
    `A Filmoteca already runs with ${folder}${pid === 0 ? '' : ` (process ${pid})`}${url === undefined ? '' : `, at ${url}`}: another one cannot start there.`,

  portGood: (variable, port, host) => `${variable}: ${host}:${port} is free.`,
  portOwn: (variable, port, host) => `${variable}: the Filmoteca that is running listens at ${host}:${port}.`,
  portTaken: (variable, port, host) =>
    `${variable}: another program has ${host}:${port}. If it is not your Filmoteca, choose another ${variable}.`,
  portBad: (variable, port, host, code) =>
    `${variable}: ${host}:${port} cannot be opened (${code}). Choose another ${variable}, or correct HOST.`,

  healthGood: 'Every part of the running Filmoteca answers.',
  healthBad: (parts) =>
    `In the running Filmoteca these parts are down: ${parts}. They restart on their own; if they do not, read its log.`,

  room: (folder, bytes) => `${gigabytes(bytes)} free in ${folder}`,
  diskGood: (rooms) => `${rooms}.`,
  diskTight: (rooms) =>
    `Little space is left: ${rooms}. Free some until there is 1 GB, or use another folder.`,
};

export const doctorText: Record<Language, DoctorText> = { es, en };
