import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { expect, it, vi } from 'vitest';
import { allCalls, commands } from '../../commands/index.ts';
import { UserError } from '../../src/contract/call.ts';
import { subcommandOf } from '../../src/contract/signature.ts';
import { readCall, suitsOption } from '../../src/slash/read-call.ts';

const refusalOf = (options: Record<string, unknown>) => {
  const command = commands.find(({ data }) => data.name === 'get_director');
  try {
    if (command) readCall(command, { options }, 'es');
  } catch (error) {
    return error instanceof UserError ? error.reply.content : error;
  }
  return undefined;
};

it('an unknown value or option is quoted on one line, without bidirectional control characters', () => {
  const turned = '\u202Eelttil\u202C\u0000\u2066x\u2069\n';
  expect(refusalOf({ nombre_director: 'x', orden: turned })).toBe(
    '«elttil x» no es un valor de `orden`. Puede ser: por fecha, por retorno, por recaudación, más conocidas primero, más recientes primero.',
  );
  expect(refusalOf({ [`${turned}\``]: 'x' })).toMatch(/^Este comando no tiene la opción `elttil x '`/u);
});

/** Every option of text, with its command and signature. */
const textOptions = allCalls.flatMap((command) =>
  command.signatures.flatMap((signature) =>
    Object.entries(signature.options)
      .filter(([, { type }]) => type === 'string')
      .map(([option]) => ({ command, signature, option })),
  ),
);

/** Marks of several classes, which normalisation sorts: the time for that grows with the square of their number. */
const ACCENTS = '\u0301\u0323\u0300'.repeat(2000);

it('every option of text is registered with a maximum length', () => {
  const registered = allCalls.flatMap(({ data }) =>
    (data.options ?? []).flatMap((option) =>
      option.type === Type.Subcommand ? (option.options ?? []) : [option],
    ),
  );
  const lengths = registered.flatMap((option) =>
    option.type === Type.String ? [option.max_length ?? 6000] : [],
  );
  expect(lengths).toHaveLength(textOptions.length);
  expect(lengths.length).toBeGreaterThan(20);
  expect(Math.max(...lengths)).toBe(200);
});

it('6,000 accents in an option of text are refused before anything folds them', () => {
  const folded = vi.spyOn(String.prototype, 'normalize');
  try {
    expect(textOptions.length).toBeGreaterThan(20);
    for (const { command, signature, option } of textOptions) {
      expect(suitsOption(signature, option, ACCENTS)).toBe(false);
      expect(suitsOption(signature, option, 'toy')).toBe(true);
      const asked = { subcommand: subcommandOf(signature), options: { [option]: ACCENTS } };
      const refusal = () => readCall(command, asked, 'es');
      expect(refusal).toThrow(UserError);
      expect(refusal).toThrow(`\`${option}\` admite hasta 200 caracteres, y ahí van 6,000.`);
    }
    const lengths = folded.mock.contexts.map((text) => String(text).length);
    expect(lengths.filter((length) => length > 200)).toEqual([]);
  } finally {
    folded.mockRestore();
  }
});

/** The number that `/peliculas_mes` or `/peliculas_dia` reads from a word; undefined if it is refused. */
const readDate = (name: 'peliculas_mes' | 'peliculas_dia', typed: unknown) => {
  const command = commands.find(({ data }) => data.name === name);
  if (command === undefined) throw new Error(`no ${name}`);
  const option = name === 'peliculas_mes' ? 'mes' : 'dia';
  try {
    return readCall(command, { options: { [option]: typed } }, 'es').options[option];
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
};

it.each([
  [
    9,
    [
      'setiembre',
      'Setiembre',
      'set',
      'set.',
      'sep',
      'sept',
      'Sept.',
      'September',
      'septiembre',
      '9',
      '09',
      9,
    ],
  ],
  [1, ['ene', 'enero', 'ENE.', 'jan', 'January', '01', ' 1 ']],
  [3, ['mar', 'marzo', 'March']],
  [5, ['may', 'mayo']],
  [8, ['ago', 'aug', 'agosto']],
  [12, ['dic', 'dec', 'diciembre', '12']],
  [undefined, ['ma', 'ju', 'bre', 's', '', '13', '0', '00', '-1', '1.0', 'brumario', 'setiembres y octubre']],
])('month %s is recognised in every usual spelling', (month, written) => {
  for (const word of written) expect([word, readDate('peliculas_mes', word)]).toEqual([word, month]);
});

it.each([
  [1, ['lun', 'lunes', 'Mon', 'Mondays', '1']],
  [2, ['mar', 'martes', 'Tue', 'Tues.', 'Tuesday']],
  [3, ['mié', 'mie.', 'miercoles', 'MIÉRCOLES', 'Wed', 'Weds']],
  [4, ['jue', 'Thu', 'Thur', 'Thurs', '04']],
  [6, ['sáb', 'sab', 'sábados', 'Saturdays']],
  [7, ['dom', 'domingos', 'Sun']],
  [undefined, ['m', 'day', '8', 'ayer']],
])('weekday %s is recognised in every usual spelling', (day, written) => {
  for (const word of written) expect([word, readDate('peliculas_dia', word)]).toEqual([word, day]);
});

it('a prefix of several choices is refused', () => {
  expect(refusalOf({ nombre_director: 'x', orden: 'por' })).toMatch(/^«por» no es un valor de `orden`/u);
  expect(refusalOf({ nombre_director: 'x', orden: 'por re' })).toMatch(/^«por re» no es un valor/u);
  expect(refusalOf({ nombre_director: 'x', orden: 'por ret' })).toBeUndefined();
});
