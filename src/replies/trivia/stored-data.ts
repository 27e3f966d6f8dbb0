import { EmbedBuilder } from '@discordjs/builders';
import type { Call, Language, Reply } from '../../contract/call.ts';
import { customId } from '../../contract/custom-id.ts';
import { nextPartCall } from '../../slash/calls.ts';
import type { DailyPost } from '../../store/daily-posts.ts';
import type { PersonalCounts } from '../../store/personal-data.ts';
import type { Settings } from '../../store/settings.ts';
import { count } from '../../text/format.ts';
import { gameText } from '../../text/game.ts';
import { text } from '../../text/text.ts';
import { button, row } from '../components.ts';
import { colours, sentenceEmbed } from '../embeds.ts';

/** The data that the store has about the caller: counts, and a file with the rows, or one part and a button for the next. */
export function personalDataReply(
  counts: PersonalCounts,
  { data, compressed, next }: { data: Buffer; compressed: boolean; next: string | undefined },
  language: Language,
): Reply {
  const t = gameText[language];
  const embed = new EmbedBuilder().setColor(colours.person).setTitle(t.myData);
  if (Object.values(counts).every((rows) => rows === 0)) {
    return { embeds: [embed.setDescription(t.myDataEmpty).toJSON()], ephemeral: true };
  }
  const number = (rows: number) => count(rows, language);
  const lines = [
    t.myDataLines(number(counts.picks), number(counts.games_started), number(counts.votes)),
    ...(counts.teams > 0 ? [t.myDataTeams(number(counts.teams))] : []),
    ...(counts.draws > 0 ? [t.myDataDraws(number(counts.draws))] : []),
    ...(counts.shown_people > 0 ? [t.myDataShared] : []),
    next === undefined ? t.myDataFile : t.myDataPart,
    ...(compressed ? [t.myDataCompressed] : []),
  ];
  const file = {
    name: compressed ? 'filmoteca.json.gz' : 'filmoteca.json',
    data,
    description: t.myDataFileAlt,
  };
  return {
    embeds: [embed.setDescription(lines.join('\n')).toJSON()],
    files: [file],
    ...(next !== undefined && {
      components: [row(button(t.myDataNext, customId('add', nextPartCall, { desde: next })))],
    }),
    ephemeral: true,
  };
}

/** The name and value of each setting of games. */
function linesOf(settings: Settings, language: Language): [name: string, value: string | undefined][] {
  const t = gameText[language];
  const { settingsLines: names, settingsValues: values } = t;
  return [
    [names.language, values[settings.language ?? 'auto']],
    [names.games_per, values[settings.games_per]],
    [names.seconds, t.seconds(settings.seconds)],
    [names.pause, t.seconds(settings.pause)],
    [names.starters, values[settings.starters]],
  ];
}

/** The private reply to a change of settings: each changed value, before and now. */
export function changedSettingsReply(before: Settings, after: Settings, language: Language): Reply {
  const t = gameText[language];
  const earlier = new Map(linesOf(before, language));
  const lines = linesOf(after, language).flatMap(([name, value]) =>
    earlier.get(name) === value ? [] : [`${name}\n${t.changed(earlier.get(name) ?? '', value ?? '')}`],
  );
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.settings)
    .setDescription(lines.join('\n\n') || t.nothingChanged);
  return { embeds: [embed.toJSON()], ephemeral: true };
}

/** The private reply with a server's settings, one a line. */
export function settingsReply(settings: Settings, daily: readonly DailyPost[], language: Language): Reply {
  const t = gameText[language];
  const lines = [
    ...linesOf(settings, language),
    [text[language].dailySetting, filmsWords(daily, language)],
    [t.daily.setting, questionWords(daily, language)],
  ];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.settings)
    .setDescription(lines.map(([name, value]) => `${name}: **${value}**`).join('\n'));
  return { embeds: [embed.toJSON()], ephemeral: true };
}

function filmsWords(posts: readonly DailyPost[], language: Language): string {
  const t = text[language];
  const daily = posts.find(({ kind }) => kind === 'efemerides');
  if (daily === undefined) return t.dailyOff;
  const channel = `<#${daily.channel_id}>`;
  return daily.muted_at === null ? t.dailyOn(daily.hour, daily.zone, channel) : t.dailyMuted(channel);
}

function questionWords(posts: readonly DailyPost[], language: Language): string {
  const t = gameText[language].daily;
  const daily = posts.find(({ kind }) => kind === 'pregunta');
  if (daily === undefined) return t.off;
  const channel = `<#${daily.channel_id}>`;
  return daily.muted_at === null ? t.on(daily.hour, daily.hours, daily.zone, channel) : t.muted(channel);
}

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
