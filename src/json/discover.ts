import { z } from 'zod';
import type { Call } from '../contract/call.ts';
import type { Discovered } from '../replies/discover.ts';
import { described } from './fields.ts';
import { pageFields, summaryFields, summaryJson } from './film-page.ts';

/** /descubrir as JSON. */
export const discoverJson = {
  path: '/descubrir',
  schema: z.strictObject({
    ...pageFields,
    peliculas: described(
      z.array(z.strictObject(summaryFields)),
      'Las películas de la página, en el orden pedido',
      'The films of the page in the order asked for',
    ),
  }),
  of: ({ films, page, pages, total }: Discovered, { language }: Call) => ({
    total,
    pagina: page,
    paginas: pages,
    peliculas: films.map((film) => summaryJson(film, language)),
  }),
} as const;
