import { type EtlOptions, runEtl } from '../etl/run.ts';

// The child process of bench:etl and bench:ratings. Arguments: source folder, target folder and how much of the ETL to
// run: `tables` (neither recommendations nor names), `names` (no recommendations) or `all`. Prints its memory and CPU time.
const [from = '', to = '', extent = 'all'] = process.argv.slice(2);
const noRecommendations: EtlOptions['recommend'] = async (connection) => {
  await connection.run(
    'create table recommendations (movie_id integer, rank integer, similar_id integer, score double, reasons varchar[])',
  );
};
const options = {
  tables: { recommend: noRecommendations, names: async () => {} },
  names: { recommend: noRecommendations },
  all: {},
}[extent];
const { tables } = await runEtl({ from, to, ...options });
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(JSON.stringify({ peak_kb: maxRSS, cpu_s: cpu, rows: tables }));
