import { readLiveManifest } from '../src/catalogue/versions.ts';
import { command } from '../src/command/command.ts';
import { aboutReply } from '../src/replies/help.ts';

/** /acerca: the live data, its sources, and the data that the bot stores about people. */
export const acerca = command({
  name: 'acerca',
  english: 'about',
  es: 'Qué datos tengo, de dónde vienen y qué sé de ti',
  en: 'What data I have, where it comes from and what I know of you',
  listed: 'server',
  options: {},
  async execute({ language }, { catalogue, documentsUrl }) {
    return aboutReply(await readLiveManifest(catalogue.unguarded), language, documentsUrl);
  },
});
