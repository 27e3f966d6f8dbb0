import { percentilesOf } from '../bench/measure.ts';

/** The share of a run that counts as warm-up, and how much memory may grow afterwards. */
const WARM_UP = 0.25;
const ALLOWED_GROWTH = 0.1;
/** A run with fewer samples shows no trend. */
const LEAST_SAMPLES = 20;

/** Compares the first and the last fifth of a run after its warm-up. Samples are resident MB at equal distances. */
export function judgeMemory(residentMb: readonly number[]): {
  figure: string | undefined;
  notes: string[];
  problems: string[];
} {
  const shown = residentMb.filter((_, index) => index % Math.ceil(residentMb.length / 12) === 0);
  const notes = [`interactions: resident MB over time: ${shown.map((mb) => mb.toFixed(0)).join(' ')}`];
  if (residentMb.length < LEAST_SAMPLES) return { figure: undefined, notes, problems: [] };
  const warm = residentMb.slice(Math.ceil(residentMb.length * WARM_UP));
  const fifth = Math.max(1, Math.floor(warm.length / 5));
  const early = percentilesOf(warm.slice(0, fifth)).median;
  const late = percentilesOf(warm.slice(-fifth)).median;
  const growth = late / early - 1;
  const percent = `${growth < 0 ? '' : '+'}${(growth * 100).toFixed(1)} %`;
  return {
    figure: `${early.toFixed(0)} MB when warm, ${late.toFixed(0)} MB at the end (${percent})`,
    notes,
    problems: growth > ALLOWED_GROWTH ? [`memory grew by ${(growth * 100).toFixed(0)} %`] : [],
  };
}
