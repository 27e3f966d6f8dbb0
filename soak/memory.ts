import { median } from '../bench/report.ts';

/** The share of a run until memory is to be flat, and how much it may grow from there. */
const WARM_UP = 0.25;
const MAY_GROW = 0.1;
/** Samples of which a trend can be told; a run that was stopped before that says nothing of memory. */
const ENOUGH = 20;

/** How resident memory went over a run, from samples in MB at equal steps: in words, and what does not hold. */
export function judgeMemory(resident: readonly number[]): {
  figure: string | undefined;
  notes: string[];
  problems: string[];
} {
  const shown = resident.filter((_, index) => index % Math.ceil(resident.length / 12) === 0);
  const notes = [`interactions: resident MB over time: ${shown.map((mb) => mb.toFixed(0)).join(' ')}`];
  if (resident.length < ENOUGH) return { figure: undefined, notes, problems: [] };
  const warm = resident.slice(Math.ceil(resident.length * WARM_UP));
  const fifth = Math.max(1, Math.floor(warm.length / 5));
  const [early, late] = [median(warm.slice(0, fifth)), median(warm.slice(-fifth))];
  const growth = late / early - 1;
  const percent = `${growth < 0 ? '' : '+'}${(growth * 100).toFixed(1)} %`;
  return {
    figure: `${early.toFixed(0)} MB when warm, ${late.toFixed(0)} MB at the end (${percent})`,
    notes,
    problems: growth > MAY_GROW ? [`memory grew by ${(growth * 100).toFixed(0)} %`] : [],
  };
}
