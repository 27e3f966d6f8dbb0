import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { openFullData } from './full-data.ts';
import { type Bar, judge } from './measure.ts';
import { table } from './report.ts';

const TITLES = 5000;
const CONNECTIONS = 50;
const SECONDS = { warm: 3, measured: 10 };
const BARS = { perSecond: 1000, p99: 100 };

/** Of films alone under their title, in no order that the tables have. */
const titlesOf = `
  select title from movies where not adult group by title having count(*) = 1 order by hash(title) limit $limit
`;

interface Served {
  url: string;
  usage(): Promise<{ cpuMs: number; residentMb: number }>;
  stop(): void;
}

/** Starts a server in a process of its own; rejects when it ends before it serves. */
async function start(...words: string[]): Promise<Served> {
  const child: ChildProcess = fork(fileURLToPath(new URL('http-server.ts', import.meta.url)), words);
  const heard = () => Promise.race([once(child, 'message'), once(child, 'exit').then(() => [{}])]);
  const [{ url }] = await heard();
  if (typeof url !== 'string') throw new Error('The server did not start: see above.');
  return {
    url,
    async usage() {
      child.send('usage');
      const [usage] = await heard();
      return usage;
    },
    stop: () => child.disconnect(),
  };
}

/** Each connection asks for paths of its own, so that no two ask for the same film at once. */
async function drive(served: Served, paths: readonly string[], seconds: number): Promise<autocannon.Result> {
  let connection = 0;
  const share = Math.max(1, Math.floor(paths.length / CONNECTIONS));
  return autocannon({
    url: served.url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      const from = (connection++ * share) % paths.length;
      client.setRequests(paths.slice(from, from + share).map((path) => ({ method: 'GET', path })));
    },
  });
}

interface Row {
  name: string;
  paths: string[];
  isBar: boolean;
}

async function measure(
  served: Served,
  { name, paths, isBar }: Row,
): Promise<{ cells: string[]; bars: Bar[] }> {
  await drive(served, paths, SECONDS.warm);
  const before = await served.usage();
  const { requests, latency, non2xx, errors } = await drive(served, paths, SECONDS.measured);
  const after = await served.usage();
  const cells = [
    name,
    requests.average.toFixed(0),
    String(latency.p50),
    String(latency.p99),
    String(latency.max),
    ((after.cpuMs - before.cpuMs) / requests.total).toFixed(2),
    `${non2xx}/${errors}`,
    after.residentMb.toFixed(0),
  ];
  const bars = [
    {
      what: `${name}: at least ${BARS.perSecond} requests a second (${cells[1]})`,
      holds: requests.average >= BARS.perSecond && errors === 0,
    },
    { what: `${name}: p99 at most ${BARS.p99} ms (${latency.p99})`, holds: latency.p99 <= BARS.p99 },
  ];
  return { cells, bars: isBar ? bars : [] };
}

async function readTitles(): Promise<string[]> {
  const { catalogue } = await openFullData();
  const rows = await catalogue.read(AbortSignal.timeout(30_000), ({ query }) =>
    query<{ title: string }>(titlesOf, { limit: TITLES }),
  );
  await catalogue.close();
  return rows.map(({ title }) => encodeURIComponent(title));
}

try {
  const titles = await readTitles();
  const of = (name: string, isBar: boolean): Row => ({
    name: `/${name}`,
    paths: titles.map((title) => `/${name}/${title}`),
    isBar,
  });
  const hello = await start('hello');
  const peer = await measure(hello, { name: 'Hono saying hello', paths: ['/hello'], isBar: false });
  hello.stop();
  const bot = await start();
  const measured = [peer];
  for (const row of [of('score_titulo', true), of('votos_titulo', true), of('recomendacion', true)])
    measured.push(await measure(bot, row));
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
      ...measured.map(({ cells }) => cells),
    ]),
  );
  judge(measured.flatMap(({ bars }) => bars));
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
