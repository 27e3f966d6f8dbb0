import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { commands } from '../commands/index.ts';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import type { Command, Deps } from '../src/command/command.ts';
import { offlineCall } from '../src/command/offline.ts';
import { subcommandOf } from '../src/contract/signature.ts';

const actors = `
  select '#' || person_id as id, name
  from (select person_id, name, row_number() over (order by votes desc, person_id) as place, count(*) over () as actors from people where cast_films > 0)
  semi join range($count) on place = 1 + floor((range / $count) ** 3 * actors)
  order by place
`;

// Ids and names at `$count` places of a ranking from the best to the least known, always the same. The places lie closer
// together among the best known.
const spread = {
  titulo: `
    select '#' || id as id, title as name
    from (select id, title, row_number() over (order by vote_count desc, id) as place, count(*) over () as films from movies where not adult)
    semi join range($count) on place = 1 + floor((range / $count) ** 3 * films)
    order by place
  `,
  nombre_actor: actors,
  persona: actors,
  nombre: actors,
  nombre_director: `
    select '#' || person_id as id, name
    from (select person_id, name, row_number() over (order by votes desc, person_id) as place, count(*) over () as directors from people where directed_films > 0)
    semi join range($count) on place = 1 + floor((range / $count) ** 3 * directors)
    order by place
  `,
  texto: `
    select left(coalesce(overview_es, overview, title), 180) as id, title as name
    from (select title, overview, overview_es, row_number() over (order by vote_count desc, id) as place, count(*) over () as films from movies where not adult)
    semi join range($count) on place = 1 + floor((range / $count) ** 3 * films)
    order by place
  `,
};

/** How far apart in the ranking the films or people of one call are, as places of the sample. */
const APART = 83;

/** A command and the options of each call of it. */
export type CommandCalls = [name: string, options: Record<string, string | number>[]];

/** An option with autocomplete and names that a person may type into it. */
export interface TypedOption {
  command: string;
  option: string;
  names: string[];
}

type Option = NonNullable<Command['data']['options']>[number];

interface LookupCommand {
  /** With the subcommand after a space. */
  name: string;
  options: readonly Option[];
  autocomplete: Command['autocomplete'] | undefined;
}

/** Commands and subcommands that answer the same anywhere: subcommands that HTTP does not serve need a server or a store. */
const lookupCommands = commands
  .filter(({ forOperators }) => !forOperators)
  .flatMap(({ data, signatures, autocomplete }): LookupCommand[] =>
    signatures.flatMap((signature) => {
      const { name, json } = signature;
      const subcommand = subcommandOf(signature);
      if (subcommand === undefined) return [{ name, options: data.options ?? [], autocomplete }];
      const branch = data.options?.find((option) => option.name === subcommand);
      const options = branch?.type === Type.Subcommand ? (branch.options ?? []) : [];
      return json === undefined ? [] : [{ name, options, autocomplete }];
    }),
  );

const completedOptions = ({ options }: LookupCommand): Option[] =>
  options.filter((option) => 'autocomplete' in option && option.autocomplete === true);

/** The further titles and people of a command get the values of its first one. */
const kindOf = (option: string) => option.replace(/\d$/u, '');

/** The suggestions of an option before anything is typed, as ids and as names without hints. For options without a ranking above. */
async function suggestionsFor(catalogue: Catalogue, { name, autocomplete }: LookupCommand, option: string) {
  const subcommand = name.split(' ')[1];
  const focused = { ...offlineCall, subcommand, option, typed: '', language: 'es' } as const;
  const choices = await catalogue.read(
    AbortSignal.timeout(30_000),
    async (snapshot) => (await autocomplete?.(focused, { catalogue: snapshot } as Deps)) ?? [],
  );
  return choices.map(({ name, value }) => ({ id: value, name: name.split(' · ')[0] ?? name }));
}

/**
 * `count` calls of each look-up command in the list of commands, with its required options: films and people from the
 * best to the least known, and every choice; commands that take several films also with as many as they take. Commands that draw a picture, which takes longer, are in `drawn`. Also each option with autocomplete, with the same films and people.
 */
export async function lookupCalls(
  catalogue: Catalogue,
  count: number,
): Promise<{ calls: CommandCalls[]; drawn: CommandCalls[]; typed: TypedOption[] }> {
  const read = (sql: string) =>
    catalogue.read(AbortSignal.timeout(30_000), ({ query }) =>
      query<{ id: string; name: string }>(sql, { count }),
    );
  const samples = new Map<string, { id: string; name: string }[]>();
  for (const [option, sql] of Object.entries(spread)) samples.set(option, await read(sql));
  for (const command of lookupCommands)
    for (const { name } of completedOptions(command))
      if (!samples.has(kindOf(name)))
        samples.set(kindOf(name), await suggestionsFor(catalogue, command, name));
  const sampleOf = ({ name }: Option) => samples.get(kindOf(name));
  const valuesOf = (option: Option): (string | number)[] => {
    if ('choices' in option && option.choices !== undefined) return option.choices.map(({ value }) => value);
    const sample = sampleOf(option);
    if (sample === undefined) throw new Error(`no values for the option ${option.name}`);
    return sample.map(({ id }) => id);
  };
  const all = lookupCommands.map(({ name: command, options }): CommandCalls => {
    const required = options.filter((option) => option.required);
    const values = required.map((option) => ({ name: option.name, values: valuesOf(option) }));
    const call = (index: number) =>
      Object.fromEntries(
        values.map(({ name, values }, place) => [
          name,
          values[(index + place * APART) % values.length] ?? '',
        ]),
      );
    return [command, Array.from({ length: count }, (_, index) => call(index))];
  });
  const films = samples.get('titulo') ?? [];
  const several = lookupCommands.flatMap(({ name: command, options }): CommandCalls[] => {
    const titles = options.filter(({ name }) => name.startsWith('titulo'));
    const call = (index: number) =>
      Object.fromEntries(
        titles.map(({ name }, place) => [name, films[(index + place * APART) % films.length]?.id ?? '']),
      );
    return titles.every(({ required }) => required)
      ? []
      : [[command, Array.from({ length: count }, (_, index) => call(index))]];
  });
  const typed = lookupCommands.flatMap((command) =>
    completedOptions(command).map((option) => ({
      command: command.name,
      option: option.name,
      names: (sampleOf(option) ?? []).map(({ name }) => name),
    })),
  );
  const isDrawn = ([name]: CommandCalls) => name.startsWith('versus ');
  const calls = [...all.filter((one) => !isDrawn(one)), ...several];
  return { calls, drawn: all.filter(isDrawn), typed };
}
