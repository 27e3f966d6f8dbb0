import type { Reason } from '../catalogue/recommendations.ts';
import type { Language } from '../contract/call.ts';
import { shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { collectionName } from './names.ts';

/** The two strongest reasons that can be worded in the reader's language. */
export function wordReasons(reasons: readonly Reason[], language: Language): string {
  const worded = reasons.flatMap((reason) => {
    const name = nameOf(reason, language);
    const said = name === undefined ? undefined : text[language].reasons[reason.kind](name);
    return said === undefined ? [] : [plain(shorten(said, 150))];
  });
  return [...new Set(worded)].slice(0, 2).join(' · ');
}

/** What the reason is called in the reader's language; undefined for a keyword that has no word there. */
function nameOf({ kind, name, name_es: spanish }: Reason, language: Language): string | undefined {
  if (kind === 'keyword') return language === 'es' ? (spanish ?? undefined) : name;
  return collectionName(name);
}
