import { ButtonStyle } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { replyProblems } from '#local-discord';
import type { QueryRun } from '../../src/catalogue/record.ts';
import { queriesReply, withQueriesButton } from '../../src/replies/queries.ts';
import { offered, testCommand } from '../support/ask-command.ts';
import { startTestBot } from '../support/test-bot.ts';

/** A description with its times replaced: they differ from run to run. */
const timeless = (description = '') => description.replaceAll(/\d+\.\d ms/gu, '# ms');

it('the button under an answer shows its query in private, as it stands in the code', async () => {
  const { discord, catalogue } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const luis = discord.person({ name: 'Luis', locale: 'en-US' });
  const counted = await ana.command('franquicia', { franquicia: 'toy story' });
  const shown = await ana.press(counted, 'Ver consulta');
  expect([shown.kind, shown.ephemeral]).toEqual(['message', true]);
  const [embed] = shown.message.embeds;
  expect(timeless(embed?.description)).toBe(`Consultas: 1 · Filas leídas: 2 · Tiempo: # ms
\`\`\`sql
-- $id = 10194
-- $adult = false
-- 2 filas, # ms
select collection as name, brief
from movies
where collection_id = $id and (not adult or $adult)
order by vote_count desc, id;
\`\`\``);
  expect(embed?.footer?.text).toBe(`La acabo de repetir · Versión de los datos: ${catalogue.version()}`);
  const copy = await luis.press(counted.message, 'Ver consulta');
  expect(copy.ephemeral).toBe(true);
  expect(copy.message.embeds[0]?.title).toBe('The query behind this answer');
  expect(discord.violations).toEqual([]);
});

it('a title that was typed is looked up once: the button carries the film', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const typed = `${' '.repeat(150)}el padrino`;
  const shown = await ana.press(await ana.command('pelicula', { titulo: typed }), 'Ver consulta');
  expect(timeless(shown.message.embeds[0]?.description)).toContain(
    '-- $keys = [238]\n-- 1 fila, # ms\nselect',
  );
});

it('many filters and several titles fit the button', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const found = await ana.command('descubrir', {
    genero: 'drama',
    epoca: 'desde 1970',
    pais: 'Estados Unidos de América',
    idioma: 'inglés',
    minutos_min: 90,
    minutos_max: 300,
    puntaje: 5,
    votos: 100,
    persona: 'Al Pacino',
    orden: 'best',
    pagina: 1,
  });
  const sql = (await ana.press(found, 'Ver consulta')).message.embeds[0]?.description ?? '';
  expect(sql).toContain(
    "-- $genre = 18\n-- $from = 1970\n-- $to = null\n-- $country = 'US'\n-- $language = 'en'\n",
  );
  const between = await ana.command('recomendacion', {
    titulo: 'Relatos salvajes',
    titulo2: 'Toy Story',
    titulo3: 'Volver',
    titulo4: 'El padrino',
    titulo5: 'Alien',
    genero: 'drama',
    epoca: '1950-2017',
    solo_conocidas: false,
  });
  const several = (await ana.press(between, 'Ver consulta')).message.embeds[0]?.description ?? '';
  expect(several).toContain('-- $genre = 18\n-- $from = 1950\n-- $to = 2017\n');
  expect(several.match(/\$keys = \[\d+, \d+/u)).not.toBeNull();
  expect(discord.violations).toEqual([]);
});

it('a long query comes as a file', async () => {
  const sql = `select 1 as one -- ${'x'.repeat(5000)}`;
  const long = testCommand('larga', async (_, { catalogue }) => {
    await catalogue.query(sql);
    return { content: 'ok' };
  });
  const { discord } = await startTestBot({ commands: [long] });
  const ana = discord.person({ name: 'Ana' });
  const { message, ephemeral } = await ana.press(await ana.command('larga'), 'Ver consulta');
  expect(ephemeral).toBe(true);
  expect(message.embeds[0]?.description).toContain('Es larga: va completa en el archivo.');
  const [file] = message.attachments;
  expect(file?.filename).toBe('consulta.sql');
  expect(timeless(await (await fetch(file?.url ?? '')).text())).toBe(`-- 1 fila, # ms\n${sql};\n`);
  expect(discord.violations).toEqual([]);
});

it('a chart that is drawn already shows its query too, and a random film changes nothing', async () => {
  const { discord, store } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const chart = { tipo: 'idiomas' };
  await (await ana.command('eda grafico', chart)).final();
  const again = await ana.command('eda grafico', chart);
  expect((await ana.press(await again.final(), 'Ver consulta')).message.embeds[0]?.description).toContain(
    'films_of(',
  );
  const card = await ana.command('azar', {});
  const drawn = await store.readDraws(ana.id, Date.now());
  expect(drawn).toHaveLength(1);
  const shown = await ana.press(card, 'Ver consulta');
  expect(await store.readDraws(ana.id, Date.now())).toEqual(drawn);
  // The queries of this answer, not of another draw.
  const sql = timeless(shown.message.embeds[0]?.description);
  expect(sql).toContain(`-- $keys = [${drawn[0]}]\n-- 1 fila, # ms\n`);
  await ana.press(card, 'Otra al azar 🎲');
  const later = await ana.press(card, 'Ver consulta');
  expect(timeless(later.message.embeds[0]?.description)).toBe(sql);
});

it('answers without a query, games and questions which title was meant have no such button', async () => {
  const { discord } = await startTestBot();
  const ana = discord.person({ name: 'Ana' });
  const answers = [
    await ana.command('ayuda', {}),
    await ana.command('pelicula', { titulo: 'hamlet' }),
    await ana.command('trivia jugar', { rondas: 5 }),
  ];
  for (const { message } of answers) expect(JSON.stringify(message.components ?? [])).not.toContain('"q/');
  expect(answers).toHaveLength(3);
});

const run = (sql: string, params: QueryRun['params'] = {}): QueryRun => ({
  sql,
  params,
  rows: 1,
  began: 1,
  ended: 2.26,
});

it('a parameter cannot end the code block, and SQL of any length is within the limits', () => {
  const [embed] = queriesReply([run('select 1', { typed: "a```\nb'c" })], 'v1', 'en').embeds ?? [];
  expect(embed?.description).toBe(`Queries: 1 · Rows read: 1 · Time: 1.3 ms
\`\`\`sql
-- $typed = 'a b''c'
-- 1 row, 1.3 ms
select 1;
\`\`\``);
  for (const length of [3800, 3900, 4000, 100_000]) {
    const { files, ephemeral: _, ...message } = queriesReply([run('x'.repeat(length))], 'v1', 'es');
    expect(replyProblems(message)).toEqual([]);
    expect(files?.length ?? 0).toBe(length > 3850 ? 1 : 0);
  }
});

it('the button never makes a sixth row or a sixth button', () => {
  const one = { type: 2, style: ButtonStyle.Secondary, label: 'x', custom_id: 'a/x?' } as const;
  const full = { type: 1, components: [one, one, one, one, one] } as const;
  const rows = (count: number) =>
    Array.from({ length: count }, () => ({ ...full, components: [...full.components] }));
  const labels = (reply: ReturnType<typeof withQueriesButton>) =>
    reply.components?.map(({ components }) => components.length);
  expect(labels(withQueriesButton({ components: rows(4) }, 'q/x?', 'es'))).toEqual([5, 5, 5, 5, 1]);
  expect(labels(withQueriesButton({ components: rows(5) }, 'q/x?', 'es'))).toEqual([5, 5, 5, 5, 5]);
  expect(offered(withQueriesButton({}, `q/${'x'.repeat(99)}`, 'es'))).toEqual([]);
});
