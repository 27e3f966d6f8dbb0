import { Client } from 'discord.js';
import { startLocalDiscord } from '#local-discord';

// The start that bench:start compares with: discord.js alone.
const discord = await startLocalDiscord();
const client = new Client({ intents: [], rest: { api: discord.api } });
client.once('clientReady', () => console.log('ready'));
await client.login(discord.token);
