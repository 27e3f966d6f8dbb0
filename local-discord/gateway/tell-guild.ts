import { GatewayIntentBits } from 'discord-api-types/v10';
import type { World } from '../world.ts';
import { isServedBy, sendEvent } from './session.ts';

/** Sends an event of a guild to the sessions that have that guild and asked for the Guilds intent. */
export function tellGuild({ sessions }: World, guildId: string, event: string, data: object): void {
  for (const session of sessions.filter((one) => isServedBy(one, guildId))) {
    if ((session.intents & GatewayIntentBits.Guilds) !== 0) sendEvent(session, event, data);
  }
}
