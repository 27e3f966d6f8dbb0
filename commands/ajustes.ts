import { subcommand, withSubcommands } from '../src/command/command.ts';
import { type Call, UserError } from '../src/contract/call.ts';
import { firstDue } from '../src/daily/daily-posts.ts';
import { findZone, suggestZones } from '../src/lookup/time-zones.ts';
import {
  changedSettingsReply,
  confirmErasing,
  erasedReply,
  settingsReply,
} from '../src/replies/trivia/stored-data.ts';
import { confirmOption } from '../src/slash/options.ts';
import { gameText } from '../src/text/game.ts';
import { text } from '../src/text/text.ts';

/** The server, if the caller manages it. Checked here too, because a server's admins can change who sees a command. */
function managedGuild({ guildId, manages, language }: Call): string {
  if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
  if (!manages) throw new UserError({ content: gameText[language].mayNotManage });
  return guildId;
}

/** The hour of a daily post if none is chosen. */
const DEFAULT_HOUR = 9;

const view = subcommand({
  name: 'ajustes ver',
  english: 'view',
  es: 'Los ajustes de este servidor',
  en: 'The settings of this server',
  options: {},
  async execute(call, { store }) {
    const guildId = managedGuild(call);
    const [settings, daily] = await Promise.all([store.readSettings(guildId), store.readDailyPost(guildId)]);
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

const daily = subcommand({
  name: 'ajustes efemerides',
  english: 'on_this_day',
  es: 'Publica cada día en este canal lo que se estrenó un día como hoy',
  en: 'Post here every day what opened on this day in other years',
  options: {
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
  },
  async execute(call, { store, clock }) {
    const guildId = managedGuild(call);
    const { options, channelId, language } = call;
    const settings = await store.readSettings(guildId);
    if (options.apagar === true) {
      await store.removeDailyPost(guildId);
      return settingsReply(settings, undefined, language);
    }
    if (!call.botPosts || channelId === null) throw new UserError({ content: text[language].dailyNoRights });
    const when = { hour: options.hora ?? DEFAULT_HOUR, zone: findZone(call) };
    const post = await store.setDailyPost({
      guild_id: guildId,
      channel_id: channelId,
      ...when,
      language: settings.language ?? language,
      due_at: firstDue(when, clock()),
    });
    return settingsReply(settings, post, language);
  },
  autocomplete: suggestZones,
});

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

/** /ajustes: the settings of a server's games and daily post, for members who manage it. */
export const ajustes = withSubcommands(
  {
    name: 'ajustes',
    english: 'settings',
    es: 'Cómo se juega en este servidor, y las efemérides de cada día',
    en: 'How games are played in this server, and the daily post',
    listed: 'server',
    serversOnly: true,
    managersOnly: true,
  },
  [view, change, daily, erase],
);
