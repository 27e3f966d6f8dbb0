import { writeFileSync } from 'node:fs';
import { config } from 'dotenv';
import { readEvaluationData } from './evaluate/data.ts';
import { createPairs } from './features/pair-features.ts';
import { learn, learnContent } from './model/learn.ts';
import { printShippedTrees, shippedTreesFile } from './model/shipped-trees.ts';

config({ quiet: true });

/** `npm run learn -- --from DIR`: learns the trees that ship with the project from a folder's films and ratings. */
const at = process.argv.indexOf('--from');
const { films, content, people } = await readEvaluationData(at > 0 ? process.argv[at + 1] : undefined);
const pairs = createPairs(content, films);
const constants = {
  content: learnContent(pairs, people),
  cold: learn('cold', pairs, people),
  warm: learn('warm', pairs, people),
};
writeFileSync(shippedTreesFile, printShippedTrees(constants));
console.log(`Trees learnt: ${people.count} people, ${films.length} films.`);
