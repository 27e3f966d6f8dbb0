import type { Call, Reply } from '../contract/call.ts';
import type { Options, OptionValues, ValuesOf } from '../contract/signature.ts';
import { type Command, command, type Declaration, type Deps, type JsonAnswer } from './command.ts';

/** How HTTP serves the result of `find`: the path, the schema, and the object. */
export interface JsonForm<Found, Values extends OptionValues> extends Omit<JsonAnswer<Values>, 'answer'> {
  of(found: Found, call: Call<Values>): object;
}

interface LookupDeclaration<Declared extends Options, Found>
  extends Omit<Declaration<Declared>, 'execute' | 'json'> {
  /** Resolves names and queries the catalogue. Throws a UserError if a name has no match or several. */
  find(call: Call<ValuesOf<Declared>>, deps: Pick<Deps, 'catalogue'>): Promise<Found>;
  reply(found: NoInfer<Found>, call: Call<ValuesOf<Declared>>): Reply;
  readonly json: JsonForm<NoInfer<Found>, ValuesOf<Declared>>;
}

/** A command that finds something in the catalogue and answers people with a reply and programs with JSON. */
export function lookupCommand<const Declared extends Options, Found>({
  find,
  reply,
  json,
  ...declaration
}: LookupDeclaration<Declared, Found>): Command {
  return command({
    ...declaration,
    execute: async (call, deps) => reply(await find(call, deps), call),
    json: { ...json, answer: async (call, deps) => json.of(await find(call, deps), call) },
  });
}
