import { PermissionFlagsBits } from 'discord-api-types/v10';
import {
  booleanOption,
  choice,
  integerOption,
  serverSlash,
  stringOption,
  subcommand,
} from '../src/command/slash.ts';
import { type Subcommand, withSubcommands } from '../src/command/subcommands.ts';
import { type Call, UserError } from '../src/contract/call.ts';
import { confirmErasing, erasedReply } from '../src/replies/trivia/confirm.ts';
import { settingsReply } from '../src/replies/trivia/settings.ts';
import type { Settings } from '../src/store/settings.ts';
import { gameText } from '../src/text/game.ts';

/** Discord hides the command from others, but its admins can change that: the right is checked here too. */
function guildOfManager({ guildId, manages, language }: Call): string {
  if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
  if (!manages) throw new UserError({ content: gameText[language].mayNotManage });
  return guildId;
}

const view: Subcommand = {
  data: subcommand('ver', 'view', { es: 'Los ajustes de este servidor', en: 'The settings of this server' }),
  execute: async (call, { store }) =>
    settingsReply(await store.readSettings(guildOfManager(call)), call.language),
};

const change: Subcommand = {
  data: subcommand('cambiar', 'change', {
    es: 'Cambia los ajustes que elijas',
    en: 'Change the settings you choose',
  })
    .addStringOption(
      stringOption('idioma', 'language', {
        es: 'En qué idioma se juega',
        en: 'The language of games',
      }).addChoices(
        choice('es', { es: 'español', en: 'Spanish' }),
        choice('en', { es: 'inglés', en: 'English' }),
        choice('auto', { es: 'el de quien abre la partida', en: 'that of whoever starts the game' }),
      ),
    )
    .addStringOption(
      stringOption('partidas', 'games', {
        es: 'Cuántas partidas a la vez',
        en: 'How many games at a time',
      }).addChoices(
        choice('server', { es: 'una por servidor', en: 'one a server' }),
        choice('channel', { es: 'una por canal', en: 'one a channel' }),
      ),
    )
    .addIntegerOption(
      integerOption('segundos', 'seconds', {
        es: 'Segundos por pregunta: de 10 a 60',
        en: 'Seconds a question: 10 to 60',
      })
        .setMinValue(10)
        .setMaxValue(60),
    )
    .addIntegerOption(
      integerOption('pausa', 'pause', {
        es: 'Pausa entre preguntas: de 3 a 30 s',
        en: 'Pause between questions: 3 to 30 s',
      })
        .setMinValue(3)
        .setMaxValue(30),
    )
    .addStringOption(
      stringOption('quien', 'who', {
        es: 'Quién puede abrir partidas',
        en: 'Who may start games',
      }).addChoices(
        choice('everyone', { es: 'cualquiera', en: 'anyone' }),
        choice('managers', { es: 'quien administra el servidor', en: 'those who manage the server' }),
      ),
    ),
  async execute(call, { store }) {
    const guildId = guildOfManager(call);
    const { idioma, partidas, segundos, pausa, quien } = call.options;
    const changes = {
      ...(idioma === undefined ? {} : { language: idioma === 'auto' ? null : idioma }),
      ...(partidas === undefined ? {} : { games_per: partidas }),
      ...(segundos === undefined ? {} : { seconds: segundos }),
      ...(pausa === undefined ? {} : { pause: pausa }),
      ...(quien === undefined ? {} : { starters: quien }),
    } as Partial<Settings>;
    return settingsReply(await store.changeSettings(guildId, changes), call.language);
  },
};

const erase: Subcommand = {
  data: subcommand('borrar', 'erase', {
    es: 'Borra todo lo que guardo de este servidor',
    en: 'Erase all that I keep about this server',
  }).addBooleanOption(
    booleanOption('confirmar', 'confirm', {
      es: 'Sí para borrar sin preguntar',
      en: 'Yes to erase without asking',
    }),
  ),
  async execute(call, { store }) {
    const guildId = guildOfManager(call);
    const own = gameText[call.language];
    if (call.options.confirmar !== true)
      return confirmErasing('ajustes borrar', own.eraseServer, call.language);
    await store.eraseGuild(guildId);
    return erasedReply(own.serverErased);
  },
};

/** /ajustes: how games are played in a server, for those who manage it. */
export const ajustes = withSubcommands(
  serverSlash('ajustes', 'settings', {
    es: 'Cómo se juega en este servidor',
    en: 'How games are played in this server',
  }).setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild),
  [view, change, erase],
);
