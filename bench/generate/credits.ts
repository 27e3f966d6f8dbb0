import { castingOf, creditId, inventPeople, type Person } from './people.ts';
import { drawQuantile, type Quantiles, type Random, weighted, weightedItems, zipfWeights } from './random.ts';
import { csvLine, pythonList, pythonText } from './raw-format.ts';
import { capital, inventWord } from './words.ts';

const castLengths: Quantiles = [
  [0, 0],
  [0.05, 0],
  [0.1, 2],
  [0.25, 5],
  [0.5, 10],
  [0.75, 14],
  [0.9, 22],
  [0.95, 33],
  [0.99, 65],
  [0.999, 130],
  [1, 313],
];
const crewLengths: Quantiles = [
  [0, 0],
  [0.02, 1],
  [0.1, 1],
  [0.25, 2],
  [0.5, 5],
  [0.75, 11],
  [0.9, 21],
  [0.95, 32],
  [0.99, 85],
  [0.999, 170],
  [1, 435],
];
const departments: readonly (readonly [department: string, jobs: readonly string[]])[] = [
  ['Directing', ['Script Supervisor', 'Assistant Director']],
  ['Writing', ['Screenplay', 'Writer', 'Novel', 'Story', 'Author']],
  ['Production', ['Producer', 'Executive Producer', 'Casting', 'Associate Producer', 'Co-Producer']],
  ['Camera', ['Director of Photography', 'Camera Operator', 'Still Photographer']],
  ['Sound', ['Original Music Composer', 'Sound Re-Recording Mixer', 'Music', 'Foley', 'Boom Operator']],
  ['Art', ['Art Direction', 'Production Design', 'Set Decoration', "Painter's Assistant"]],
  ['Editing', ['Editor', 'Dialogue Editor', 'First Assistant Editor']],
  ['Costume & Make-Up', ['Costume Design', 'Makeup Artist', 'Hairstylist']],
  ['Visual Effects', ['Animation', 'Visual Effects Supervisor']],
  ['Crew', ['Stunt Coordinator', 'Stunts', 'Special Effects', 'Thanks']],
  ['Lighting', ['Gaffer', 'Best Boy Electric']],
];
const jobs = departments.flatMap(([department, names]) => names.map((job) => ({ department, job })));
const drawJob = weighted(zipfWeights(jobs.length, 0.6));

const characterForm = weightedItems(
  [
    ['blank', 17],
    ['first', 30],
    ['full', 30],
    ['himself', 5],
    ['voice', 5],
    ['titled', 8],
    ['apostrophe', 4],
    ['double', 1],
  ],
  'first',
);

function character(random: Random): string {
  const word = () => capital(inventWord(random));
  switch (characterForm(random)) {
    case 'blank':
      return '';
    case 'full':
      return `${word()} ${word()}`;
    case 'himself':
      return 'Himself';
    case 'voice':
      return `${word()} (voice)`;
    case 'titled':
      return `Dr. ${word()} ${word()} / ${word()}`;
    case 'apostrophe':
      return `${word()}'s Mother`;
    case 'double':
      return `${word()} "${word()}" O'${word()}`;
    default:
      return word();
  }
}

function role(random: Random, person: Person, order: number): string {
  return (
    `{'cast_id': ${order + 1}, 'character': ${pythonText(character(random))}, ` +
    `'credit_id': '${creditId(random)}', 'gender': ${person.gender}, 'id': ${person.id}, ` +
    `'name': ${pythonText(person.name)}, 'order': ${order}, 'profile_path': ${pythonText(person.picture)}}`
  );
}

function work(random: Random, person: Person, isFirst: boolean): string {
  const { department, job } = (!isFirst && jobs[drawJob(random)]) || {
    department: 'Directing',
    job: 'Director',
  };
  return (
    `{'credit_id': '${creditId(random)}', 'department': '${department}', 'gender': ${person.gender}, ` +
    `'id': ${person.id}, 'job': ${pythonText(job)}, 'name': ${pythonText(person.name)}, ` +
    `'profile_path': ${pythonText(person.picture)}}`
  );
}

/**
 * The lines of credits.csv for these films, the first `repeated` of them twice. Casts and crews are as long as real ones.
 * Some people have several jobs in a crew or two roles in a cast.
 */
export function* generateCredits(
  random: Random,
  movieIds: readonly number[],
  repeated: number,
): Generator<string> {
  const draw = castingOf(inventPeople(random, Math.round(20 + movieIds.length * 10)));
  yield 'cast,crew,id\n';
  const line = (id: number) => {
    const cast = drawSome(random, draw, drawQuantile(random, castLengths), 0.004);
    const crew = drawSome(random, draw, drawQuantile(random, crewLengths), 0.12);
    return csvLine([
      pythonList(cast.map((person, order) => role(random, person, order))),
      pythonList(crew.map((person, place) => work(random, person, place === 0))),
      String(id),
    ]);
  };
  for (const id of movieIds) yield line(id);
  for (const id of movieIds.slice(0, repeated)) yield line(id);
}

/** Draws people. Each is repeated with the probability `twice`. */
function drawSome(
  random: Random,
  draw: (random: Random) => Person | undefined,
  count: number,
  twice: number,
): Person[] {
  const people: Person[] = [];
  while (people.length < count) {
    const last = people.at(-1);
    const person = last && random.chance(twice) ? last : draw(random);
    if (person) people.push(person);
  }
  return people;
}
