import type { Call, Reply } from '../contract/call.ts';
import type { Options, OptionValues, ValuesOf } from '../contract/signature.ts';
import { type Command, command, type Declaration, type Deps, type JsonAnswer } from './command.ts';

/** What HTTP answers from what was found: the path, the schema, and how the object is made. */
export interface JsonForm<Found, Values extends OptionValues> extends Omit<JsonAnswer<Values>, 'answer'> {
  of(found: Found, call: Call<Values>): object;
}

interface LookupDeclaration<Declared extends Options, Found>
  extends Omit<Declaration<Declared>, 'execute' | 'json'> {
  /** Reads from the catalogue. Throws a UserError if the call does not name one thing. */
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
