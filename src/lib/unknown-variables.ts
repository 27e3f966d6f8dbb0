import { distance } from 'fastest-levenshtein';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * One line that names the variables which look like one of the bot's and are none, with the one probably meant;
 * `undefined` if there are none. Case and underscores do not count, and one letter in four may be wrong. A variable whose
 * correct name is set as well is left alone.
 */
export function describeUnknown(environment: Variables, known: readonly string[]): string | undefined {
  const found = Object.keys(environment).flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = nearest(name, known);
    return meant === undefined || isSet(environment[meant]) ? [] : [`${name} (${meant}?)`];
  });
  if (found.length === 0) return undefined;
  return `The environment (or .env) has variables that Filmoteca does not know and ignores: ${found.join(', ')}. .env.example lists those it reads.`;
}

const isSet = (value: string | undefined) => value !== undefined && value !== '';
const plain = (name: string) => name.toUpperCase().replaceAll(/[^A-Z\d]/gu, '');

function nearest(name: string, known: readonly string[]): string | undefined {
  const typed = plain(name);
  const near = known
    .map((one) => ({ one, far: distance(typed, plain(one)), most: Math.floor(plain(one).length / 4) }))
    .filter(({ far, most }) => far <= most)
    .sort((a, b) => a.far - b.far);
  return near[0]?.one;
}
