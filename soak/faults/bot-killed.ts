import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { killBotRepeatedly } from '../../bench/trivia/kill-bot.ts';
import { emptyOutcome, type Fault } from '../fault.ts';

/** How soon a restarted bot must have resumed every game. */
const RESUME_MS = 5000;

/** SIGKILL at random moments while people play. No pick may be lost or doubled, and no game may be stuck. */
export const botKilled: Fault = {
  name: 'bot killed',
  fullCount: 50,
  testCount: 0,
  batchSize: 10,
  async open({ parquet, folder, random }) {
    return {
      async inject(times) {
        const store = { file: join(mkdtempSync(join(folder, 'killed-')), 'filmoteca.db') };
        const seed = Math.floor(random() * 2 ** 31);
        const plan = { kills: times, seed, servers: 8, players: 5, resumeMs: RESUME_MS, parquet, store };
        const { games, acknowledged, lost, doubled, stuck, recoveries } = await killBotRepeatedly(plan);
        const problems = [
          ...(doubled > 0 ? [`${doubled} picks or questions doubled`] : []),
          ...(stuck > 0 ? [`${stuck} games stuck`] : []),
          ...(games < times ? ['a kill hit no game'] : []),
        ];
        return {
          ...emptyOutcome(),
          injected: times,
          calls: acknowledged,
          lost,
          problems,
          recoveries: [...recoveries],
          notes: [
            `bot killed: ${times} kills hit ${games} games, ${acknowledged} picks acknowledged, ${lost} lost`,
          ],
        };
      },
      close: async () => ({}),
    };
  },
};
