import { startLocalDiscord } from '../local-discord/index.ts';
import { runPrompt } from '../local-discord/prompt/run-prompt.ts';
import { startBot } from './bot/bot.ts';
import type { BotParts } from './bot/context.ts';
import { firstSignal } from './lib/first-signal.ts';
import { createTokenBuckets } from './lib/token-bucket.ts';
import type { Notices } from './notices.ts';

/** The page is at the same address after a restart, so that an open one finds its way back; taken, any other will do. */
const PORT = 1895;

const welcome = (url: string) => `
Filmoteca está lista. Sin DISCORD_TOKEN hablas con ella en un Discord de esta máquina: abre ${url} en tu navegador,
o escribe aquí mismo: /pelicula titulo:Toy Story   ·   Tab completa comandos, opciones y títulos   ·   Ctrl-C sale.

Para llevarla a un servidor de verdad: crea una aplicación en https://discord.com/developers/applications,
copia el token de su bot en un archivo .env como DISCORD_TOKEN=… y vuelve a escribir npm start.
`;

/**
 * Starts a Discord on this machine, connects the bot to it and opens a prompt; resolves when the person leaves.
 * Who is alone with the bot need not be held back, so there is no limit on how fast they ask.
 */
export async function runLocally(parts: BotParts, notices: Notices): Promise<void> {
  const signal = firstSignal();
  const discord = await startLocalDiscord({ port: PORT }).catch(() => startLocalDiscord());
  const limits = createTokenBuckets({ capacity: 1e6, perSecond: 1e6, clock: parts.clock });
  // Whoever sits at this machine operates the bot.
  const ids = new Set([...parts.operators.ids, ...discord.admins]);
  const operators = { ids, guildId: discord.guilds[0]?.id };
  const bot = await startBot({ ...parts, limits, operators }, { token: discord.token, api: discord.api });
  const { stdin: input, stdout: output } = process;
  output.write(welcome(discord.url));
  await Promise.race([runPrompt(discord, { input, output, language: 'es', notices }), signal]);
  input.destroy();
  await parts.reload.close();
  await bot.stop();
  await discord.close();
}
