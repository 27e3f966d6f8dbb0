import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../draw/runs.ts';
import { type Drawable, drawMessage } from '../draw-message.ts';

const plain = (message: Drawable, width = 60) => drawMessage(message, { width, colour: false });
const coloured = (message: Drawable) => drawMessage(message, { width: 60, colour: true });

const card = {
  embeds: [
    {
      author: { name: 'Filmoteca' },
      title: 'Toy Story (1995)',
      url: 'https://www.themoviedb.org/movie/862',
      description:
        'Los juguetes **viven** cuando *nadie* mira; lo cuenta [TMDB](https://www.themoviedb.org).',
      color: 0xf5c518,
      fields: [
        { name: 'Año', value: '1995', inline: true },
        { name: '⭐ Puntaje', value: '7,7', inline: true },
        { name: 'Japón', value: '日本', inline: true },
        { name: 'Reparto', value: 'Tom Hanks, Tim Allen' },
      ],
      thumbnail: { url: 'https://image.tmdb.org/t/p/w185/a.jpg' },
      footer: { text: 'Datos de TMDB' },
      timestamp: '1995-11-22T00:00:00.000Z',
    },
  ],
  components: [
    {
      type: 1 as const,
      components: [
        { type: 2 as const, style: 1 as const, label: 'Parecidas', custom_id: 'a' },
        { type: 2 as const, style: 2 as const, label: 'Director', custom_id: 'b', disabled: true },
        { type: 2 as const, style: 5 as const, label: 'IMDb', url: 'https://www.imdb.com' },
      ],
    },
    {
      type: 1 as const,
      components: [
        {
          type: 3 as const,
          custom_id: 's',
          placeholder: '¿Cuál?',
          options: [
            { label: 'Heat (1995)', value: '949', description: 'Michael Mann', default: true },
            { label: 'Heat (1986)', value: '10', emoji: { name: '🎬' } },
          ],
        },
      ],
    },
  ],
  flags: 64,
};

test('a complete message as plain text with numbers', () => {
  expect(drawMessage(card, { width: 60, colour: false, numbered: true })).toBe(
    [
      '╭───────────────────────────────────────────────────────────',
      '┃ Filmoteca',
      '┃ Toy Story (1995)',
      '┃ https://www.themoviedb.org/movie/862',
      '┃',
      '┃ Los juguetes viven cuando nadie mira; lo cuenta TMDB',
      '┃ (https://www.themoviedb.org).',
      '┃',
      '┃ Año                 ⭐ Puntaje          Japón',
      '┃ 1995                7,7                 日本',
      '┃',
      '┃ Reparto',
      '┃ Tom Hanks, Tim Allen',
      '┃',
      '┃ ▣ https://image.tmdb.org/t/p/w185/a.jpg',
      '┃',
      '┃ Datos de TMDB · 22 de noviembre de 1995',
      '╰───────────────────────────────────────────────────────────',
      '1 [ Parecidas ]  [ Director ]',
      '[ IMDb ↗ ] (https://www.imdb.com)',
      '▾ ¿Cuál?',
      '  2 ◉ Heat (1995) · Michael Mann',
      '  3 ○ 🎬 Heat (1986)',
      '◌ Solo tú puedes ver esto',
    ].join('\n'),
  );
});

test('with colours the bar has the colour of the embed, and links are clickable', () => {
  const drawn = coloured({ content: '**a** [b](https://c.d)', embeds: [{ title: 't', color: 0x010203 }] });
  expect(drawn.split('\n').slice(0, 3)).toEqual([
    '\x1b[1ma\x1b[0m \x1b]8;;https://c.d\x1b\\\x1b[4mb\x1b[0m\x1b]8;;\x1b\\',
    `\x1b[38;2;1;2;3m╭${'─'.repeat(59)}\x1b[0m`,
    '\x1b[38;2;1;2;3m┃ \x1b[0m\x1b[1mt\x1b[0m',
  ]);
});

test.each([
  ['**negrita** *cursiva* __raya__ ~~no~~ `código`', 'negrita cursiva raya no código'],
  ['snake_case_name y 2 * 3 * 4', 'snake_case_name y 2 * 3 * 4'],
  ['M\\*A\\*S\\*H', 'M*A*S*H'],
  ['||secreto||', 'secreto'],
  [
    '<t:0:D> </ayuda:100000000000000001> <@&100000000000000005> <:cine:100000000000000009>',
    '1 de enero de 1970 /ayuda @100000000000000005 :cine:',
  ],
  ['- uno\n- dos\n```\n- tres\n```', '• uno\n• dos\n- tres'],
  ['# Título\n> cita\n- uno\n-# chico', 'Título\n▎ cita\n• uno\nchico'],
  ['```sql\nselect **1**\n```', 'select **1**'],
  ['a\n```b```\nc\n\nd', 'a\nb\nc\n\nd'],
  ['<https://a.b>', 'https://a.b'],
])('markdown %j', (content, drawn) => {
  expect(plain({ content })).toBe(drawn);
});

test('a relative timestamp is drawn relative to the time of the drawing, without it as a date', () => {
  const message = { content: 'Cierre: <t:100:R>' };
  const draw = (now?: number) =>
    drawMessage(message, { width: 80, colour: false, ...(now === undefined ? {} : { now }) });
  expect(draw(78_000)).toBe('Cierre: dentro de 22 segundos');
  expect(draw(103_000)).toBe('Cierre: hace 3 segundos');
  expect(draw()).toBe('Cierre: 1 de enero de 1970 a las 0:01');
});

test('a deferred ephemeral message with a file, in English', () => {
  const message = { flags: 192, attachments: [{ filename: 'a.png', description: 'Un mapa' }] };
  expect(drawMessage(message, { width: 60, colour: false, language: 'en' })).toBe(
    '⋯ Bot is thinking…\n▣ a.png: Un mapa\n◌ Only you can see this',
  );
});

test('inline fields are stacked in a narrow terminal', () => {
  const fields = ['a', 'b'].map((name) => ({ name, value: name.repeat(3), inline: true }));
  expect(plain({ embeds: [{ fields }] }, 24).split('\n')).toHaveLength(7);
});

test.each([
  ['Toy Story', 9],
  ['日本', 4],
  ['🎬', 2],
  ['👨‍👩‍👧', 2],
  ['⚠️', 2],
  ['café', 4],
  ['e\u0301', 1],
  ['★', 1],
  ['한국', 4],
])('%s is %i columns wide', (text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\x1b[2J',
    '\x9b31m',
    '\x1b]0;x\x07',
    '**',
    '||',
    '`',
    '<t:9999999999999>',
    '\u202Eabc',
    '[a](https://b.c)',
  ),
);

test('no text contains control characters, and no line exceeds the width', () => {
  fc.assert(
    fc.property(fc.array(nasty, { maxLength: 6 }), fc.integer({ min: 24, max: 100 }), (parts, width) => {
      const text = parts.join(' ');
      const message = {
        content: text,
        embeds: [{ title: text, fields: [{ name: text, value: text, inline: true }] }],
      };
      const drawn = drawMessage(message, { width, colour: false });
      expect(drawn.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      for (const line of drawn.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('a mention in an embed shows the name only to a client that knows the user', () => {
  const [ana, beto] = ['100000000000000005', '100000000000000006'];
  const message = {
    content: `Gana <@${ana}>`,
    mentions: [{ id: ana, username: 'ana', global_name: 'Ana' }],
    embeds: [{ description: `Van <@${ana}> y <@${beto}>` }],
  };
  const shown = (nameOf?: (id: string) => string | undefined) =>
    drawMessage(message, { width: 60, colour: false, ...(nameOf === undefined ? {} : { nameOf }) });
  const rule = '─'.repeat(59);
  expect(shown()).toBe(['Gana @Ana', `╭${rule}`, `┃ Van <@${ana}> y <@${beto}>`, `╰${rule}`].join('\n'));
  expect(shown((id) => (id === ana ? 'Ana' : undefined))).toContain(`┃ Van @Ana y <@${beto}>`);
});
