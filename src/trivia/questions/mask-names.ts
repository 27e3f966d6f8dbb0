import { fold } from '../../lib/fold.ts';

const MASK = '████';

/** Common words that also occur in names; they are not masked on their own. */
const COMMON = new Set(
  'the and for with from that this their they them his her him its who whom whose what when where while after before into upon over under about against between during through one two three first last new old young man men woman women boy girl child life love death day night time year home house world war story movie film part episode chapter el la los las del una uno unos unas con por para que como cuando donde quien sin sobre entre hasta desde tras ante bajo este esta estos estas ese esa hombre mujer vida amor muerte dia noche tiempo casa mundo guerra historia pelicula parte'.split(
    ' ',
  ),
);

/** Nationalities, places and days in both languages; they give little away and are not masked. */
const KNOWN = new Set(
  'south north east west southern northern eastern western central latin americans frenchman sudamerica norteamerica american english british french german russian italian spanish mexican chinese japanese irish jewish christian catholic nazi soviet roman greek african european asian indian arab america american england britain france germany russia italy spain mexico china japan ireland africa europe asia india israel egypt united states kingdom new york los angeles london paris rome berlin moscow tokyo hollywood california texas earth moon mars god christmas halloween thanksgiving monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december world war ii cia fbi usa u s estados unidos nueva york tierra luna marte dios navidad segunda primera guerra mundial alemania francia inglaterra espana italia rusia japon africa europa roma londres berlin argentina colombia chile peru cuba brasil buenos aires madrid barcelona'.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/**
 * Masks the film's names in a text: the given titles, people and characters, and other words written like names
 * (capitalised within a sentence). Well-known places and nationalities are not masked.
 */
export function maskNames(text: string, names: readonly string[]): string {
  const whole = names.reduce(maskWhole, text);
  const nameWords = new Set(names.flatMap(wordsOf).filter((word) => word.length > 3 && !COMMON.has(word)));
  const masked = whole.replace(WORD, (word, at: number) =>
    wordsOf(word).some((part) => nameWords.has(part)) || isName(word, whole, at) ? MASK : word,
  );
  return masked.replace(/████(?:[ '’-]████)+/gu, MASK).replace(/████['’]s?/gu, MASK);
}

function maskWhole(text: string, name: string): string {
  if (name.length < 3) return text;
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), MASK);
}

const wordsOf = (name: string) => fold(name.replace(/['’]s\b/gu, '')).split(' ');

/** Whether a word is written like a name: capitalised within a sentence, or the first of two capitalised words. */
function isName(word: string, text: string, at: number): boolean {
  const parts = wordsOf(word);
  if (!/^\p{Lu}/u.test(word) || word === 'I' || parts.every((part) => KNOWN.has(part) || COMMON.has(part)))
    return false;
  const startsSentence = /(?:^|[.!?…:;]["”»')]*\s+|["“«¿¡(—]\s*)$/u.test(text.slice(0, at));
  if (!startsSentence) return true;
  const next = /^\s+(\p{Lu}[\p{L}'’-]+)/u.exec(text.slice(at + word.length))?.[1];
  return next !== undefined && word.length > 2;
}
