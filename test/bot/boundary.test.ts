import { describe, expect, it } from 'vitest';
import { allCalls } from '../../commands/index.ts';
import { command } from '../../src/command/command.ts';
import { testCommand } from '../support/ask-command.ts';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

const SLOW =
  'select count(*)::int as pairs from range(100000) a, range(100000) b, range(100000) c where a.range % 7 = b.range % 11';

const textOf = (answer: { message: { content: string; embeds: { description?: string }[] } }) =>
  answer.message.embeds[0]?.description ?? answer.message.content;

describe('an error', () => {
  it('is shown in private with an id under which the log has it', async () => {
    const kaboom = testCommand('falla', async () => {
      throw new Error('Kaboom!');
    });
    const { discord, logged } = await startTestBot({ commands: [kaboom] });
    const answer = await discord.person({ name: 'Ana' }).command('falla');
    expect(answer.ephemeral).toBe(true);
    const id = /`(\w{8})`/u.exec(textOf(answer))?.[1];
    expect(textOf(answer)).toBe(
      `Algo falló de mi lado. Quedó anotado con el código \`${id}\`; inténtalo de nuevo.`,
    );
    const entry = logged.map((line) => JSON.parse(line)).find((line) => line.id === id);
    expect(entry).toMatchObject({ command: 'falla', kind: 'command', locale: 'es-419', outcome: 'failed' });
    expect(entry.error.message).toBe('Kaboom!');
  });

  it('does not stop the bot from answering', async () => {
    const kaboom = testCommand('falla', async () => {
      throw new Error('Kaboom!');
    });
    const fine = testCommand('bien', async () => ({ content: 'bien' }));
    const { discord } = await startTestBot({ commands: [kaboom, fine] });
    const ana = discord.person({ name: 'Ana' });
    await ana.command('falla');
    expect(textOf(await ana.command('bien'))).toBe('bien');
  });

  it('an answer that Discord refuses is reported as an error, not lost', async () => {
    const empty = testCommand('vacia', async () => ({}));
    const { discord, logged } = await startTestBot({ commands: [empty] });
    const answer = await discord.person({ name: 'Ana' }).command('vacia');
    expect(textOf(answer)).toContain('Algo falló de mi lado.');
    expect(logged.join('')).toContain('DiscordAPIError');
  });

  it('an answer over the limits of Discord is cut to them', async () => {
    const [long, name] = ['x'.repeat(7000), 'y'.repeat(300)];
    const embed = {
      title: name,
      description: long,
      fields: Array.from({ length: 30 }, () => ({ name, value: long })),
      footer: { text: long },
    };
    const longs = testCommand('larga', async () => ({ content: long, embeds: [embed, embed] }));
    const { discord } = await startTestBot({ commands: [longs] });
    const { message } = await discord.person({ name: 'Ana' }).command('larga');
    expect(message.content).toBe(`${'x'.repeat(1989)}…`);
    expect(message.embeds.map(({ title }) => title)).toEqual(Array(2).fill(`${'y'.repeat(245)}…`));
    expect(discord.violations).toEqual([]);
  });
});

describe('a slow command', () => {
  it('is interrupted, and the person is told in time', async () => {
    const slow = testCommand('lenta', async (_, { catalogue }) => {
      await catalogue.query(SLOW);
      return { content: 'tarde' };
    });
    const { discord, logged } = await startTestBot({ commands: [slow] });
    const answer = await discord.person({ name: 'Ana', locale: 'en-US' }).command('lenta');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toBe('This is taking me too long. Try again in a moment.');
    expect(answer.latencyMs).toBeLessThan(3000);
    expect(logged.join('')).toContain('"outcome":"too slow"');
  });

  it('that waits for something else than a query gets the same time', async () => {
    const stuck = testCommand('atascada', () => new Promise(() => undefined));
    const { discord } = await startTestBot({ commands: [stuck] });
    const answer = await discord.person({ name: 'Ana' }).command('atascada');
    expect(textOf(answer)).toBe('Esto me está tomando demasiado. Prueba de nuevo en un momento.');
  });

  it('that deferred its answer edits it when it is ready', async () => {
    const patient = testCommand('paciente', async (call, { catalogue }) => {
      await call.defer();
      const [row] = await catalogue.query<{ films: number }>('select count(*)::int as films from movies');
      return { content: `${row?.films}` };
    });
    const { discord } = await startTestBot({ commands: [patient] });
    const answer = await discord.person({ name: 'Ana' }).command('paciente');
    expect(answer.deferred).toBe(true);
    expect((await answer.final()).content).toBe('392');
  });

  it('that fails after it deferred a public answer shows only a general error', async () => {
    const failing = testCommand('diferida', async (call) => {
      await call.defer();
      throw new Error('Kaboom!');
    });
    const { discord } = await startTestBot({ commands: [failing] });
    const answer = await discord.person({ name: 'Ana' }).command('diferida');
    const message = await answer.final();
    expect(message.embeds[0]?.description).toMatch(/^Algo falló de mi lado/u);
  });
});

describe('a person in a hurry', () => {
  it('is asked to wait, while others are not', async () => {
    const { discord } = await startTestBot({ capacity: 2 });
    const ana = discord.person({ name: 'Ana' });
    await ana.command('ayuda');
    await ana.command('ayuda');
    expect(textOf(await ana.command('ayuda'))).toBe('Vas muy rápido para mí. Espera 1 s y seguimos.');
    expect(textOf(await discord.person({ name: 'Luis' }).command('ayuda'))).toContain('Una película');
  });
});

describe('a button', () => {
  it.each([
    ['of a command that no longer exists', 'a/borrada?titulo=%231'],
    ['with an option that no longer exists', 'a/ayuda?todo=1'],
    ['with a value that was never offered', 'r/lista?orden=sueldo'],
    ['that another program made', 'x'],
  ])('%s is answered in private, and nothing else happens', async (_, customId) => {
    const button = { type: 2, style: 2, label: 'Pulsa', custom_id: customId } as const;
    const words = { english: 'x', es: 'x', en: 'x' };
    const choices = [{ value: 'fecha', es: 'fecha', en: 'fecha' }];
    const list = command({
      ...words,
      name: 'lista',
      listed: 'server',
      options: { orden: { ...words, type: 'string', choices } },
      execute: async () => ({ content: 'lista', components: [{ type: 1, components: [button] }] }),
    });
    const help = testCommand('ayuda', async () => ({ content: 'ayuda' }));
    const { discord } = await startTestBot({ commands: [list, help] });
    const ana = discord.person({ name: 'Ana' });
    const answer = await ana.press(await ana.command('lista'), 'Pulsa');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toMatch(/versión anterior|no tiene la opción|no es un valor/u);
  });
});

describe('the log', () => {
  it('has one line an interaction, without tokens, URLs or typed text', async () => {
    const { discord, bot, logged } = await startTestBot();
    const ana = discord.person({ name: 'Ana' });
    await ana.command('score_titulo', { titulo: 'un título muy secreto' });
    await ana.command('score_titulo', { titulo: '#862' });
    await ana.autocomplete('score_titulo', 'titulo', 'otro secreto');
    await bot.stop();
    const lines = logged.map((line) => JSON.parse(line)).filter((line) => line.command !== undefined);
    expect(lines.map(({ command, kind, locale, outcome }) => [command, kind, locale, outcome])).toEqual([
      ['score_titulo', 'command', 'es-419', 'refused'],
      ['score_titulo', 'command', 'es-419', 'answered'],
      ['score_titulo', 'autocomplete', 'es-419', 'answered'],
    ]);
    expect(lines.every((line) => typeof line.ms === 'number')).toBe(true);
    expect(logged.join('')).not.toMatch(new RegExp(`secreto|webhooks|http|${discord.token}`, 'u'));
  });
});

describe('PRIVACY.md', () => {
  it('is right: no line of the log names a person, their server or what they typed', async () => {
    const operated = await openDiscord();
    const ana = operated.person({ name: 'Filomena Reservada', admin: true });
    const guildId = operated.guilds[0]?.id;
    const kaboom = testCommand('falla', async () => {
      throw new Error('Kaboom!');
    });
    const { logged } = await startTestBot({
      discord: operated,
      commands: [...allCalls, kaboom],
      operators: { ids: new Set([ana.id]), guildId },
    });
    const eva = operated.person({ name: 'Eva Callada', admin: true, locale: 'en-US' });
    const typed = 'texto confidencial';
    let used = 0;
    for (const person of [ana, eva])
      for (const { realName, options } of person.commands()) {
        const values = options
          .filter((option) => option.type === 3 && !('choices' in option && option.choices))
          .map(({ name }) => [name, typed]);
        await person
          .command(realName, Object.fromEntries(values))
          .then(() => used++)
          .catch(() => undefined);
      }
    expect(used).toBeGreaterThan(30);
    const lines = logged.map((line) => JSON.parse(line));
    expect(lines.filter(({ command }) => command === 'recargar aplicar')).toMatchObject([
      { operator: 1, outcome: 'refused' },
      { operator: 'none', outcome: 'refused' },
    ]);
    const leaked = [ana.id, eva.id, 'Filomena', 'Callada', guildId].filter((secret) =>
      logged.join('').includes(String(secret)),
    );
    expect(leaked).toEqual([]);
    // Only a version that an operator chooses is logged.
    const quoting = lines.filter((line) => JSON.stringify(line).includes(typed));
    expect(quoting.map(({ command, operator }) => [command, operator])).toEqual([['recargar aplicar', 1]]);
  });
});

describe('SIGTERM', () => {
  it('lets the bot send the answers under way before it stops', async () => {
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let start: () => void = () => {};
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    const waiting = testCommand('espera', async () => {
      start();
      await released;
      return { content: 'llegué' };
    });
    const { discord, bot } = await startTestBot({ commands: [waiting] });
    const answer = discord.person({ name: 'Ana' }).command('espera');
    await started;
    const stopped = bot.stop();
    release();
    expect(textOf(await answer)).toBe('llegué');
    await stopped;
  });
});
