import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runKills } from '../../bench/trivia/kill-bot.ts';
import { type Fault, nothingYet } from '../fault.ts';

/** How soon every open game must be in the hands of a bot that is back. */
const BACK_MS = 5000;

/** The bot is killed at random moments while people play: no pick lost or doubled, no game stuck. */
export const botKilled: Fault = {
  name: 'bot killed',
  full: 50,
  slice: 0,
  step: 10,
  async open({ parquet, scratch, random }) {
    return {
      async inject(times) {
        const store = { file: join(mkdtempSync(join(scratch, 'killed-')), 'filmoteca.db') };
        const seed = Math.floor(random() * 2 ** 31);
        const plan = { kills: times, seed, servers: 8, players: 5, backMs: BACK_MS, parquet };
        const { games, noted, lost, doubled, stuck, waits } = await runKills({ ...plan, store });
        const problems = [
          ...(doubled > 0 ? [`${doubled} picks or questions doubled`] : []),
          ...(stuck > 0 ? [`${stuck} games stuck`] : []),
          ...(games < times ? ['a kill hit no game'] : []),
        ];
        return {
          ...nothingYet(),
          injected: times,
          calls: noted,
          lost,
          problems,
          recoveries: [...waits],
          notes: [`bot killed: ${times} kills hit ${games} games, ${noted} picks noted, ${lost} lost`],
        };
      },
      close: async () => ({}),
    };
  },
};
