import type { APIMessage } from 'discord-api-types/v10';
import type { Answer, Person } from '#local-discord';
import { text } from '../src/text/text.ts';

const errorSentences = [text.es, text.en].flatMap(({ tooSlow, broken }) => [
  tooSlow,
  broken('\u0000').split('\u0000')[0] ?? '',
]);

/** Whether a reply says that the bot cannot do something at the moment. */
export function isErrorReply({ content, embeds }: APIMessage): boolean {
  const sentence = embeds[0]?.description ?? content;
  return errorSentences.some((start) => sentence.startsWith(start));
}

/** A lookup that succeeds on every data set, and needs no store. */
export const lookUp = (person: Person): Promise<Answer> => person.command('score_titulo', { titulo: '#862' });
