import { PassThrough } from 'node:stream';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { complete } from '../prompt/complete.ts';
import { nearestNames, readCommandLine } from '../prompt/read-line.ts';
import { runPrompt } from '../prompt/run-prompt.ts';
import { promptText } from '../prompt/text.ts';
import { openStage } from './bot.ts';

const commands = [
  {
    name: 'score_titulo',
    name_localizations: { 'en-US': 'title_score' },
    description: 'Puntaje',
    options: [
      {
        type: 3,
        name: 'titulo',
        name_localizations: { 'en-US': 'title' },
        description: 'x',
        required: true,
        autocomplete: true,
      },
      { type: 5, name: 'todo', description: 'x' },
    ],
  },
  {
    name: 'peliculas_mes',
    description: 'x',
    options: [
      {
        type: 3,
        name: 'mes',
        description: 'x',
        required: true,
        choices: ['enero', 'febrero', 'marzo'].map((name, index) => ({ name, value: String(index + 1) })),
      },
    ],
  },
  {
    name: 'peliculas_dia',
    description: 'x',
    options: [
      {
        type: 4,
        name: 'dia',
        description: 'x',
        required: true,
        choices: [
          { name: 'martes', name_localizations: { 'en-US': 'Tuesday' }, value: 2 },
          { name: 'miércoles', name_localizations: { 'en-US': 'Wednesday' }, value: 3 },
        ],
      },
    ],
  },
  { name: 'cerrar', description: 'x' },
  { name: 'elegir', description: 'x' },
  { name: 'lento', description: 'x' },
  { name: 'avance', description: 'x' },
];

const row = {
  type: 1,
  components: [
    { type: 2, style: 1, label: 'Más', custom_id: 'mas' },
    { type: 2, style: 5, label: 'TMDB', url: 'https://a.b' },
    { type: 2, style: 1, label: 'Menos', custom_id: 'menos' },
  ],
};
const closing = { type: 1, components: [{ type: 2, style: 1, label: 'Cerrar', custom_id: 'cerrar' }] };
const options = ['a', 'b', 'c'].map((value) => ({ label: `Opción ${value}`, value }));
const select = { type: 1, components: [{ type: 3, custom_id: 'cual', max_values: 2, options }] };

const openPrompting = () => openStage(answer, commands as never);

function answer(it: Interaction): Promise<unknown> | undefined {
  if (it.isAutocomplete()) return suggest(it);
  if (it.isButton())
    return it.update({
      content: `pulsado ${it.customId}`,
      ...(it.customId === 'cerrar' ? { components: [] } : {}),
    });
  if (it.isStringSelectMenu())
    return it.reply({ content: `elegido ${it.values}`, flags: MessageFlags.Ephemeral });
  return it.isChatInputCommand() ? say(it) : undefined;
}

function suggest(it: AutocompleteInteraction): Promise<unknown> {
  const typed = it.options.getFocused().toLowerCase();
  const titles = ['Heat (1995) · Michael Mann', 'Heat (1986) · Dick Richards'];
  const fitting = titles.filter((name) => name.toLowerCase().includes(typed));
  return it.respond(fitting.map((name) => ({ name, value: `#${name.slice(6, 10)}` })));
}

async function say(it: ChatInputCommandInteraction): Promise<unknown> {
  if (it.commandName === 'elegir') return it.reply({ content: 'elige', components: [row, select] });
  if (it.commandName === 'cerrar') return it.reply({ components: [closing] });
  if (it.commandName === 'avance') {
    await it.deferReply();
    await it.editReply('paso 1');
    return it.editReply('paso 2');
  }
  if (it.commandName === 'lento') await it.deferReply();
  const said = JSON.stringify([it.locale, ...it.options.data.map(({ value }) => value)]);
  return it.deferred ? it.editReply(said) : it.reply(said);
}

/** Returns the rows that a terminal shows: interprets line ends, cursor-up and erase-below. */
function screenOf(written: string): string[] {
  const rows = [''];
  for (const part of written.replaceAll('\r', '').split('\x1b[')) {
    const up = Number(/^(\d+)A/u.exec(part)?.[1] ?? 0);
    rows.splice(rows.length - up);
    const erased = up > 0 || part.startsWith('J') ? '' : rows.at(-1);
    const [first, ...others] = part.replace(/^\d*[A-Za-z]/u, '').split('\n');
    rows.splice(-1, 1, `${erased}${first}`, ...others);
  }
  return rows;
}

/** Returns the prompt's output for piped lines. */
async function pipe(...lines: string[]): Promise<string[]> {
  const { discord, errors } = await openPrompting();
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  expect(await runPrompt(discord, { input, output, language: 'es' })).toBe(
    lines.includes(':salir') ? 'left' : 'ended',
  );
  expect(errors).toEqual([]);
  output.end();
  const written = (await output.toArray()).join('');
  return written.split('\n').filter((line) => line !== '');
}

describe('piped lines are answered one by one until they end', () => {
  test('a value may contain spaces and colons; a text without a name is the first option', async () => {
    expect(
      await pipe(
        '/score_titulo titulo:2001: A Space Odyssey',
        '/score_titulo Alien: Covenant',
        '/score_titulo todo:sí titulo:Up ',
        '/score_titulo Mi titulo: uno todo:no',
      ),
    ).toEqual([
      '["es-419","2001: A Space Odyssey"]',
      '["es-419","Alien: Covenant"]',
      '["es-419","Up",true]',
      '["es-419","Mi titulo: uno",false]',
    ]);
  });

  test('a choice is found by its name', async () => {
    expect(await pipe('/peliculas_mes mes:marzo', '/peliculas_mes mes:mayo')).toEqual([
      '["es-419","3"]',
      'Para mes, elige una de estas opciones: enero, febrero, marzo.',
    ]);
  });

  test('names of commands, options and choices match without and with wrong accents', async () => {
    const lines = [
      '/peliculas_dia dia:miercoles',
      '/películas_dia día:MIÉRCOLES',
      '/peliculas_dia wednesday',
    ];
    expect(await pipe(...lines, '/peliculas_dia dia:lunes')).toEqual([
      ...lines.map(() => '["es-419",3]'),
      'Para dia, elige una de estas opciones: martes, miércoles.',
    ]);
    expect(await pipe('/score_titulo título:heat 1995', '/score_titulo TÍTULO:Ñu'.normalize('NFD'))).toEqual([
      '["es-419","heat 1995"]',
      '["es-419","Ñu"]',
    ]);
  });

  test('after a change of language, commands have their English names', async () => {
    expect(
      await pipe(':idioma en', '/title_score title:Heat', '/nothing', ':idioma es', ':idioma fr'),
    ).toEqual([
      'Done: the language is English now.',
      '["en-US","Heat"]',
      'There is no command /nothing.',
      'Listo: ahora te hablo en español.',
      'Escribe :idioma es o :idioma en.',
    ]);
  });

  test('a command is found and suggested by its name in the other language', async () => {
    expect(
      await pipe('/title_score Heat', '/title_score title:Heat todo:no', '/titel_score x', '/title_score'),
    ).toEqual([
      '["es-419","Heat"]',
      '["es-419","Heat",false]',
      'No existe el comando /titel_score. ¿Querías decir /title_score?',
      'Falta la opción titulo. Escribe titulo:…',
    ]);
  });

  test('a command without options refuses a text', async () => {
    expect(await pipe('/lento foo bar', ':idioma en', '/lento titulo:x')).toEqual([
      '/lento no lleva opciones: escríbelo solo.',
      'Done: the language is English now.',
      '/lento takes no options: type only its name.',
    ]);
  });

  test('buttons and options are used by number', async () => {
    const drawn = [
      'elige',
      '1 [ Más ]  [ TMDB ↗ ] (https://a.b)  2 [ Menos ]',
      '▾ …',
      '  3 ○ Opción a',
      '  4 ○ Opción b',
      '  5 ○ Opción c',
    ];
    expect(await pipe('/elegir', '3 5')).toEqual([...drawn, 'elegido a,c', '◌ Solo tú puedes ver esto']);
    expect(await pipe('/elegir', '#2', '7')).toEqual([
      ...drawn,
      'pulsado menos',
      ...drawn.slice(1),
      'Elige un número del 1 al 5.',
    ]);
    expect((await pipe('/elegir', '3 4 5')).at(-1)).toBe('Elige de 1 a 2 opciones.');
    expect(await pipe('1')).toEqual(['No hay nada que elegir.']);
  });

  test('the numbers of the last buttons stay valid after an answer without buttons, until those are removed', async () => {
    expect((await pipe('/elegir', '/score_titulo Up', '1')).slice(6)).toEqual([
      '["es-419","Up"]',
      'pulsado mas',
      '1 [ Más ]  [ TMDB ↗ ] (https://a.b)  2 [ Menos ]',
      '▾ …',
      '  3 ○ Opción a',
      '  4 ○ Opción b',
      '  5 ○ Opción c',
    ]);
    expect(await pipe('/cerrar', '1', '1')).toEqual([
      '1 [ Cerrar ]',
      'pulsado cerrar',
      'No hay nada que elegir.',
    ]);
  });

  test('a deferred answer arrives before the next line is read', async () => {
    expect(await pipe('/lento')).toEqual(['⋯ Bot está pensando…', '["es-419"]']);
  });

  test('a mistake is explained in one line', async () => {
    expect(await pipe('/scor_titulo x', '/score_titulo', 'hola', ':canal nada', ':canal noche')).toEqual([
      'No existe el comando /scor_titulo. ¿Querías decir /score_titulo?',
      'Falta la opción titulo. Escribe titulo:…',
      'Escribe un comando, por ejemplo /ayuda; :ayuda explica cómo.',
      'No existe el canal nada.',
      'Ahora estás en #noche.',
    ]);
  });

  test(':salir ends the input; :ayuda lists the commands', async () => {
    expect(await pipe(':salir', '/lento')).toEqual([]);
    expect(await pipe(':ayuda')).toContain('  /score_titulo  Puntaje');
  });
});

describe('Tab', () => {
  test.each([
    [
      '/',
      ['/avance ', '/cerrar ', '/elegir ', '/lento ', '/peliculas_dia ', '/peliculas_mes ', '/score_titulo '],
      '/',
    ],
    [
      '',
      ['/avance ', '/cerrar ', '/elegir ', '/lento ', '/peliculas_dia ', '/peliculas_mes ', '/score_titulo '],
      '',
    ],
    ['/sco', ['/score_titulo '], '/sco'],
    ['/score_titulo', ['/score_titulo '], '/score_titulo'],
    ['/score_titulo ', ['titulo:', 'todo:'], ''],
    ['/score_titulo tit', ['titulo:'], 'tit'],
    ['/score_titulo titulo:hea', ['Heat (1995) · Michael Mann', 'Heat (1986) · Dick Richards'], 'hea'],
    ['/score_titulo titulo:Nada to', ['todo:'], 'to'],
    ['/peliculas_mes mes:ero', ['enero', 'febrero'], 'ero'],
    ['/score_titulo hea', ['Heat (1995) · Michael Mann', 'Heat (1986) · Dick Richards'], 'hea'],
    ['/score_titulo Heat (19', ['Heat (1995) · Michael Mann', 'Heat (1986) · Dick Richards'], 'Heat (19'],
    ['/score_titulo Heat (1995) ', ['Heat (1995) · Michael Mann'], 'Heat (1995) '],
    [
      '/score_titulo t',
      ['titulo:', 'todo:', 'Heat (1995) · Michael Mann', 'Heat (1986) · Dick Richards'],
      't',
    ],
    ['/score_titulo Nada t', ['todo:'], 't'],
    ['/peliculas_dia mier', ['miércoles'], 'mier'],
    ['/peliculas_dia dia:mier', ['miércoles'], 'mier'],
    ['/peliculas_dia dia:miercoles', ['miércoles'], 'miercoles'],
    ['/peliculas_dia dí', ['dia:'], 'dí'],
    ['/tit', ['/title_score '], '/tit'],
    ['/title_score', ['/title_score '], '/title_score'],
    ['/title_score title:Nada to', ['todo:'], 'to'],
    ['/películas_m', ['/peliculas_mes '], '/películas_m'],
    ['/peliculas_mes mes:', ['enero', 'febrero', 'marzo'], ''],
    [':i', [':idioma '], ':i'],
  ])('completes %j', async (line, candidates, replaced) => {
    const { discord } = await openPrompting();
    const person = discord.person({ name: 'Ana' });
    expect(await complete(line, person, new Map())).toEqual([candidates, replaced]);
  });

  /** A prompt on a terminal, and what it writes. */
  async function openTerminal() {
    const { discord } = await openPrompting();
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    let written = '';
    const shows = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => written.includes(text) && resolve();
        output.on('data', look);
        look();
      });
    output.on('data', (chunk) => {
      written += chunk;
    });
    let notify: (line: string) => void = () => {};
    const notices = {
      showBy(show: (line: string) => void) {
        notify = show;
      },
    };
    const done = runPrompt(discord, { input, output, language: 'es', notices });
    await shows('›');
    return { input, shows, done, notify: (line: string) => notify(line), written: () => written };
  }

  test('an edited message is redrawn in place', async () => {
    const { input, shows, done, written } = await openTerminal();
    input.write('/avance\r');
    await shows('paso 2');
    input.write('\x03');
    await done;
    expect(written()).toMatch(/pensando[\s\S]+paso 1[\s\S]+paso 2/u);
    const left = screenOf(written());
    expect(left.filter((line) => /pensando|paso/u.test(line))).toEqual([expect.stringContaining('paso 2')]);
  });

  test('a notice appears above the typed text, which stays', async () => {
    const { input, shows, done, notify, written } = await openTerminal();
    input.write('/score_ti');
    await shows('/score_ti');
    notify('⚠ algo pasó');
    input.write('tulo Heat\r');
    await shows('["es-419","Heat"]');
    input.write('\x03');
    await done;
    expect(written()).toContain('\r\x1b[J⚠ algo pasó\n');
    const after = written().slice(written().indexOf('algo pasó'));
    expect(after.indexOf('› /score_ti')).toBeGreaterThan(0);
  });

  test('a completed label is sent as its value', async () => {
    const { input, shows, done } = await openTerminal();
    input.write('/score_titulo titulo:1995\t');
    await shows('Michael Mann');
    input.write('\r');
    await shows('["es-419","#1995"]');
    input.write('/score_titulo Heat (1986\t');
    await shows('Dick Richards');
    input.write('\r');
    await shows('["es-419","#1986"]');
    input.write('\x03');
    expect(await done).toBe('left');
  });
});

test('option names split a line into values', async () => {
  const { discord } = await openPrompting();
  const known = discord.person({ name: 'Ana' }).commands();
  const read = (line: string) =>
    readCommandLine(line, known)?.typed.map(({ option, text }) => [option.name, text]);
  expect(read('/score_titulo titulo:El título: todo:no titulo:x')).toEqual([
    ['titulo', 'El título:'],
    ['todo', 'no titulo:x'],
  ]);
  expect(read('/score_titulo Mi titulo: uno todo:no')).toEqual([['todo', 'no']]);
  expect(read('/score_titulo2 titulo:x')).toBeUndefined();
});

test.each([
  ['wrong number of choices', '1-1', 'Elige 1 opción.', 'Choose 1 option.'],
  ['wrong number of choices', '0-3', 'Elige de 0 a 3 opciones.', 'Choose from 0 to 3 options.'],
  ['too short', '1', 'x necesita al menos 1 carácter.', 'x needs at least 1 character.'],
  [
    'which select',
    '',
    'Hay varios menús: elige primero cuál.',
    'There are several menus: choose first which one.',
  ],
] as const)('%s %s is said in promptText that agree', (kind, detail, spanish, english) => {
  expect(promptText.es.mistakes[kind]('x', detail)).toBe(spanish);
  expect(promptText.en.mistakes[kind]('x', detail)).toBe(english);
});

test('similar names are suggested for a mistyped name', () => {
  const names = ['score_titulo', 'votos_titulo', 'get_actor', 'pelicula'];
  expect(nearestNames('pelcula', names)).toEqual(['pelicula']);
  expect(nearestNames('titulo', names)).toEqual(['score_titulo', 'votos_titulo']);
  expect(nearestNames('zzz', names)).toEqual([]);
});
