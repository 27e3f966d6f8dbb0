import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { expect, it, vi } from 'vitest';
import { allCalls, commands } from '../commands/index.ts';
import { UserError } from '../src/command.ts';
import { findSubcommand, readCall, suitsOption } from '../src/options.ts';

const said = (options: Record<string, unknown>) => {
  const command = commands.find(({ data }) => data.name === 'get_director');
  try {
    if (command) readCall(command.data, { options }, 'es');
  } catch (error) {
    return error instanceof UserError ? error.reply.content : error;
  }
  return undefined;
};

it('a value or an option that is not there is named without turning the text around or breaking the line', () => {
  const turned = '\u202Eelttil\u202C\u0000\u2066x\u2069\n';
  expect(said({ nombre_director: 'x', orden: turned })).toBe(
    '«elttil x» no es un valor de `orden`. Puede ser: por fecha, por retorno, por recaudación.',
  );
  expect(said({ [`${turned}\``]: 'x' })).toMatch(/^Este comando no tiene la opción `elttil x '`/u);
});

/** Every option that is text, with its command. */
const textOptions = allCalls.flatMap(({ data }) => {
  const branches = (data.options ?? [])
    .filter(({ type }) => type === Type.Subcommand)
    .map(({ name }) => name);
  return (branches.length === 0 ? [undefined] : branches).flatMap((subcommand) =>
    findSubcommand(data, subcommand, 'es')
      .definitions.filter(({ type }) => type === Type.String)
      .map((option) => ({ data, subcommand, option })),
  );
});

/** Marks of several classes, which normalisation sorts: the time for that grows with the square of their number. */
const ACCENTS = '\u0301\u0323\u0300'.repeat(2000);

it('every option of text has a length that Discord is told', () => {
  expect(textOptions.length).toBeGreaterThan(20);
  for (const { data, option } of textOptions)
    expect([data.name, option.name, 'max_length' in option && (option.max_length ?? 0) <= 200]).toEqual([
      data.name,
      option.name,
      true,
    ]);
});

it('6,000 accents in any option are refused in private before anything folds them', () => {
  const folded = vi.spyOn(String.prototype, 'normalize');
  try {
    for (const { data, subcommand, option } of textOptions) {
      expect(suitsOption(data, { subcommand, option: option.name, typed: ACCENTS })).toBe(false);
      expect(suitsOption(data, { subcommand, option: option.name, typed: 'toy' })).toBe(true);
      const asked = { subcommand, options: { [option.name]: ACCENTS } };
      const refusal = () => readCall(data, asked, 'es');
      expect(refusal).toThrow(UserError);
      expect(refusal).toThrow(`\`${option.name}\` admite hasta 200 caracteres, y ahí van 6,000.`);
    }
    const lengths = folded.mock.contexts.map((text) => String(text).length);
    expect(lengths.filter((length) => length > 200)).toEqual([]);
  } finally {
    folded.mockRestore();
  }
});
