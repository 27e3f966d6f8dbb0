import { beforeAll, expect, it } from 'vitest';
import { replyProblems } from '#local-discord';
import { commands } from '../../commands/index.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Reply } from '../../src/contract/call.ts';
import type { Signature } from '../../src/contract/signature.ts';
import { askCommand, autocompleteOption } from '../support/ask-command.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

/** The problems for which Discord would refuse a reply. */
const problems = ({ ephemeral: _ephemeral, files: _files, ...message }: Reply) => replyProblems(message);

const ids = (sql: string) =>
  catalogue.read(AbortSignal.timeout(10_000), async ({ query }) =>
    (await query<{ id: number }>(sql)).map(({ id }) => `#${id}`),
  );

it('the check detects a reply that is too long', () => {
  expect(problems({ content: 'x'.repeat(2001) })).toHaveLength(1);
});

/** One call for each value of the first required option that is completed. */
async function callsOf({ name, options }: Signature, values: Record<string, readonly string[]>) {
  const typing = autocompleteOption(catalogue);
  const completed = Object.entries(options).filter(
    ([, option]) => option.required === true && 'autocomplete' in option,
  );
  // An option without values has what autocomplete offers before anything is typed.
  const required = await Promise.all(
    completed.map(async ([option]) => ({
      option,
      all: values[option.replace(/\d$/u, '')] ?? (await typing(name, option, '')).map(({ value }) => value),
    })),
  );
  // The second of two options has other values than the first.
  // A picture takes a tenth of a second.
  const most = name.startsWith('versus ') ? 10 : undefined;
  return (required[0]?.all ?? []).slice(0, most).map((_, index) => ({
    name,
    options: Object.fromEntries(
      required.map(({ option, all }, place) => [option, all[(index + 40 * place) % all.length] ?? '']),
    ),
  }));
}

/** The film that a title and year name: "Volver" of "Volver (2006)". */
const nameIn = (label: string) => label.replace(/ \([^()]*\)$/u, '');

/** The pictures of a reply: a poster and whether its alternative text names a film that the embed names too, or a file and whether it has one. */
function pictures({ embeds = [], files = [] }: Reply): { isDescribed: boolean }[] {
  const posters = embeds.flatMap(({ title = '', description = '', thumbnail }) => {
    const alt = thumbnail?.description ?? '';
    const words = `${title}\n${description}`.replaceAll('\\', '');
    return thumbnail === undefined ? [] : [{ isDescribed: alt !== '' && words.includes(nameIn(alt)) }];
  });
  return [...posters, ...files.map(({ description = '' }) => ({ isDescribed: description !== '' }))];
}

it('a poster without the name of its film is detected', () => {
  const poster = (description: string) =>
    pictures({ embeds: [{ title: 'M\\*A\\*S\\*H (1970)', thumbnail: { url: 'https://x', description } }] });
  expect(poster('M*A*S*H (1970)')).toEqual([{ isDescribed: true }]);
  expect(poster('Volver (2006)')).toEqual([{ isDescribed: false }]);
  expect(poster('')).toEqual([{ isDescribed: false }]);
});

it('no reply about a film or person of the sample exceeds a limit of Discord, and its pictures have alternative texts', async () => {
  const actors = await ids('select person_id as id from people where cast_films > 0 limit 100');
  const values: Record<string, readonly string[]> = {
    titulo: await ids('select id from movies'),
    nombre_actor: actors,
    persona: actors,
    nombre: actors,
    pais: ['US', 'AR', 'MX', 'GB', 'SU'],
    idioma: ['en', 'es', 'ja', 'xx'],
    nombre_director: await ids('select person_id as id from people where directed_films > 0'),
    franquicia: await ids('select distinct collection_id as id from movies where collection_id is not null'),
    decada: ['1990', '1980', '1970'],
    productora: await ids('select distinct company_id as id from movie_companies order by id limit 300'),
  };
  const calls = (
    await Promise.all(
      commands.flatMap(({ signatures }) => signatures).map((signature) => callsOf(signature, values)),
    )
  ).flat();
  const found: string[] = [];
  let shown = 0;
  // All calls at once over one snapshot: their queries by key are batched.
  await catalogue.read(AbortSignal.timeout(120_000), async (snapshot) => {
    const ask = askCommand({ ...catalogue, read: (_signal, work) => work(snapshot) });
    const check = async ({ name, options }: (typeof calls)[number], index: number) => {
      const reply = await ask(name, options, { language: index % 2 === 0 ? 'es' : 'en' });
      for (const problem of problems(reply)) found.push(`${name} ${JSON.stringify(options)}: ${problem}`);
      const seen = pictures(reply);
      shown += seen.length;
      if (seen.some(({ isDescribed }) => !isDescribed))
        found.push(`${name} ${JSON.stringify(options)}: a picture`);
      if (/NaN|Infinity|undefined|null/u.test(JSON.stringify(reply.embeds)))
        found.push(`${name} ${JSON.stringify(options)}`);
    };
    await Promise.all(calls.map(check));
  });
  expect(found).toEqual([]);
  expect(calls.length).toBeGreaterThan(1000);
  expect(shown).toBeGreaterThan(1000);
}, 120_000);

it('every command has names in both languages, and only games and settings need a server', () => {
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.flatMap(({ data }) => data.options ?? []).length).toBeGreaterThan(20);
  for (const { data } of commands) {
    const forServers = ['trivia', 'ajustes', 'recargar'].includes(data.name);
    expect(data.integration_types).toEqual(forServers ? [0] : [0, 1]);
    expect(data.contexts).toEqual(forServers ? [0] : [0, 1, 2]);
    expect(data.description_localizations?.['en-US']).toBeTruthy();
    for (const option of data.options ?? []) expect(option.name_localizations?.['en-GB']).toBeTruthy();
  }
});
