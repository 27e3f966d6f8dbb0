import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { readGroupRecommendations } from '../../src/catalogue/group-recommendations.ts';
import type { Reply } from '../../src/contract/call.ts';
import { packIds, unpackIds } from '../../src/contract/custom-id.ts';
import { askCommand, offered, readOut } from '../support/ask-command.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';
import { startTestBot } from '../support/test-bot.ts';

let catalogue: Catalogue;
let ask: ReturnType<typeof askCommand>;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  ask = askCommand(catalogue);
});

const customIds = ({ components = [] }: Reply) =>
  components.flatMap((row) => row.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])));

const everyWish = {
  genero: 10_749,
  epoca: '1900-2100',
  idioma: 'es',
  solo_conocidas: 'true',
  pagina: 99,
};

describe('/recomendacion of several titles', () => {
  it('a title given twice counts once', async () => {
    const options = { titulo: 'Volver', titulo2: 'volver', titulo4: '#219' };
    expect(await ask('recomendacion', options)).toEqual(await ask('recomendacion', { titulo: 'Volver' }));
  });

  it('the order of the titles changes the heading and not the films', async () => {
    const [there, back] = await Promise.all([
      ask('recomendacion', { titulo: 'Toy Story', titulo2: 'Heat', titulo3: 'Volver' }),
      ask('recomendacion', { titulo: 'Volver', titulo2: 'Toy Story', titulo3: 'Heat' }),
    ]);
    expect(offered(there)).toEqual(offered(back));
    expect(offered(there)).toHaveLength(6);
    expect(readOut(back)).toContain(
      'Si te gustaron Volver (2006), Toy Story (1995) y Fuego contra fuego (Heat, 1995)…',
    );
  });

  it('five films of the sample that have nothing in common get five others, whatever the filters', async () => {
    const given = [862, 949, 219, 194, 238];
    const picks = await catalogue.read(AbortSignal.timeout(10_000), (snapshot) =>
      readGroupRecommendations(snapshot, given, {
        adult: false,
        language: 'es',
        fromYear: 1990,
        known: true,
      }),
    );
    expect(picks.picks).toHaveLength(5);
    for (const pick of picks.picks) {
      expect(given).not.toContain(pick.id);
      expect(pick.release_year).toBeGreaterThanOrEqual(1990);
      expect(pick.vote_count).toBeGreaterThanOrEqual(500);
    }
  });

  it('the button for more has the five films and every filter in 100 characters', async () => {
    const titles = { titulo: '#862', titulo2: '#949', titulo3: '#219', titulo4: '#194', titulo5: '#238' };
    const ids = customIds(await ask('recomendacion', { ...titles, ...everyWish }));
    expect(ids).toEqual([
      'r/mas?ids=ny.qd.63.5e.6m&genre=10749&epoca=1900-2100&idioma=es&known=true&page=98',
    ]);
    const largest = packIds([1_600_000, 1_600_001, 1_600_002, 1_600_003, 1_600_004]);
    expect(ids[0]?.replace('ny.qd.63.5e.6m', () => largest).length).toBeLessThanOrEqual(100);
    expect(unpackIds('ny.qd.63.5e.6m')).toEqual([862, 949, 219, 194, 238]);
  });

  it('an ambiguous title is asked back with the other titles and every filter', async () => {
    const titles = { titulo: '#862', titulo2: 'hamlet', titulo3: '#219', titulo4: '#194', titulo5: '#238' };
    const asked = await ask('recomendacion', { ...titles, ...everyWish });
    expect(offered(asked)).toContain('Hamlet (1990) · Franco Zeffirelli');
    expect(customIds(asked)).toEqual([
      'a/mas?ids=ny.63.5e.6m&title=*&genre=10749&epoca=1900-2100&idioma=es&known=true&page=99',
    ]);
  });

  it('an unknown title gets suggestions that keep the other titles', async () => {
    const asked = await ask('recomendacion', { titulo: '#862', titulo2: 'el laberinto del fuano rojo' });
    expect(offered(asked)[0]).toBe("El laberinto del fauno / Pan's Labyrinth (2006) · Guillermo del Toro");
    expect(customIds(asked)[0]).toBe('a/mas?ids=ny&title=%231417');
  });

  it('a question whose texts are too long for a select says how to choose', async () => {
    const asked = await ask('recomendacion', { titulo: 'hamlet', titulo2: 'x'.repeat(200) });
    expect(asked.components).toBeUndefined();
    expect(readOut(asked)).toBe(
      'Varias películas coinciden con «hamlet». ¿Cuál buscas?\nEscribe unas letras y elige de la lista que aparece.',
    );
  });
});

it('in Discord: two ambiguous titles are asked for one after the other, then pages turn in place', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const titles = { titulo: 'hamlet', titulo2: 'Volver', titulo3: 'hamlet' };
  const first = await ana.command('recomendacion', titles);
  expect(first.ephemeral).toBe(true);
  const second = await ana.choose(first, 'Hamlet (1990) · Franco Zeffirelli');
  expect(second.ephemeral).toBe(true);
  const answer = await ana.choose(second, 'Hamlet (1948) · Laurence Olivier');
  expect(answer.ephemeral).toBe(false);
  expect(answer.message.content).toBe('**Si te gustaron Volver (2006), Hamlet (1990) y Hamlet (1948)…**');
  const shown = await ana.command('recomendacion', { titulo: '#862', titulo2: 'Volver' });
  expect(shown.message.content).toBe('**Si te gustaron Toy Story (1995) y Volver (2006)…**');
  const turned = await ana.press(shown, 'Más ▶');
  expect([turned.kind, turned.message.id]).toEqual(['update', shown.message.id]);
  expect(turned.message.content).toBe('**Si te gustaron Toy Story (1995) y Volver (2006)…**');
  expect(turned.message.embeds[0]?.title).toMatch(/^6\. /u);
  expect(discord.violations).toEqual([]);
});
