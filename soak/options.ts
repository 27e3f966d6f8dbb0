import { parseArgs } from 'node:util';
import { z } from 'zod';

export interface SoakOptions {
  /** The faults by name, all when there is none. */
  only: readonly string[];
  /** How often each is injected, in place of its own full count. */
  counts: number | undefined;
  seed: number;
  /** Where the figures of an interrupted run are. */
  state: string;
  minutes: number;
  help: boolean;
}

export const usage = `npm run soak -- [options]
  --only NAME      this fault alone; again for more (the names are in the table)
  --counts N       how often each fault is injected; by default its full count
  --seed N         another seed gives other moments and other texts: 1
  --state FOLDER   where the figures so far are kept; a run that was stopped goes on from there
  --minutes N      stop after so long, and go on the next time: 600`;

const whole = z.coerce.number().int().min(1);

/** Reads the command line. Throws one line that names what is wrong. */
export function readSoakOptions(args: readonly string[], temp: string): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      counts: { type: 'string' },
      seed: { type: 'string', default: '1' },
      state: { type: 'string', default: temp },
      minutes: { type: 'string', default: '600' },
      help: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'counts' | 'seed' | 'minutes') => {
    const read = whole.safeParse(values[name]);
    if (!read.success) throw new Error(`--${name}: "${values[name]}" is not a whole number above 0.`);
    return read.data;
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
