import type { Call, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { gameText } from '../../text/game.ts';
import { button, row } from '../components.ts';
import { sentenceEmbed } from '../embeds.ts';

/** Asks for a confirmation, in private. The button runs the same call with `confirmar: true`. */
export function confirmErasing({ signature, language }: Call, sentence: string): Reply {
  const id = customId('replace', signature, { confirmar: true });
  return {
    embeds: [sentenceEmbed(sentence, 'trouble')],
    components: [row(button(gameText[language].erase, id, { style: 'danger' }))],
    ephemeral: true,
  };
}

/** Says that something was erased. */
export const erasedReply = (sentence: string): Reply => ({
  embeds: [sentenceEmbed(sentence)],
  ephemeral: true,
});
