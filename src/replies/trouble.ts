import type { NotNow } from '../catalogue/withheld.ts';
import { CutOff, type Language, type Reply, TooSlow, UserError } from '../contract/call.ts';
import { text } from '../text/text.ts';
import { sentenceEmbed } from './embeds.ts';

const trouble = (sentence: string): Reply => ({
  embeds: [sentenceEmbed(sentence, 'trouble')],
  ephemeral: true,
});

/** The reply to a call that failed. `id` is the fault's id in the log. */
export function troubleReply(error: unknown, id: string, language: Language): Reply {
  if (error instanceof UserError) return error.reply;
  if (error instanceof CutOff) return cutOffReply(language);
  return trouble(error instanceof TooSlow ? text[language].tooSlow : text[language].broken(id));
}

/** The reply to a call that could reveal the answer to an open question. */
export const notNowReply = (why: NotNow['why'], language: Language): Reply => ({
  content: text[language].notNow[why],
});
/** Says that a restart ended a long job. */
export const cutOffReply = (language: Language): Reply => trouble(text[language].cutOff);

/** Rate-limit reply; `seconds` until the next call is allowed. */
export function tooManyReply(seconds: number, language: Language): Reply {
  return trouble(text[language].tooMany(String(Math.ceil(seconds))));
}

/** The reply to a button that no longer works. */
export const staleReply = (language: Language): Reply => trouble(text[language].staleButton);
