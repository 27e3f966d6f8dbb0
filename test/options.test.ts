import { expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { UserError } from '../src/command.ts';
import { readCall } from '../src/options.ts';

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
