import { type Call, type Choice, type Focused, UserError } from '../contract/call.ts';
import { fold } from '../lib/fold.ts';
import { isTimeZone, timeZones } from '../lib/time-zones.ts';
import { defaultZone } from '../text/format.ts';
import { quote } from '../text/sanitize.ts';
import { text } from '../text/text.ts';

/** Zones whose name has the typed words; cities that begin with them first. */
function matchZones(typed: string): string[] {
  const key = typed.trim() === '' ? '' : fold(typed);
  const begins = (zone: string) => Number(fold(zone.split('/').at(-1) ?? '').startsWith(key));
  return timeZones()
    .filter((zone) => fold(zone).includes(key))
    .sort((a, b) => begins(b) - begins(a));
}

/** The time zone that an option names; the language's own without it. Throws a UserError that suggests others. */
export function findZone({ options: { zona }, language }: Call<{ zona?: string }>): string {
  if (zona === undefined) return defaultZone[language];
  if (isTimeZone(zona)) return zona;
  const matches = matchZones(zona);
  const [only, ...others] = matches;
  if (only !== undefined && others.length === 0) return only;
  const t = text[language];
  const accepted = matches.length === 0 ? t.zonesAccepted : `${matches.slice(0, 5).join(', ')}…`;
  throw new UserError({ content: t.optionWrong('zona', quote(zona, 50), accepted) });
}

/** Autocomplete of a time zone; the language's own first before anything is typed. */
export const suggestZones = async ({ typed, language }: Focused): Promise<Choice[]> => {
  const zones = typed.trim() === '' ? [defaultZone[language], ...timeZones()] : matchZones(typed);
  return [...new Set(zones)].slice(0, 25).map((zone) => ({ name: zone, value: zone }));
};
