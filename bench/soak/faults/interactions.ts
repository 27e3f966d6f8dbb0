import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { NoAnswer, type Person, startLocalDiscord } from '../../../local-discord/index.ts';
import { median } from '../../figures.ts';
import { startBotProcess } from '../bot-process.ts';
import { type Fault, type Ground, nothingYet, type Outcome } from '../fault.ts';

/** More people than the bot would let ask in a second. */
const PEOPLE = 2000;
const LANES = 8;
/** How long people wait for an answer: here it is memory that counts. */
const PATIENCE_MS = 20_000;
const STEP = 500;
/** The share of a run until memory is to be flat, and how much it may grow from there. */
const WARM_UP = 0.25;
const MAY_GROW = 0.1;

type Ask = (person: Person) => Promise<unknown>;

/** What people ask, of films and people that are there: as many kinds as there are look-ups, and typing. */
export async function everyAsk({ catalogue }: Ground): Promise<readonly ((place: number) => Ask)[]> {
  const ids = (sql: string) =>
    catalogue.read(AbortSignal.timeout(30_000), async ({ query }) =>
      (await query<{ id: number }>(sql)).map(({ id }) => `#${id}`),
    );
  const films = await ids('select id from movies where not adult order by vote_count desc, id limit 1000');
  const actors = await ids(
    'select person_id as id from people where cast_films > 0 order by votes desc, person_id limit 1000',
  );
  const directors = await ids(
    'select person_id as id from people where directed_films > 0 order by votes desc, person_id limit 1000',
  );
  const of = (list: readonly string[], place: number) => list[place % list.length] ?? '';
  const titled = (name: string) => (place: number) => (person: Person) =>
    person.command(name, { titulo: of(films, place) });
  return [
    ...['pelicula', 'recomendacion', 'score_titulo', 'votos_titulo'].map(titled),
    (place) => (person) => person.command('get_actor', { nombre_actor: of(actors, place) }),
    (place) => (person) => person.command('get_director', { nombre_director: of(directors, place) }),
    (place) => (person) => person.command('peliculas_mes', { mes: (place % 12) + 1 }),
    (place) => (person) => person.command('peliculas_dia', { dia: (place % 7) + 1 }),
    () => (person) => person.command('acerca'),
    () => (person) => person.command('ayuda'),
    () => (person) => person.command('trivia ranking'),
    (place) => (person) => person.autocomplete('pelicula', 'titulo', 'toy story'.slice(0, 1 + (place % 9))),
  ];
}

/** Many interactions with a bot in a process of its own: its memory stays flat, and nothing keeps it when it leaves. */
export const interactions: Fault = {
  name: 'interactions',
  full: 1_000_000,
  slice: 0,
  step: STEP,
  async open(ground) {
    const discord = await startLocalDiscord({ deadlineMs: PATIENCE_MS });
    const people = Array.from({ length: PEOPLE }, (_, index) => discord.person({ name: `P${index}` }));
    const asks = await everyAsk(ground);
    const bot = await startBotProcess(discord, {
      ...ground,
      scratch: mkdtempSync(join(ground.scratch, 'state-')),
    });
    const start = performance.now();
    const resident: number[] = [];
    let place = 0;
    const once = async (outcome: Outcome) => {
      const now = place++;
      const [ask, person] = [asks[now % asks.length], people[now % PEOPLE]];
      if (ask === undefined || person === undefined) return;
      try {
        await ask(Math.floor(now / asks.length))(person);
      } catch (error) {
        outcome.lost++;
        if (!(error instanceof NoAnswer)) outcome.problems.push(String(error));
      }
    };
    return {
      async inject(times) {
        const outcome = { ...nothingYet(), injected: times, calls: times };
        let left = times;
        const lane = async () => {
          while (left-- > 0) await once(outcome);
        };
        await Promise.all(Array.from({ length: LANES }, lane));
        outcome.unfriendly = discord.violations.length;
        resident.push(await bot.residentMb());
        return outcome;
      },
      async close() {
        const passed = (performance.now() - start) / 1000;
        const problems = await bot.stop();
        await discord.close();
        return judgeMemory(resident, { place, passed, problems });
      },
    };
  },
};

/** How the memory went, and whether it was flat once the bot was warm. */
function judgeMemory(
  resident: readonly number[],
  { place, passed, problems }: { place: number; passed: number; problems: string[] },
) {
  const warm = resident.slice(Math.ceil(resident.length * WARM_UP));
  const fifth = Math.max(1, Math.floor(warm.length / 5));
  const [early, late] = [median(warm.slice(0, fifth)), median(warm.slice(-fifth))];
  const growth = late / early - 1;
  const shown = resident.filter((_, index) => index % Math.ceil(resident.length / 12) === 0);
  const notes = [
    `interactions: ${place} at ${(place / passed).toFixed(0)} a second; resident MB over time: ${shown.map((mb) => mb.toFixed(0)).join(' ')}`,
    `interactions: ${early.toFixed(0)} MB when warm, ${late.toFixed(0)} MB at the end (${(growth * 100).toFixed(1)} %); handles left after the stop: ${problems.length}`,
  ];
  const grown = growth > MAY_GROW ? [`memory grew by ${(growth * 100).toFixed(0)} %`] : [];
  return { notes, problems: [...problems, ...grown] };
}
