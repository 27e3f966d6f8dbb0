import type { Snapshot } from '../catalogue/snapshot.ts';
import { type Call, UserError } from '../contract/call.ts';
import { packIds, unpackIds } from '../contract/custom-id.ts';
import type { ValuesOf } from '../contract/signature.ts';
import { likeSeveralCall } from '../slash/calls.ts';
import { text } from '../text/text.ts';
import { findFilm } from './kinds.ts';

type Several = ValuesOf<typeof likeSeveralCall.options>;

/**
 * The ids of the films that a call names, each once and at least one; the films of `ids` come first. Throws as findFilm for the first
 * title that no film or several fit. Its question repeats the call with the films found so far as `ids`.
 */
export async function findFilms(call: Call<Several>, catalogue: Snapshot): Promise<number[]> {
  const { ids, titulo, titulo2, titulo3, titulo4, titulo5, ...wishes } = call.options;
  const known = ids === undefined ? [] : unpackIds(ids).map((id) => `#${id}`);
  const titles = [...known, titulo, titulo2, titulo3, titulo4, titulo5].filter(
    (title) => title !== undefined,
  );
  if (titles.length === 0) throw new UserError({ content: text[call.language].optionMissing('titulo') });
  const found = await Promise.all(
    titles.map((typed) =>
      findFilm({ ...call, options: { typed } }, catalogue, 'typed').catch((error: unknown) => {
        if (error instanceof UserError) return undefined;
        throw error;
      }),
    ),
  );
  const films = [...new Set(found.filter((id) => id !== undefined))];
  const [asked, ...others] = titles.filter((_, index) => found[index] === undefined);
  if (asked === undefined) {
    call.resolved?.({ ids: packIds(films), ...wishes }, likeSeveralCall);
    return films;
  }
  // One title alone is asked for by the command's own call.
  const options = titles.length === 1 ? { titulo: asked, ...wishes } : again(films, asked, others, wishes);
  const signature = titles.length === 1 ? call.signature : likeSeveralCall;
  await findFilm({ ...call, signature, options }, catalogue, 'titulo');
  throw new Error(`"${asked}" was found the second time`);
}

function again(films: readonly number[], titulo: string, others: readonly string[], wishes: Several) {
  const further = others.map((title, index) => [`titulo${index + 2}`, title]);
  return {
    ...(films.length > 0 && { ids: packIds(films) }),
    titulo,
    ...Object.fromEntries(further),
    ...wishes,
  } as Several & { titulo: string };
}
