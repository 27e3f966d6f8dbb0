import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { commands } from '../commands/index.ts';
import { firstMessage, forkMeasured, readUsage, type Usage } from './child-usage.ts';
import { openFullData } from './full-data.ts';
import { runBenchmark, type Target, table } from './report.ts';

/** `npm run bench:http`: requests per second of the look-ups by title, against a bare Hono. */
const TITLES = 5000;
const CONNECTIONS = 50;
const SECONDS = { warmUp: 3, measured: 10 };
const LIMITS = { perSecond: 1000, p99: 100 };

/** Titles of exactly one film, in an order unrelated to the order of the tables. */
const uniqueTitles = `
  select title from movies where not adult group by title having count(*) = 1 order by hash(title) limit $limit
`;

interface Server {
  url: string;
  usage(): Promise<Usage>;
  stop(): void;
}

/** Starts http-server.ts in a separate process. Rejects if the process exits before it serves. */
async function startServer(...args: string[]): Promise<Server> {
  const program = fileURLToPath(new URL('http-server.ts', import.meta.url));
  const child = forkMeasured(program, args);
  const { url } = await firstMessage<{ url: string }>(child);
  return { url, usage: () => readUsage(child), stop: () => child.disconnect() };
}

/** Sends requests for some seconds. Each connection has its own paths, so that no two request the same film at once. */
async function sendRequests(
  { url }: Server,
  paths: readonly string[],
  seconds: number,
): Promise<autocannon.Result> {
  let connection = 0;
  const share = Math.max(1, Math.floor(paths.length / CONNECTIONS));
  return autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      const from = (connection++ * share) % paths.length;
      client.setRequests(paths.slice(from, from + share).map((path) => ({ method: 'GET', path })));
    },
  });
}

async function measurePaths(
  server: Server,
  name: string,
  paths: readonly string[],
): Promise<{ cells: string[]; targets: Target[] }> {
  await sendRequests(server, paths, SECONDS.warmUp);
  const before = await server.usage();
  const { requests, latency, non2xx, errors } = await sendRequests(server, paths, SECONDS.measured);
  const after = await server.usage();
  const perSecond = requests.average.toFixed(0);
  const cells = [
    name,
    perSecond,
    String(latency.p50),
    String(latency.p99),
    String(latency.max),
    ((after.cpuMs - before.cpuMs) / requests.total).toFixed(2),
    `${non2xx}/${errors}`,
    after.residentMb.toFixed(0),
  ];
  const targets = [
    {
      name: `${name}: at least ${LIMITS.perSecond} requests a second (${perSecond})`,
      isMet: requests.average >= LIMITS.perSecond && errors === 0,
    },
    { name: `${name}: p99 at most ${LIMITS.p99} ms (${latency.p99})`, isMet: latency.p99 <= LIMITS.p99 },
  ];
  return { cells, targets };
}

async function readTitles(): Promise<string[]> {
  const { catalogue } = await openFullData();
  const rows = await catalogue.read(AbortSignal.timeout(30_000), ({ query }) =>
    query<{ title: string }>(uniqueTitles, { limit: TITLES }),
  );
  await catalogue.close();
  return rows.map(({ title }) => encodeURIComponent(title));
}

await runBenchmark(async () => {
  const titles = await readTitles();
  const hono = await startServer('hello');
  const peer = await measurePaths(hono, 'Hono saying hello', ['/hello']);
  hono.stop();
  const bot = await startServer();
  const measured = [];
  for (const path of pathsByTitle())
    measured.push(
      await measurePaths(
        bot,
        path.replace('/{titulo}', ''),
        titles.map((title) => path.replace('{titulo}', () => title)),
      ),
    );
  bot.stop();
  console.log(
    table([
      [
        `${titles.length} titles, ${CONNECTIONS} connections`,
        'a second',
        'p50 ms',
        'p99 ms',
        'max ms',
        'CPU ms each',
        'not 2xx/errors',
        'MB',
      ],
      ...[peer, ...measured].map(({ cells }) => cells),
    ]),
  );
  return measured.flatMap(({ targets }) => targets);
});

/** The paths of all commands that programs can call with nothing but a title. */
function pathsByTitle(): string[] {
  const paths = commands
    .flatMap(({ signatures }) => signatures)
    .filter(({ options }) => Object.values(options).filter(({ required }) => required).length === 1)
    .flatMap(({ json }) => (json?.path.endsWith('/{titulo}') ? [json.path] : []));
  if (paths.length === 0) throw new Error('no command has a path with {titulo}');
  return paths;
}
