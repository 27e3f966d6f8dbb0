import { describe, expect, it } from 'vitest';
import type { LocalDiscord, Person } from '#local-discord';
import { commands } from '../../commands/index.ts';
import type { Option } from '../../src/contract/signature.ts';
import { testCommand } from '../support/ask-command.ts';
import { startTestBot } from '../support/test-bot.ts';

/** The commands that work outside a server and have no subcommands. */
const everyCommand = commands.filter(
  ({ data, signatures }) =>
    data.contexts?.includes(1) === true && signatures.some(({ name }) => name === data.name),
);

/** The first choice of an option, or the first that autocomplete offers; a title for an option that takes any text. */
async function firstValue(person: Person, command: string, name: string, option: Option) {
  if (option.type !== 'boolean' && option.choices !== undefined) return option.choices[0]?.value;
  if (!('autocomplete' in option) || option.autocomplete !== true) return 'Toy Story';
  const [choice] = await person.autocomplete(command, name, '');
  return choice?.value;
}

const titleOf = (message: { embeds: { title?: string; description?: string }[] }) =>
  message.embeds[0]?.title ?? message.embeds[0]?.description;

async function useEveryCommand(discord: LocalDiscord, person: Person) {
  expect(everyCommand.length).toBeGreaterThan(0);
  for (const { data, signatures } of everyCommand) {
    const options: Record<string, string | number> = {};
    for (const [name, option] of Object.entries(signatures[0]?.options ?? {}))
      if (option.required === true) options[name] = (await firstValue(person, data.name, name, option)) ?? '';
    const answer = await person.command(data.name, options);
    expect(answer.message.embeds.length).toBeGreaterThan(0);
  }
  expect(discord.violations).toEqual([]);
}

describe('every command', () => {
  it('is answered in Spanish and in English, within the limits of Discord', async () => {
    const { discord } = await startTestBot();
    await useEveryCommand(discord, discord.person({ name: 'Ana', locale: 'es-419' }));
    await useEveryCommand(discord, discord.person({ name: 'Bob', locale: 'en-GB' }));
  });

  it('works in direct messages and for a person who installed the bot for themselves', async () => {
    const { discord } = await startTestBot();
    await useEveryCommand(discord, discord.person({ name: 'Ana', context: 'dm' }));
    await useEveryCommand(discord, discord.person({ name: 'Eva', context: 'user-install' }));
  });

  it('has an English name for people with Discord in English, and answers in the language of the person', async () => {
    const { discord } = await startTestBot();
    const bob = discord.person({ name: 'Bob', locale: 'en-US' });
    const answer = await bob.command('title_score', { title: 'El padrino' });
    expect(titleOf(answer.message)).toBe('The Godfather (1972)');
    const eva = discord.person({ name: 'Eva', locale: 'fr' });
    expect(titleOf((await eva.command('score_titulo', { titulo: 'El padrino' })).message)).toBe(
      'El padrino (The Godfather, 1972)',
    );
  });

  it('is answered as before after the gateway session was lost, closed or invalidated', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    for (const disturb of [
      discord.gateway.drop,
      discord.gateway.reconnect,
      () => discord.gateway.invalidate(true),
    ]) {
      await disturb();
      expect(titleOf((await ana.command('score_titulo', { titulo: '#862' })).message)).toBe(
        'Toy Story (1995)',
      );
    }
  });
});

describe('autocomplete', () => {
  it('suggests the film that was meant, and its value works in the command', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    const [first] = await ana.autocomplete('score_titulo', 'titulo', 'mi pobre ang');
    expect(first).toEqual({ name: 'Mi pobre angelito / Home Alone (1990) · Chris Columbus', value: '#771' });
    const answer = await ana.command('score_titulo', { titulo: String(first?.value) });
    expect(titleOf(answer.message)).toBe('Mi pobre angelito (Home Alone, 1990)');
  });

  it('accepts anything that a keyboard can send', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    for (const typed of [
      "'; drop table movies; --",
      '%',
      '\\',
      '𝕳𝖊𝖆𝖙',
      '‮abc',
      'x'.repeat(5000),
      '#',
      '#99999999999',
    ]) {
      expect(Array.isArray(await ana.autocomplete('pelicula', 'titulo', typed))).toBe(true);
    }
    expect(discord.violations).toEqual([]);
  });
});

describe('buttons and selects', () => {
  it('a title of several films: the choice is private, and its answer is public', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    const asked = await ana.command('score_titulo', { titulo: 'hamlet' });
    expect(asked.ephemeral).toBe(true);
    const answer = await ana.choose(asked, 'Hamlet (1990) · Franco Zeffirelli');
    expect(answer.ephemeral).toBe(false);
    expect(titleOf(answer.message)).toBe('Hamlet (1990)');
  });

  it('an unknown title: a click on a suggestion answers the command', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    const unknown = await ana.command('votos_titulo', { titulo: 'el laberinto del fuano rojo' });
    expect(unknown.ephemeral).toBe(true);
    const answer = await ana.press(
      unknown,
      "El laberinto del fauno / Pan's Labyrinth (2006) · Guillermo del Toro",
    );
    expect(titleOf(answer.message)).toBe('El laberinto del fauno (2006)');
  });

  it("a director's pages turn in place, even after a restart of the bot", async () => {
    const first = await startTestBot();
    const ana = first.discord.person({ name: 'Ana' });
    const shown = await ana.command('get_director', { nombre_director: 'Pedro Almodóvar' });
    await first.bot.stop();
    await startTestBot({ discord: first.discord });
    const turned = await ana.press(shown, 'Por retorno');
    expect(turned.kind).toBe('update');
    expect(turned.message.id).toBe(shown.message.id);
    expect(turned.message.embeds[0]?.description).toContain('*Por retorno · Página 1 de 2*');
  });

  it('a press by another person opens a private copy for them and does not change the message', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    const luis = discord.person({ name: 'Luis', locale: 'en-US' });
    const shown = await ana.command('get_director', { nombre_director: 'Pedro Almodóvar' });
    const before = shown.message.embeds[0]?.description;
    const copy = await luis.press(shown.message, 'Por retorno');
    expect([copy.kind, copy.ephemeral]).toEqual(['message', true]);
    expect(copy.message.embeds[0]?.description).toContain('*By return · Page 1 of 2*');
    expect(shown.message.embeds[0]?.description).toBe(before);
    const turned = await luis.press(copy, 'Newest');
    expect(turned.kind).toBe('update');
  });

  it('a card leads to similar films, to the director and to the cast, each in a new message', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    const card = await ana.command('pelicula', { titulo: 'Volver' });
    const like = await ana.press(card, 'Parecidas');
    expect(like.message.content).toBe('**Si te gustó Volver (2006)…**');
    const pick = await ana.choose(like, 'Hable con ella (2002)');
    expect(titleOf(pick.message)).toBe('Hable con ella (2002)');
    expect(titleOf((await ana.press(card, 'Cine de Pedro Almodóvar')).message)).toBe('Pedro Almodóvar');
    const actress = await ana.choose(card, 'Penélope Cruz');
    expect(titleOf(actress.message)).toBe('Penélope Cruz');
    expect(titleOf((await ana.choose(actress, 'Volver (2006)')).message)).toBe('Volver (2006)');
  });
});

describe('an age-restricted channel', () => {
  it('is recognised from the channel in the interaction', async () => {
    const seen: boolean[] = [];
    const spy = testCommand('espia', async ({ adult }) => {
      seen.push(adult);
      return { content: 'ok' };
    });
    const { discord } = await startTestBot({ commands: [spy] });
    const ana = discord.person({ name: 'Ana' });
    await ana.command('espia');
    ana.enter('noche');
    await ana.command('espia');
    expect(seen).toEqual([false, true]);
  });
});

it("/acerca links to the operator's privacy policy and terms, in the language of the person", async () => {
  const { discord } = await startTestBot({ documentsUrl: 'https://example.org/filmoteca/' });
  const links = async (locale: string) => {
    const { message } = await discord.person({ name: 'Ana', locale }).command('acerca');
    return (message.components ?? []).flatMap((row) =>
      'components' in row ? row.components.flatMap((one) => ('url' in one ? [one.url] : [])) : [],
    );
  };
  const folder = 'https://example.org/filmoteca';
  expect(await links('es-419')).toEqual([`${folder}/PRIVACY.es.md`, `${folder}/TERMS.es.md`]);
  expect(await links('en-US')).toEqual([`${folder}/PRIVACY.md`, `${folder}/TERMS.md`]);
});
