import { writeFileSync } from 'node:fs';
import { constantsFile, printConstants } from './constants.ts';
import { readWorld } from './evaluate/world.ts';
import { learn, learnContent } from './learn.ts';
import { createPairs } from './pair-rows.ts';
import { createPause } from './pause.ts';

/** `npm run learn -- --from DIR`: learns the trees that ship with the project from a folder's films and ratings. */
const at = process.argv.indexOf('--from');
const { films, content, people } = await readWorld(at > 0 ? process.argv[at + 1] : undefined);
const pairs = createPairs(content, films);
const pause = createPause();
const { cold, warm } = await learn(pairs, people, pause);
const constants = { content: await learnContent(pairs, people, pause), cold, warm };
writeFileSync(constantsFile, printConstants(constants));
console.log(`${people.count} people and ${films.length} films: learnt.`);
