import type { Call, Reply } from '../contract/call.ts';
import type { Command, Deps, JsonAnswer } from './command.ts';

/** What programs get of what was found: where, in which form, and how it is made. */
export interface JsonForm<Found> extends Omit<JsonAnswer, 'answer'> {
  of(found: Found, call: Call): object;
}

interface LookupCommand<Found> extends Pick<Command, 'data' | 'autocomplete' | 'reads'> {
  /** Reads what is asked for. Throws a UserError where it cannot be told. */
  find(call: Call, deps: Pick<Deps, 'catalogue'>): Promise<Found>;
  reply(found: NoInfer<Found>, call: Call): Reply;
  json: JsonForm<NoInfer<Found>>;
}

/** A command that finds something in the catalogue, and tells it to people as a reply and to programs as JSON. */
export function lookupCommand<Found>({ find, reply, json, ...rest }: LookupCommand<Found>): Command {
  return {
    ...rest,
    execute: async (call, deps) => reply(await find(call, deps), call),
    json: { ...json, answer: async (call, deps) => json.of(await find(call, deps), call) },
  };
}
