import { pino } from 'pino';
import { inject } from 'vitest';
import { createApp } from '../../bin/create-app.ts';
import { commands } from '../../commands/index.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { createCharts } from '../../src/charts/charts.ts';
import { type Command, command } from '../../src/command/command.ts';
import { offlineCall } from '../../src/command/offline.ts';
import { type Call, type Choice, type Language, type Reply, UserError } from '../../src/contract/call.ts';

export interface Asking {
  language?: Language;
  adult?: boolean;
}

/** Shared by all tests of a process: its thread starts with the first chart and does not keep the process alive. */
const charts = createCharts();

export const silentLog = pino({ level: 'silent' });

export function commandNamed(name: string): Command {
  const command = commands.find(({ data }) => data.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

/** A command without options, for one test. */
export const testCommand = (name: string, execute: Command['execute']): Command =>
  command({ name, english: name, es: name, en: name, listed: 'server', options: {}, execute });

export type LookupCall = Call<{ typed: string }>;

/** The call of a lookup whose option is called `typed`. */
export const lookupCall = (typed: string, language: Language): LookupCall => ({
  ...offlineCall,
  signature: { name: 'x', english: 'x', es: 'x', en: 'x', options: {} },
  options: { typed },
  language,
  at: 0,
});

/** The day of every call. */
const TODAY = Date.UTC(2026, 9, 30, 18);

const appOver = (catalogue: Catalogue) =>
  createApp(
    { PARQUET_DIR: inject('sampleParquet') },
    { catalogue, charts, clock: () => TODAY, log: silentLog },
  );

/** A function that returns the reply to a command outside Discord, the reply of a UserError included. */
export function askCommand(catalogue: Catalogue) {
  const app = appOver(catalogue);
  return async (
    name: string,
    options: Record<string, string | number> = {},
    asking: Asking = {},
  ): Promise<Reply> => {
    const [root = '', subcommand] = name.split(' ');
    try {
      return await app.run(commandNamed(root), { subcommand, options, ...asking });
    } catch (error) {
      if (error instanceof UserError) return error.reply;
      throw error;
    }
  };
}

/** A function that returns what autocomplete offers for a text typed into an option. */
export function autocompleteOption(catalogue: Catalogue) {
  const app = appOver(catalogue);
  return async (
    name: string,
    option: string,
    typed: string,
    { language = 'es', adult = false }: Asking = {},
  ): Promise<Choice[]> => {
    const [root = '', subcommand] = name.split(' ');
    const { autocomplete } = commandNamed(root);
    const focused = { ...offlineCall, subcommand, option, typed, language, adult };
    return app.offline(async (deps) => (await autocomplete?.(focused, deps)) ?? []);
  };
}

/**
 * A function that returns the required options of a command with the first value of each: its first choice, or what autocomplete
 * offers before anything is typed.
 */
export function requiredOptions(catalogue: Catalogue) {
  const typing = autocompleteOption(catalogue);
  return async (name: string): Promise<Record<string, string | number>> => {
    const [root = ''] = name.split(' ');
    const signature = commandNamed(root).signatures.find((one) => one.name === name);
    const required = Object.entries(signature?.options ?? {}).filter(
      ([, option]) => option.required === true,
    );
    const values = required.map(async ([option, declared]) => {
      const choices = declared.type === 'boolean' ? undefined : declared.choices;
      const [first] = choices ?? (await typing(name, option, ''));
      if (first === undefined) throw new Error(`no value for ${name} ${option}`);
      return [option, first.value] as const;
    });
    return Object.fromEntries(await Promise.all(values));
  };
}

/** The text of a reply as a person would read it, line by line. */
export function readOut(reply: Reply): string {
  const embeds = (reply.embeds ?? []).flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).map((field) => `${field.name}: ${field.value.replaceAll('\n', ' | ')}`),
    embed.footer?.text,
  ]);
  return [reply.content, ...embeds].filter((line) => line !== undefined && line !== '').join('\n');
}

/** The labels of the options of a reply's select, or of its buttons. */
export function offered(reply: Reply): string[] {
  return (reply.components ?? []).flatMap((row) =>
    row.components.flatMap((component) => {
      if ('options' in component) return component.options.map((option) => option.label);
      return 'label' in component && component.label !== undefined ? [component.label] : [];
    }),
  );
}
