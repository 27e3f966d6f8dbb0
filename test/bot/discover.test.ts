import { expect, it } from 'vitest';
import { startTestBot } from '../support/test-bot.ts';
import { description, labelsOf, title } from '../support/trivia.ts';

it('/descubrir turns its pages in place, opens cards, and keeps the filters of its buttons', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const shown = await ana.command('descubrir', { genero: 18, epoca: 'los 90', orden: 'newest' });
  expect(title(shown.message)).toBe('Drama · años 90');
  expect(labelsOf(shown.message)).toEqual(['◀ Anteriores', 'Siguientes ▶', 'Sorpréndeme 🎲', 'Ver consulta']);
  const first = description(shown.message);
  const next = await ana.press(shown, 'Siguientes ▶');
  expect([next.kind, next.message.id]).toEqual(['update', shown.message.id]);
  expect(next.message.embeds[0]?.footer?.text).toMatch(
    /^\d+ películas · de la más reciente a la más antigua · Página 2 de \d+$/u,
  );
  expect(description(next.message)).not.toBe(first);
  expect(description((await ana.press(next, '◀ Anteriores')).message)).toBe(first);
  const surprise = await ana.press(shown, 'Sorpréndeme 🎲');
  expect(description(surprise.message)).toMatch(/Drama|drama/u);
  expect(discord.violations).toEqual([]);
});

it('/descubrir in English completes a country and a person, and offers to drop the filter that is in the way', async () => {
  const { discord } = await startTestBot();
  const bob = discord.person({ name: 'Bob', locale: 'en-US' });
  const [country] = await bob.autocomplete('discover', 'country', 'argen');
  expect(country).toEqual({ name: 'Argentina', value: 'AR' });
  const [person] = await bob.autocomplete('discover', 'person', 'ricardo dar');
  const found = await bob.command('discover', { country: 'AR', person: String(person?.value) });
  expect(title(found.message)).toBe('Argentina · with Ricardo Darín');
  const none = await bob.command('discover', { country: 'AR', years: '1900-1910' });
  expect(none.ephemeral).toBe(true);
  const [drop = ''] = labelsOf(none.message);
  expect(drop).toBe('Drop the years');
  const all = await bob.press(none, drop);
  expect([all.ephemeral, title(all.message)]).toEqual([false, 'Argentina']);
  expect(discord.violations).toEqual([]);
});

it('/azar draws a film that the person has not drawn, again and again, and remembers it after a restart', async () => {
  const { discord, store, bot } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const first = await ana.command('azar', { epoca: '1994' });
  const second = await ana.press(first, 'Otra al azar 🎲');
  await bot.stop();
  await startTestBot({ discord, store });
  const third = await ana.press(second, 'Otra al azar 🎲');
  const titles = [first, second, third].map(({ message }) => title(message));
  for (const one of titles) expect(one).toMatch(/1994\)$/u);
  expect(new Set(titles).size).toBe(3);
  expect(discord.violations).toEqual([]);
});
