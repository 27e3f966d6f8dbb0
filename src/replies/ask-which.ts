import type { Call, Reply } from '../contract/call.ts';
import { CHOSEN, customId, LONGEST_ID } from '../contract/custom-id.ts';
import { shorten } from '../text/format.ts';
import { text } from '../text/text.ts';
import { button, row, selectRow } from './components.ts';
import { sentenceEmbed } from './embeds.ts';

/** An answer that a person can choose. Its value replaces the value that they typed. */
export interface Candidate {
  value: string;
  label: string;
  description?: string;
}

/** The maximum options of a select. */
const MAX_OPTIONS = 25;

/** Several good matches: a select that runs the same call with the chosen match, unless its options are too long for one. */
export function askWhich(
  call: Call,
  option: string,
  { question, placeholder }: { question: string; placeholder: string },
  candidates: readonly Candidate[],
): Reply {
  const { onlyTheBestKnown, tryAutocomplete } = text[call.language];
  const id = repeated(call, option, CHOSEN);
  if (id.length > LONGEST_ID) return { embeds: [sentenceEmbed(`${question}\n${tryAutocomplete}`)] };
  const more = candidates.length < MAX_OPTIONS ? '' : `\n${onlyTheBestKnown}`;
  return {
    embeds: [sentenceEmbed(question + more)],
    components: [selectRow(id, placeholder, candidates.slice(0, MAX_OPTIONS))],
  };
}

/**
 * No good match: up to five buttons that run the same call with a suggestion, if its options are short enough, and `further` buttons
 * below.
 */
export function suggest(
  call: Call,
  option: string,
  sentence: string,
  candidates: readonly Candidate[],
  further: readonly ReturnType<typeof button>[] = [],
): Reply {
  const { didYouMean, tryAutocomplete } = text[call.language];
  const buttons = candidates
    .slice(0, 5)
    .map(({ value, label }) => ({ label: shorten(label, 80), id: repeated(call, option, value) }))
    .filter(({ id }) => id.length <= LONGEST_ID)
    .map(({ label, id }) => button(label, id));
  const rows = [buttons, further].filter((list) => list.length > 0).map((list) => row(...list));
  const hint = buttons.length > 0 ? didYouMean : tryAutocomplete;
  return {
    embeds: [sentenceEmbed(`${sentence}\n${hint}`, 'trouble')],
    ...(rows.length > 0 && { components: rows }),
  };
}

/** The custom id of the call with one option changed. */
const repeated = ({ signature, options }: Call, option: string, value: string) =>
  customId('add', signature, { ...options, [option]: value });
