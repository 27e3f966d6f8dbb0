import { DiscordAPIError } from 'discord.js';

export type Refusal = { status: number; code: number | string; errors: Record<string, string> };

type Tree = { [key: string]: Tree | { code: string }[] };

/** Returns the status, code and codes by path of a refusal. Throws if the request succeeds. */
export async function refusalFrom(request: () => Promise<unknown>): Promise<Refusal> {
  try {
    await request();
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const { errors = {} } = error.rawError as { errors?: Tree };
    return { status: error.status, code: error.code, errors: flatten(errors) };
  }
  throw new Error('It was not refused');
}

function flatten(tree: Tree, path: string[] = []): Record<string, string> {
  const parts = Object.entries(tree).map(([key, inner]) =>
    Array.isArray(inner)
      ? { [path.join('.')]: inner.map(({ code }) => code).join() }
      : flatten(inner, [...path, key]),
  );
  return Object.assign({}, ...parts);
}
