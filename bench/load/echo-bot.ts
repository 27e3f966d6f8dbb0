import { Client, GatewayIntentBits } from 'discord.js';
import { allCalls } from '../../commands/index.ts';

// The peer: a bot of discord.js as its guide writes one. It has our commands, and one answer to all of them.
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API ?? '' },
});
// Who asked is told nothing any more once it is too late.
const late = () => undefined;
client.on('interactionCreate', (interaction) => {
  if (interaction.isAutocomplete()) void interaction.respond([{ name: 'Eco', value: 'eco' }]).catch(late);
  else if (interaction.isRepliable())
    void interaction
      .reply({ embeds: [{ title: 'Eco', description: 'Siempre lo mismo.', color: 0xe0b341 }] })
      .catch(late);
});
client.once('clientReady', () => void client.application?.commands.set(allCalls.map(({ data }) => data)));
process.on('SIGTERM', () => void client.destroy().then(() => process.exit()));
await client.login(process.env.DISCORD_TOKEN);
