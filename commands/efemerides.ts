import { readAnniversaries } from '../src/catalogue/anniversaries.ts';
import { lookupCommand } from '../src/command/command.ts';
import { UserError } from '../src/contract/call.ts';
import { anniversariesJson } from '../src/json/anniversaries.ts';
import { dayIn, daysOf } from '../src/lib/time-zones.ts';
import { anniversariesReply } from '../src/replies/anniversaries.ts';
import { anniversariesCall } from '../src/slash/calls.ts';
import { defaultZone } from '../src/text/format.ts';
import { text } from '../src/text/text.ts';

/** /efemerides: the films that opened on this day, or another, in other years. */
export const efemerides = lookupCommand({
  ...anniversariesCall,
  listed: 'catalogue',
  async find({ options, language, adult, at }, { catalogue }) {
    const today = dayIn(defaultZone[language], at);
    const { mes: month = today.month, dia: day = today.day, pagina: page = 1 } = options;
    const t = text[language];
    if (day > daysOf(month))
      throw new UserError({
        content: t.optionWrong('dia', String(day), t.wholeNumber('1', String(daysOf(month)))),
      });
    const when = { ...today, month, day };
    const films = await readAnniversaries(catalogue, when, { adult, page });
    return { ...films, when, isToday: month === today.month && day === today.day };
  },
  reply: (found, { language }) => anniversariesReply(found, language),
  json: anniversariesJson,
});
