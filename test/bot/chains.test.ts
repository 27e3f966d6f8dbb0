import { expect, it } from 'vitest';
import { startTestBot } from '../support/test-bot.ts';

it('a person asks how two people are connected, counts directors too, and opens a film on the way', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const [darin] = await ana.autocomplete('conexion', 'persona1', 'ricardo dar');
  const [almodovar] = await ana.autocomplete('conexion', 'persona2', 'almodovar');
  const answer = await ana.command('conexion', {
    persona1: darin?.value ?? '',
    persona2: almodovar?.value ?? '',
  });
  expect(answer.ephemeral).toBe(false);
  expect(answer.message.embeds[0]?.title).toBe('Ricardo Darín – Pedro Almodóvar');
  expect(answer.message.embeds[0]?.description).toBe(
    'No hay conexión: ningún camino del catálogo lleva de **Ricardo Darín** a **Pedro Almodóvar**.',
  );
  const wider = await ana.press(answer.message, 'Con dirección y guion');
  expect(wider.message.id).toBe(answer.message.id);
  expect(wider.message.embeds[0]?.description).toBe(
    [
      'A **2** películas de distancia\n',
      '**Ricardo Darín**',
      '↓ *Relatos salvajes (2014)*',
      '**Darío Grandinetti**',
      '↓ *Julieta (2016)* · dirección: Pedro Almodóvar',
      '**Pedro Almodóvar**',
    ].join('\n'),
  );
  const card = await ana.choose(wider, 'Julieta (2016)');
  expect(card.message.embeds[0]?.title).toBe('Julieta (2016)');
  expect(discord.violations).toEqual([]);
});
