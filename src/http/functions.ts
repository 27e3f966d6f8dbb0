import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { shareReads } from '../catalogue/share-reads.ts';
import { type Command, type JsonAnswer, type Language, TooSlow } from '../command.ts';
import { readCall } from '../options.ts';
import { nobody } from '../outside-discord.ts';
import { addressOf } from './address.ts';
import { describeFunction } from './describe.ts';
import { languageOf } from './language.ts';
import type { Metrics } from './metrics.ts';
import type { HttpParts } from './parts.ts';
import { TooMany, troubleAnswer } from './trouble.ts';

/** How long an answer may take, in ms; then its query is interrupted. */
const LONGEST_MS = 2000;

/** A command that has an answer for programs, by what it takes there. */
export interface HttpFunction extends JsonAnswer {
  data: Command['data'];
  /** The option that is in the path, and its name there. */
  option: string;
  parameter: string;
}

/** Serves every command that has JSON at its path. */
export function serveFunctions(
  app: OpenAPIHono,
  parts: HttpParts,
  { proxies, metrics }: { proxies: number; metrics: Metrics },
): void {
  const { catalogue, clock, limits, log } = parts;
  const read = shareReads(catalogue);

  const answer = async (context: Context, one: HttpFunction, language: Language) => {
    const wait = limits.take(addressOf(context, proxies));
    if (wait > 0) throw new TooMany(wait);
    const { lang: _, ...query } = context.req.query();
    const options = { ...query, [one.option]: context.req.param(one.parameter) };
    const call = { ...readCall(one.data, { options }, language), language, at: clock(), ...nobody };
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(new TooSlow()), LONGEST_MS);
    try {
      return context.json(await read(ending.signal, (snapshot) => one.answer(call, { catalogue: snapshot })));
    } finally {
      clearTimeout(timer);
    }
  };

  for (const one of functionsOf(parts.commands.values())) {
    app.openAPIRegistry.registerPath(describeFunction(one));
    app.get(one.path.replace(/\{(\w+)\}/u, ':$1'), async (context) => {
      const started = clock();
      let language: Language = 'es';
      let response: Response;
      try {
        language = languageOf(context);
        response = await answer(context, one, language);
      } catch (error) {
        response = troubleAnswer(context, error, language, log);
      }
      response.headers.set('Content-Language', language);
      response.headers.set('Vary', 'Accept-Language');
      metrics.requested({ route: one.data.name, status: response.status, ms: clock() - started });
      return response;
    });
  }
}

function functionsOf(commands: Iterable<Command>): HttpFunction[] {
  return [...commands].flatMap(({ data, json }) => {
    if (json === undefined) return [];
    const options = (data.options ?? []).filter(({ name }) => json.without?.includes(name) !== true);
    const option = options.find(({ required }) => required === true)?.name;
    const parameter = /\{(\w+)\}/u.exec(json.path)?.[1];
    if (option === undefined || parameter === undefined) throw new Error(`${json.path} takes nothing`);
    return [{ ...json, data: { ...data, options }, option, parameter }];
  });
}
