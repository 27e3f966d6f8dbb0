import { readAbout } from '../src/catalogue/about.ts';
import type { Command } from '../src/command/command.ts';
import { slash } from '../src/command/slash.ts';
import { aboutReply } from '../src/replies/about.ts';

/** /acerca: which data is live, whom to thank, what is kept of a person. */
export const acerca: Command = {
  data: slash('acerca', 'about', {
    es: 'Qué datos tengo, de dónde vienen y qué sé de ti',
    en: 'What data I have, where it comes from and what I know of you',
  }).toJSON(),
  async execute({ language }, { catalogue, documentsUrl }) {
    return aboutReply(await readAbout(catalogue.unguarded), language, documentsUrl);
  },
};
