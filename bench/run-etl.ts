import { runEtl } from '../etl/run.ts';

// The child process of bench:etl: one run of the ETL, all tables but recommendations, and its own use of memory and CPU.
const [from = '', to = ''] = process.argv.slice(2);
const { tables } = await runEtl({
  from,
  to,
  train: async (connection) => {
    await connection.run(
      'create table recommendations (movie_id integer, rank integer, similar_id integer, score double, reasons varchar[])',
    );
  },
});
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(JSON.stringify({ peak_kb: maxRSS, cpu_s: (userCPUTime + systemCPUTime) / 1e6, rows: tables }));
