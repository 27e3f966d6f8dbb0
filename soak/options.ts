import { parseArgs } from 'node:util';
import { z } from 'zod';

export interface SoakOptions {
  /** Names of faults. Empty: all. */
  only: readonly string[];
  /** Injections of each fault, instead of its own count. */
  counts: number | undefined;
  seed: number;
  /** The folder of the progress file. */
  state: string;
  minutes: number;
  help: boolean;
}

export const usage = `npm run soak -- [options]
  --only NAME      only this fault; repeat for more (the names are in the table)
  --counts N       injections of each fault; by default its full count
  --seed N         another seed injects at other moments and with other texts: 1
  --state FOLDER   the folder of the progress file, from which an interrupted run continues
  --minutes N      stop after this time; the same command continues: 600`;

const positiveInteger = z.coerce.number().int().min(1);

/** Parses the command line. Throws a one-line error that names the wrong option. */
export function readSoakOptions(args: readonly string[], defaultFolder: string): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      counts: { type: 'string' },
      seed: { type: 'string', default: '1' },
      state: { type: 'string', default: defaultFolder },
      minutes: { type: 'string', default: '600' },
      help: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'counts' | 'seed' | 'minutes') => {
    const parsed = positiveInteger.safeParse(values[name]);
    if (!parsed.success) throw new Error(`--${name}: "${values[name]}" is not a whole number above 0.`);
    return parsed.data;
  };
  return {
    only: values.only,
    counts: values.counts === undefined ? undefined : number('counts'),
    seed: number('seed'),
    state: values.state,
    minutes: number('minutes'),
    help: values.help,
  };
}
