import {
  type ApplicationCommandDataResolvable,
  Client,
  GatewayIntentBits,
  type Interaction,
  type RESTOptions,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../index.ts';
import { openapiValidator } from './openapi-validator.ts';

type Answering = (interaction: Interaction) => unknown;

export type Stage = { discord: LocalDiscord; client: Client<true>; errors: unknown[] };

/** Starts a Discord that is closed after the test. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ validate: openapiValidator(), ...options });
  onTestFinished(() => discord.close());
  return discord;
}

/** Starts a Discord and a discord.js client whose interactions `answering` answers. Its exceptions are collected in `errors`. */
export async function openStage(
  answering: Answering,
  commands: ApplicationCommandDataResolvable[] = [hola],
  options: LocalDiscordOptions = {},
): Promise<Stage> {
  const discord = await openDiscord(options);
  const rest: Partial<RESTOptions> = { api: discord.api };
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest });
  onTestFinished(() => client.destroy());
  const errors: unknown[] = [];
  client.on('interactionCreate', (interaction) => {
    Promise.resolve(answering(interaction)).catch((error: unknown) => errors.push(error));
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await ready;
  const online = client as Client<true>;
  await online.application.commands.set(commands);
  return { discord, client: online, errors };
}

export const hola = { name: 'hola', description: 'Saluda' };
