import { once } from 'node:events';
import {
  type APIModalInteractionResponseCallbackData,
  Client,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
} from 'discord.js';

const films = ['Alien', 'Arrival', 'Blade Runner', 'Heat', 'Solaris'];
const title = {
  type: 3,
  name: 'title',
  description: 'Its title',
  required: true,
  autocomplete: true,
} as const;
const commands = [{ name: 'film', description: 'Shows a film', options: [title] }];
const buttons = [
  { type: 2, style: 1, custom_id: 'seen', label: 'Seen it' },
  { type: 2, style: 2, custom_id: 'review', label: 'Write a review' },
] as const;
const components = [{ type: 1, components: buttons }] as const;
const input = { type: 4, custom_id: 'text', style: 2, max_length: 500 } as const;
const form: APIModalInteractionResponseCallbackData = {
  custom_id: 'review',
  title: 'Review',
  components: [{ type: 18, label: 'Text', component: input }],
};

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const found = films.filter((name) => name.toLowerCase().startsWith(typed));
    await interaction.respond(found.map((name) => ({ name, value: name })));
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply();
    await interaction.editReply({ content: interaction.options.getString('title', true), components });
  } else if (interaction.isButton() && interaction.customId === 'review') {
    await interaction.showModal(form);
  } else if (interaction.isButton()) {
    await interaction.update({ content: `${interaction.message.content}: seen`, components });
  } else if (interaction.isModalSubmit()) {
    const content = `Thank you for “${interaction.fields.getTextInputValue('text')}”`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  }
}

/** Logs in and registers the commands. Without `api` the bot talks to discord.com. */
export async function startBot({ token, api }: { token: string; api?: string }): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: api ? { api } : {} });
  client.on('interactionCreate', (interaction) => answer(interaction).catch(console.error));
  const ready = once(client, 'clientReady') as Promise<[Client<true>]>;
  await client.login(token);
  const [online] = await ready;
  await online.application.commands.set(commands);
  return online;
}
