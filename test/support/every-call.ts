import type { Command } from '../../src/command/command.ts';
import { type Option, type Signature, subcommandOf } from '../../src/contract/signature.ts';

/** One call of a command, as readCall takes it. */
export interface NamedCall {
  subcommand: string | undefined;
  options: Record<string, unknown>;
}

/**
 * Calls of a command and of its subcommands, from their declarations: each value of the first required option, then each
 * value of every optional one.
 */
export async function callsOf(
  { signatures }: Command,
  valuesOf: (signature: Signature, name: string, option: Option) => unknown[] | Promise<unknown[]>,
  /** Chooses among the calls with required options alone the one that gets the optional ones. */
  isOpen: (options: Record<string, unknown>) => boolean = () => true,
): Promise<NamedCall[]> {
  const calls: NamedCall[] = [];
  for (const signature of signatures) {
    const subcommand = subcommandOf(signature);
    const required: [name: string, values: unknown[]][] = [];
    const optional: [name: string, values: unknown[]][] = [];
    for (const [name, option] of Object.entries(signature.options)) {
      const values = await valuesOf(signature, name, option);
      (option.required === true ? required : optional).push([name, values]);
    }
    const [[first, values] = ['', [undefined]], ...others] = required;
    const rest = Object.fromEntries(others.map(([name, [value]]) => [name, value]));
    const bases = first === '' ? [rest] : values.map((value) => ({ ...rest, [first]: value }));
    const base = bases.find(isOpen) ?? bases[0];
    const narrowed = optional.flatMap(([name, some]) => some.map((value) => ({ ...base, [name]: value })));
    calls.push(...[...bases, ...narrowed].map((options) => ({ subcommand, options })));
  }
  return calls;
}
