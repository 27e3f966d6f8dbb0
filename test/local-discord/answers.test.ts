import { expect, test } from 'vitest';
import { openStage } from './bot.ts';

test('a person sends a command and reads the reply', async () => {
  const { discord, errors } = await openStage(
    (interaction) => interaction.isChatInputCommand() && interaction.reply('¡Hola!'),
  );
  const ana = discord.person({ name: 'Ana' });
  const answer = await ana.command('hola');
  expect(answer.message.content).toBe('¡Hola!');
  expect(answer.ephemeral).toBe(false);
  expect(errors).toEqual([]);
  expect(discord.violations).toEqual([]);
});
