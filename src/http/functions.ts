import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Command, JsonAnswer } from '../command/command.ts';
import { offlineCall } from '../command/offline.ts';
import { type Language, TooSlow, UserError } from '../contract/call.ts';
import { type Signature, subcommandOf } from '../contract/signature.ts';
import { optionNamed, readCall } from '../slash/read-call.ts';
import { inTicks } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { createContent, send } from './content.ts';
import { languageOf } from './language.ts';
import { describeFunction } from './openapi.ts';
import type { HttpFunction, HttpParts } from './parts.ts';

/** Time limit of an answer, in ms; then its query is interrupted. */
const LIMIT_MS = 2000;

/** Serves every function at its path. */
export function serveFunctions(
  app: OpenAPIHono,
  { catalogue, clock }: Pick<HttpParts, 'catalogue' | 'clock'>,
  functions: readonly HttpFunction[],
): void {
  for (const served of functions) {
    const subcommand = subcommandOf(served.signature);
    app.openAPIRegistry.registerPath(describeFunction(served));
    app.get(served.path.replace(/\{(\w+)\}/u, ':$1'), async (context) => {
      const language = languageOf(context);
      const options = readOptionsOf(context, served, language);
      const call = {
        ...readCall({ signatures: [served.signature] }, { subcommand, options }, language),
        language,
        at: clock(),
        ...offlineCall,
      };
      const timeout = new AbortController();
      const timer = setTimeout(() => timeout.abort(new TooSlow()), LIMIT_MS);
      try {
        const found = await catalogue.read(timeout.signal, (snapshot) =>
          served.answer(call, { catalogue: snapshot }),
        );
        const headers = { ...HEADERS, 'Content-Language': language };
        return await send(context, createContent(JSON.stringify(found), headers));
      } finally {
        clearTimeout(timer);
      }
    });
  }
}

const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', Vary: 'Accept-Language' };

/** The options in the query and the path. Throws a UserError for an option that is unknown, misplaced or repeated. */
function readOptionsOf(
  context: Context,
  { inPath, signature }: HttpFunction,
  language: Language,
): Record<string, unknown> {
  const t = text[language];
  const refuse = (content: string) => new UserError({ content }, { because: 'wrong', choices: [] });
  const accepted = [...Object.keys(signature.options).filter((name) => name !== inPath?.option), 'lang'];
  const query = new Map<string, unknown>();
  for (const [name, values] of Object.entries(context.req.queries())) {
    const registered = name === 'lang' ? name : optionNamed(signature, name);
    if (inPath !== undefined && registered === inPath.option)
      throw refuse(t.optionInPath(name, inPath.parameter));
    if (registered === undefined)
      throw refuse(t.optionUnknown(inTicks(name), accepted.map((known) => `\`${known}\``).join(', ')));
    if (values.length > 1 || query.has(registered)) throw refuse(t.optionTwice(registered));
    query.set(registered, values[0]);
  }
  query.delete('lang');
  const given = inPath && { [inPath.option]: context.req.param(inPath.parameter) };
  return { ...Object.fromEntries(query), ...given };
}

/** The commands and subcommands with a JSON form. */
export const functionsOf = (commands: Iterable<Command>): HttpFunction[] =>
  [...commands].flatMap(({ data, signatures }) =>
    signatures.flatMap(({ json, ...signature }) => {
      if (json === undefined) return [];
      const group = subcommandOf(signature) === undefined ? '' : `${data.name_localizations?.['en-US']} `;
      return [functionOf({ ...signature, english: `${group}${signature.english}` }, json)];
    }),
  );

function functionOf(signature: Signature, json: JsonAnswer): HttpFunction {
  const options = Object.entries(signature.options).filter(([name]) => json.without?.includes(name) !== true);
  const [option] = options.find(([, { required }]) => required === true) ?? [];
  const parameter = /\{(\w+)\}/u.exec(json.path)?.[1];
  if ((option === undefined) !== (parameter === undefined))
    throw new Error(`${json.path} needs a parameter for each required option`);
  return {
    ...json,
    signature: { ...signature, options: Object.fromEntries(options) },
    inPath: option && parameter ? { option, parameter } : undefined,
  };
}
