import { expect, it } from 'vitest';
import { recommend } from '../../etl/recommender/recommend.ts';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { folderWith, newFolder, smallFiles } from '../etl/raw-files.ts';
import { run } from '../etl/run-etl.ts';
import { askCommand, readOut } from '../support/ask-command.ts';
import { afterTest } from '../support/endings.ts';
import { sampleCatalogue } from '../support/sample-catalogue.ts';

it('/acerca shows how many ratings and people the recommendations were learnt from', async () => {
  const reply = await askCommand(await sampleCatalogue())('acerca');
  expect(readOut(reply)).toContain(
    'miro qué gusta a las mismas personas: 6,881 calificaciones de 200 personas.',
  );
});

it('/acerca mentions no ratings for data without ratings', async () => {
  const to = newFolder();
  await run(folderWith(smallFiles()), to, { recommend });
  const catalogue = await openCatalogue(to);
  afterTest(() => catalogue.close());
  const answer = readOut(await askCommand(catalogue)('acerca', {}, { language: 'en' }));
  expect(answer).toContain('Recommendations: I compare what each film is about and who made it.\n');
  expect(answer).not.toMatch(/ratings|nDCG/u);
});
