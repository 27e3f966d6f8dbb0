import { beforeAll, expect, it } from 'vitest';
import { replyProblems } from '#local-discord';
import { commands } from '../../commands/index.ts';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import type { Reply } from '../../src/contract/call.ts';
import { askCommand } from '../support/ask-command.ts';
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

it('no reply about a film or person of the sample exceeds a limit of Discord', async () => {
  const ask = askCommand(catalogue);
  const actors = await ids('select person_id as id from people where cast_films > 0 limit 100');
  const values: Record<string, readonly string[]> = {
    titulo: await ids('select id from movies'),
    nombre_actor: actors,
    persona: actors,
    nombre: actors,
    nombre_director: await ids('select person_id as id from people where directed_films > 0'),
    pais: ['US', 'AR', 'MX', 'GB', 'SU'],
    idioma: ['en', 'es', 'ja', 'xx'],
    franquicia: await ids('select distinct collection_id as id from movies where collection_id is not null'),
    productora: await ids('select distinct company_id as id from movie_companies order by id limit 300'),
  };
  const valuesOf = (option: string) => {
    const all = values[option.replace(/\d$/u, '')];
    if (all === undefined) throw new Error(`no values for the option ${option}`);
    return all;
  };
  const calls = commands.flatMap(({ signatures }) =>
    signatures.flatMap(({ name, options }) => {
      const required = Object.entries(options)
        .filter(([, option]) => option.required === true && 'autocomplete' in option)
        .map(([option]) => ({ option, all: valuesOf(option) }));
      // The second of two options has other values than the first.
      // A picture takes a tenth of a second.
      const most = name.startsWith('versus ') ? 10 : undefined;
      return (required[0]?.all ?? []).slice(0, most).map((_, index) => ({
        name,
        options: Object.fromEntries(
          required.map(({ option, all }, place) => [option, all[(index + 40 * place) % all.length] ?? '']),
        ),
      }));
    }),
  );
  const found: string[] = [];
  for (const [index, { name, options }] of calls.entries()) {
    const language = index % 2 === 0 ? 'es' : 'en';
    const reply = await ask(name, options, { language });
    for (const problem of problems(reply)) found.push(`${name} ${JSON.stringify(options)}: ${problem}`);
    if (/NaN|Infinity|undefined|null/u.test(JSON.stringify(reply.embeds)))
      found.push(`${name} ${JSON.stringify(options)}`);
  }
  expect(found).toEqual([]);
  expect(calls.length).toBeGreaterThan(1000);
}, 120_000);

it('every command has names in both languages, and only games and settings need a server', () => {
  for (const { data } of commands) {
    const forServers = ['trivia', 'ajustes', 'recargar'].includes(data.name);
    expect(data.integration_types).toEqual(forServers ? [0] : [0, 1]);
    expect(data.contexts).toEqual(forServers ? [0] : [0, 1, 2]);
    expect(data.description_localizations?.['en-US']).toBeTruthy();
    for (const option of data.options ?? []) expect(option.name_localizations?.['en-GB']).toBeTruthy();
  }
});
