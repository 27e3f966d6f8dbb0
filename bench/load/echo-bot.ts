import { Client, GatewayIntentBits } from 'discord.js';
import { allCalls } from '../../commands/index.ts';

// The bot that bench:load compares with: discord.js used as in its guide, with our commands and one answer to all of them.
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API ?? '' },
});
const ignoreExpired = () => undefined;
client.on('interactionCreate', (interaction) => {
  if (interaction.isAutocomplete())
    void interaction.respond([{ name: 'Eco', value: 'eco' }]).catch(ignoreExpired);
  else if (interaction.isRepliable())
    void interaction
      .reply({ embeds: [{ title: 'Eco', description: 'Siempre lo mismo.', color: 0xe0b341 }] })
      .catch(ignoreExpired);
});
client.once('clientReady', () => void client.application?.commands.set(allCalls.map(({ data }) => data)));
process.on('SIGTERM', () => void client.destroy().then(() => process.exit()));
await client.login(process.env.DISCORD_TOKEN);
