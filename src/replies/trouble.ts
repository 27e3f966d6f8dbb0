import type { NotNow } from '../catalogue/withheld.ts';
import { CutOff, type Language, type Reply, TooSlow, UserError } from '../contract/call.ts';
import { text } from '../text/text.ts';
import { sentenceEmbed } from './embeds.ts';

const trouble = (sentence: string): Reply => ({
  embeds: [sentenceEmbed(sentence, 'trouble')],
  ephemeral: true,
});

/** What a person is told when a call failed. `id` is the one under which the log has the fault. */
export function troubleReply(error: unknown, id: string, language: Language): Reply {
  if (error instanceof UserError) return error.reply;
  if (error instanceof CutOff) return cutOffReply(language);
  return trouble(error instanceof TooSlow ? text[language].tooSlow : text[language].broken(id));
}

/** Why a person is told nothing for now, in private. */
export const notNowReply = (why: NotNow['why'], language: Language): Reply => ({
  content: text[language].notNow[why],
});
/** That a restart ended a long job before it was done. */
export const cutOffReply = (language: Language): Reply => trouble(text[language].cutOff);

/** What a person is told who asks too much at once; `seconds` until they may again. */
export function tooManyReply(seconds: number, language: Language): Reply {
  return trouble(text[language].tooMany(String(Math.ceil(seconds))));
}

/** What a person is told whose button no longer means anything. */
export const staleReply = (language: Language): Reply => trouble(text[language].staleButton);
