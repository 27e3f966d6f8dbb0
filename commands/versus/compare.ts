import { readFilmPair, readSets, type Versus, type VersusKind } from '../../src/catalogue/versus.ts';
import { drawVersus } from '../../src/charts/kinds/versus.ts';
import { type Deps, type Subcommand, subcommand } from '../../src/command/command.ts';
import { type Call, UserError } from '../../src/contract/call.ts';
import type { Options, Signature, ValuesOf } from '../../src/contract/signature.ts';
import { versusJson, versusSchemas } from '../../src/json/versus.ts';
import { filmSides, nameSet, versusReply } from '../../src/replies/versus.ts';
import { text } from '../../src/text/text.ts';

type Ids = readonly [number, number];

interface Form<Declared extends Options> extends Signature<Declared>, Pick<Subcommand, 'autocomplete'> {
  kind: VersusKind;
  path: `/${string}`;
  /** The ids of the two things that the options name. Throws a UserError if a name has no match or several. */
  find(call: Call<ValuesOf<Declared>>, deps: Pick<Deps, 'catalogue'>): Promise<Ids>;
}

/** A subcommand that compares the two things that its options name. */
export function versusOf<const Declared extends Options>({ kind, path, find, ...signature }: Form<Declared>) {
  const read = async (call: Call<ValuesOf<Declared>>, deps: Pick<Deps, 'catalogue'>) => {
    const ids = await find(call, deps);
    if (ids[0] === ids[1]) throw new UserError({ content: text[call.language].versus.sameSides });
    return readVersus(kind, ids, call, deps);
  };
  return subcommand({
    ...signature,
    async execute(call, deps) {
      const versus = await read(call, deps);
      const chart = await deps.charts.render(drawVersus(versus, call.language), () => call.defer());
      return versusReply(versus, chart, call.language);
    },
    json: {
      path,
      schema: versusSchemas[kind],
      answer: async (call, deps) => versusJson(await read(call, deps), call.language),
    },
  });
}

async function readVersus(
  kind: VersusKind,
  [one, other]: Ids,
  { language, adult }: Call,
  { catalogue }: Pick<Deps, 'catalogue'>,
): Promise<Versus> {
  if (kind === 'films') {
    return { kind, sides: filmSides(await readFilmPair(catalogue, [one, other]), language) };
  }
  const sets = await readSets(catalogue, { kind, ids: [one, other], adult });
  const named = (set: (typeof sets)[number], id: number) => {
    if (set !== undefined) return { ...set, ...nameSet(kind, set, language) };
    const { title } = nameSet(kind, { id, name: '' }, language);
    throw new UserError(
      { content: text[language].versus.noFilms(title) },
      { because: 'unknown', choices: [] },
    );
  };
  return { kind, sides: [named(sets[0], one), named(sets[1], other)] };
}
