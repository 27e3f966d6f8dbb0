import { type Deps, subcommand, withSubcommands } from '../src/command/command.ts';
import { type Call, type Reply, UserError } from '../src/contract/call.ts';
import { firstDue } from '../src/daily/daily-posts.ts';
import { findZone, suggestZones } from '../src/lookup/time-zones.ts';
import {
  changedSettingsReply,
  confirmErasing,
  erasedReply,
  settingsReply,
} from '../src/replies/trivia/stored-data.ts';
import { confirmOption } from '../src/slash/options.ts';
import type { DailyPost } from '../src/store/daily-posts.ts';
import { gameText } from '../src/text/game.ts';
import { text } from '../src/text/text.ts';

/** The server, if the caller manages it. Checked here too, because a server's admins can change who sees a command. */
function managedGuild({ guildId, manages, language }: Call): string {
  if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
  if (!manages) throw new UserError({ content: gameText[language].mayNotManage });
  return guildId;
}

const view = subcommand({
  name: 'ajustes ver',
  english: 'view',
  es: 'Los ajustes de este servidor',
  en: 'The settings of this server',
  options: {},
  async execute(call, { store }) {
    const guildId = managedGuild(call);
    const [settings, daily] = await Promise.all([store.readSettings(guildId), store.readDailyPosts(guildId)]);
    return settingsReply(settings, daily, call.language);
  },
});

const change = subcommand({
  name: 'ajustes cambiar',
  english: 'change',
  es: 'Cambia los ajustes que elijas',
  en: 'Change the settings you choose',
  options: {
    idioma: {
      type: 'string',
      english: 'language',
      es: 'En qué idioma se juega',
      en: 'The language of games',
      choices: [
        { value: 'es', es: 'español', en: 'Spanish' },
        { value: 'en', es: 'inglés', en: 'English' },
        { value: 'auto', es: 'el de quien abre la partida', en: 'that of whoever starts the game' },
      ],
    },
    partidas: {
      type: 'string',
      english: 'games',
      es: 'Cuántas partidas a la vez',
      en: 'How many games at a time',
      choices: [
        { value: 'server', es: 'una por servidor', en: 'one a server' },
        { value: 'channel', es: 'una por canal', en: 'one a channel' },
      ],
    },
    segundos: {
      type: 'integer',
      english: 'seconds',
      es: 'Segundos por pregunta: de 10 a 60',
      en: 'Seconds a question: 10 to 60',
      min: 10,
      max: 60,
    },
    pausa: {
      type: 'integer',
      english: 'pause',
      es: 'Pausa entre preguntas: de 3 a 30 s',
      en: 'Pause between questions: 3 to 30 s',
      min: 3,
      max: 30,
    },
    quien: {
      type: 'string',
      english: 'who',
      es: 'Quién puede abrir partidas',
      en: 'Who may start games',
      choices: [
        { value: 'everyone', es: 'cualquiera', en: 'anyone' },
        { value: 'managers', es: 'quien administra el servidor', en: 'those who manage the server' },
      ],
    },
  },
  async execute(call, { store }) {
    const guildId = managedGuild(call);
    const { idioma, partidas, segundos, pausa, quien } = call.options;
    const changes = {
      ...(idioma !== undefined && { language: idioma === 'auto' ? null : idioma }),
      ...(partidas !== undefined && { games_per: partidas }),
      ...(segundos !== undefined && { seconds: segundos }),
      ...(pausa !== undefined && { pause: pausa }),
      ...(quien !== undefined && { starters: quien }),
    };
    const before = await store.readSettings(guildId);
    return changedSettingsReply(before, await store.changeSettings(guildId, changes), call.language);
  },
});

/** The options of a daily post. */
const dailyOptions = {
  hora: {
    type: 'integer',
    english: 'hour',
    es: 'A qué hora: de 0 a 23',
    en: 'At what hour: 0 to 23',
    min: 0,
    max: 23,
  },
  zona: {
    type: 'string',
    english: 'time_zone',
    es: 'En qué zona horaria: unas letras de tu ciudad',
    en: 'In which time zone: some letters of your city',
    autocomplete: true,
  },
  apagar: { type: 'boolean', english: 'off', es: 'Sí para dejar de publicar', en: 'Yes to stop posting' },
} as const;

type DailyCall = Call<{ hora?: number; zona?: string; apagar?: boolean }>;

/** Sets a daily post in the caller's channel, or removes it, and returns the settings. */
async function changeDaily(
  call: DailyCall,
  { kind, hour, hours }: { kind: DailyPost['kind']; hour: number; hours: number },
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
): Promise<Reply> {
  const guildId = managedGuild(call);
  const { options, channelId, language } = call;
  const settings = await store.readSettings(guildId);
  if (options.apagar === true) {
    await store.removeDailyPost({ guild_id: guildId, kind });
    return settingsReply(settings, await store.readDailyPosts(guildId), language);
  }
  if (!call.botPosts || channelId === null) throw new UserError({ content: text[language].dailyNoRights });
  const when = { hour: options.hora ?? hour, zone: findZone(call) };
  await store.setDailyPost({
    guild_id: guildId,
    kind,
    channel_id: channelId,
    ...when,
    hours,
    language: settings.language ?? language,
    due_at: firstDue(when, clock()),
  });
  return settingsReply(settings, await store.readDailyPosts(guildId), language);
}

const daily = subcommand({
  name: 'ajustes efemerides',
  english: 'on_this_day',
  es: 'Publica cada día en este canal lo que se estrenó un día como hoy',
  en: 'Post here every day what opened on this day in other years',
  options: dailyOptions,
  execute: (call, deps) => changeDaily(call, { kind: 'efemerides', hour: 9, hours: 0 }, deps),
  autocomplete: suggestZones,
});

const question = subcommand({
  name: 'ajustes pregunta',
  english: 'question',
  es: 'Publica cada día en este canal una pregunta de cine que queda abierta unas horas',
  en: 'Post here every day a film question that stays open for some hours',
  options: {
    ...dailyOptions,
    horas: {
      type: 'integer',
      english: 'hours',
      es: 'Cuántas horas queda abierta: de 1 a 12',
      en: 'How many hours it stays open: 1 to 12',
      min: 1,
      max: 12,
    },
  },
  async execute(call, deps) {
    const reply = await changeDaily(
      call,
      { kind: 'pregunta', hour: 18, hours: call.options.horas ?? 3 },
      deps,
    );
    if (call.options.apagar === true) await stopQuestion(call, deps);
    return reply;
  },
  autocomplete: suggestZones,
});

/** Closes the open question of the day, if there is one, and shows its answer. */
async function stopQuestion({ guildId, at }: Call, { store, games, clock }: Deps): Promise<void> {
  const underWay = guildId === null ? [] : await store.gamesUnderWay(guildId);
  for (const { id, mode } of underWay)
    if (mode === 'daily') await store.requestEnd({ gameId: id, reason: 'stopped', now: clock(), at });
  games.checkDue();
}

const erase = subcommand({
  name: 'ajustes borrar',
  english: 'erase',
  es: 'Borra todo lo que guardo de este servidor',
  en: 'Erase all that I keep about this server',
  options: { confirmar: confirmOption },
  async execute(call, { store }) {
    const guildId = managedGuild(call);
    const t = gameText[call.language];
    if (call.options.confirmar !== true) return confirmErasing(call, t.eraseServer);
    await store.eraseGuild(guildId);
    return erasedReply(t.serverErased);
  },
});

/** /ajustes: the settings of a server's games and daily posts, for members who manage it. */
export const ajustes = withSubcommands(
  {
    name: 'ajustes',
    english: 'settings',
    es: 'Cómo se juega en este servidor, y lo que se publica cada día',
    en: 'How games are played in this server, and the daily posts',
    listed: 'server',
    serversOnly: true,
    managersOnly: true,
  },
  [view, change, daily, question, erase],
);
