import { startLocalDiscord } from '../local-discord/index.ts';
import { runPrompt } from '../local-discord/prompt/run-prompt.ts';
import { startBot } from './bot/bot.ts';
import type { BotParts } from './bot/context.ts';
import { firstSignal } from './lib/first-signal.ts';

const welcome = (url: string) => `
Filmoteca está lista. Sin DISCORD_TOKEN hablas con ella aquí mismo, en un Discord de esta máquina (${url}).
Prueba: /pelicula titulo:Toy Story   ·   Tab completa comandos, opciones y títulos   ·   Ctrl-C sale.

Para llevarla a un servidor de verdad: crea una aplicación en https://discord.com/developers/applications,
copia el token de su bot en un archivo .env como DISCORD_TOKEN=… y vuelve a escribir npm start.
`;

/** Starts a Discord on this machine, connects the bot to it and opens a prompt; resolves when the person leaves. */
export async function runLocally(parts: BotParts): Promise<void> {
  const signal = firstSignal();
  const discord = await startLocalDiscord();
  const bot = await startBot(parts, { token: discord.token, api: discord.api });
  const { stdin: input, stdout: output } = process;
  output.write(welcome(discord.url));
  await Promise.race([runPrompt(discord, { input, output, language: 'es' }), signal]);
  input.destroy();
  await bot.stop();
  await discord.close();
}
