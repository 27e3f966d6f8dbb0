import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Instead, type Language, TooSlow, UserError } from '../contract/call.ts';
import { described } from '../json/fields.ts';
import type { Log } from '../lib/log.ts';
import { oneLine, unmarked } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

/** The path exists, but not for this method. */
export class WrongMethod extends Error {
  readonly allowed: string;
  constructor(allowed: readonly string[]) {
    super('method not allowed');
    this.allowed = allowed.join(', ');
  }
}

/** The path does not exist. */
export class NoSuchPath extends Error {}

/** A rate-limited request, with the whole seconds until the next request is allowed. */
export class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('too many requests');
    this.seconds = Math.ceil(seconds);
  }
}

/** The body of an error. */
export const troubleSchema = z
  .strictObject({
    error: described(
      z.enum(['valor', 'no_encontrado', 'metodo', 'varios', 'demasiadas', 'lento', 'fallo']),
      'Qué pasó, para programas',
      'What happened, for programs',
    ),
    mensaje: described(z.string(), 'Qué pasó, para personas', 'What happened, for people'),
    opciones: described(
      z.array(
        z.strictObject({
          valor: z.string(),
          nombre: z.string(),
          detalle: described(
            z.string().optional(),
            'Qué distingue a una persona de otra de ese nombre',
            'What tells a person apart from others of that name',
          ),
        }),
      ),
      'Qué se puede pedir en su lugar: `valor` va en la ruta',
      'What can be asked for instead: `valor` goes into the path',
    ),
  })
  .openapi('Problema');
type Trouble = z.infer<typeof troubleSchema>;

/** The status, code and maximum number of options for each kind of mistake. */
const MISTAKES = {
  wrong: { status: 400, error: 'valor', most: 50 },
  unknown: { status: 404, error: 'no_encontrado', most: 5 },
  several: { status: 409, error: 'varios', most: 25 },
} as const satisfies Record<Instead['because'], { status: number; error: Trouble['error']; most: number }>;

/** The answer to a request that failed. An unexpected error is logged under an id that the answer contains. */
export function troubleAnswer(context: Context, error: unknown, language: Language, log: Log): Response {
  const t = text[language];
  context.header('Content-Language', language);
  context.header('Vary', 'Accept-Language');
  const say = (status: 404 | 405 | 429 | 500 | 503, trouble: Omit<Trouble, 'opciones'>) =>
    context.json({ ...trouble, opciones: [] } satisfies Trouble, status);
  if (error instanceof UserError) {
    const { status, error: kind, most } = MISTAKES[error.instead.because];
    const opciones = error.instead.choices
      .slice(0, most)
      .map(({ value: valor, label: nombre, description: detalle }) => ({
        valor,
        nombre,
        ...(detalle !== undefined && { detalle }),
      }));
    return context.json({ error: kind, mensaje: sentenceOf(error), opciones } satisfies Trouble, status);
  }
  if (error instanceof NoSuchPath) return say(404, { error: 'no_encontrado', mensaje: t.noSuchPath });
  if (error instanceof WrongMethod) {
    context.header('Allow', error.allowed);
    const mensaje = t.readOnly(oneLine(context.req.method, 20), error.allowed);
    return say(405, { error: 'metodo', mensaje });
  }
  if (error instanceof TooMany) {
    context.header('Retry-After', String(error.seconds));
    return say(429, { error: 'demasiadas', mensaje: t.tooMany(String(error.seconds)) });
  }
  if (error instanceof TooSlow) {
    log.warn({ path: context.req.path }, 'too slow over HTTP');
    context.header('Retry-After', '1');
    return say(503, { error: 'lento', mensaje: t.tooSlow });
  }
  const id = randomUUID().slice(0, 8);
  log.error({ id, path: context.req.path, error }, 'failed over HTTP');
  return say(500, { error: 'fallo', mensaje: unmarked(t.broken(id)) });
}

/** The first line of the reply. The second line is about buttons. */
function sentenceOf({ reply }: UserError): string {
  const [line = ''] = (reply.content ?? reply.embeds?.[0]?.description ?? '').split('\n');
  return unmarked(line);
}
