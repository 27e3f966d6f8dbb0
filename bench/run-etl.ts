import { type EtlOptions, runEtl } from '../etl/run.ts';

// The child process of bench:etl and bench:ratings: one run of the ETL and its own use of memory and CPU. After the two
// folders: `tables` for the tables but recommendations, `names` for them and the names, `all` for the whole.
const [from = '', to = '', what] = process.argv.slice(2);
const none: EtlOptions['train'] = async (connection) => {
  await connection.run(
    'create table recommendations (movie_id integer, rank integer, similar_id integer, score double, reasons varchar[])',
  );
};
const left = { tables: { train: none, names: async () => {} }, names: { train: none }, all: {} }[
  what ?? 'all'
];
const { tables } = await runEtl({ from, to, ...left });
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(JSON.stringify({ peak_kb: maxRSS, cpu_s: cpu, rows: tables }));
