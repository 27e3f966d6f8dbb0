import { subcommand, withSubcommands } from '../src/command/command.ts';
import { type Call, UserError } from '../src/contract/call.ts';
import {
  changedSettingsReply,
  confirmErasing,
  erasedReply,
  settingsReply,
} from '../src/replies/trivia/stored-data.ts';
import { confirmOption } from '../src/slash/options.ts';
import { gameText } from '../src/text/game.ts';

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
  execute: async (call, { store }) =>
    settingsReply(await store.readSettings(managedGuild(call)), call.language),
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

/** /ajustes: the settings of a server's games, for members who manage it. */
export const ajustes = withSubcommands(
  {
    name: 'ajustes',
    english: 'settings',
    es: 'Cómo se juega en este servidor',
    en: 'How games are played in this server',
    listed: 'server',
    serversOnly: true,
    managersOnly: true,
  },
  [view, change, erase],
);
