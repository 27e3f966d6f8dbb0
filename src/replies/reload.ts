import { EmbedBuilder } from '@discordjs/builders';
import type { Comparison, DirectorFigures, MovedFilms } from '../catalogue/compare.ts';
import type { Version } from '../catalogue/versions.ts';
import type { Language, Reply } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import type { EtlRun } from '../reload/etl-process.ts';
import type { FailedRun } from '../reload/last-run.ts';
import type { DataStatus } from '../reload/reload.ts';
import { applyCall } from '../slash/calls.ts';
import { count, minuteOf, percent, shorten, times } from '../text/format.ts';
import { reloadText } from '../text/reload.ts';
import { inTicks, plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row } from './components.ts';
import { colours, sentenceEmbed } from './embeds.ts';

/** A line of the ETL or of DuckDB, between backticks. */
export const logLine = (line: string): string => inTicks(line, 300);

/** The maximum versions of a list. */
const MAX_VERSIONS = 10;

/** `20261126T000119Z-393f5e · 26 nov 2026, 00:01 UTC · 45,433 películas` */
export const versionLine = ({ name, madeAt, tables }: Version, language: Language): string =>
  reloadText[language].versionLine(name, minuteOf(madeAt, language), count(tables.movies ?? 0, language));

/** The live version, the other versions, and the last run of the ETL. */
export function statusReply(
  { live, previous, versions, running, failed }: DataStatus,
  now: number,
  language: Language,
): Reply {
  const t = reloadText[language];
  const lineOf = (version: string) => {
    const published = versions.find(({ name }) => name === version);
    return published === undefined ? `\`${version}\`` : versionLine(published, language);
  };
  const [newest] = versions;
  const run = [
    ...(running === undefined ? [] : [t.running(runLine(running, now, language))]),
    ...(failed === undefined ? [] : [failureLine(failed, language)]),
    ...(newest === undefined ? [] : [lastRunLine(newest, language)]),
  ];
  const embed = new EmbedBuilder()
    .setColor(colours.house)
    .setTitle(t.data)
    .addFields(
      { name: t.live, value: lineOf(live) },
      { name: t.before, value: previous === undefined ? t.none : lineOf(previous) },
      {
        name: t.atHand,
        value:
          versions
            .slice(0, MAX_VERSIONS)
            .map((version) => versionLine(version, language))
            .join('\n') || t.none,
      },
      { name: t.lastRun, value: run.join('\n') || t.none },
    );
  return { embeds: [embed.toJSON()] };
}

function lastRunLine({ name, ms, rowsRead, rejected }: Version, language: Language): string {
  const seconds = count(ms / 1000, language);
  return reloadText[language].lastRunLine(
    name,
    seconds,
    count(rowsRead, language),
    count(rejected, language),
  );
}

function failureLine({ since, why, reason }: FailedRun, language: Language): string {
  const { failures } = reloadText[language];
  return failures[why](minuteOf(new Date(since).toISOString(), language), logLine(reason));
}

/** "42 % · calculo recomendaciones · 31 s" of a run under way. */
export function runLine({ step, percent, since }: Readonly<EtlRun>, now: number, language: Language): string {
  const seconds = count(Math.max(0, now - since) / 1000, language);
  return reloadText[language].runLine(String(percent), stepName(step, language), seconds);
}

/** A step of the ETL in the reader's language. */
function stepName(step: string, language: Language): string {
  const { steps, reading, making } = reloadText[language];
  const file = /^reading (.+)$/u.exec(step)?.[1];
  if (file !== undefined) return reading(logLine(file));
  return steps[step] ?? making(logLine(step));
}

/** The length of the progress bar in characters. */
const BAR = 20;

/** The progress of the ETL, and the next step. */
export function etlReply(run: Readonly<EtlRun>, now: number, language: Language): Reply {
  const full = Math.round((run.percent / 100) * BAR);
  const bar = `\`${'█'.repeat(full)}${'░'.repeat(BAR - full)}\``;
  const t = reloadText[language];
  return underWayReply(`${bar} ${runLine(run, now, language)}\n${t.thenCompared}`, t.etlUnderWay);
}

/** A sentence about a job that takes long. */
export const underWayReply = (sentence: string, title?: string): Reply => ({
  embeds: [{ ...sentenceEmbed(sentence), ...(title !== undefined && { title }) }],
});

/** A version that loses more than this share of the live films gets a warning. */
const LOSS = 0.05;

/** The effects of a change of the data, with a button that applies it. */
export function comparisonReply(comparison: Comparison, language: Language): Reply {
  const t = reloadText[language];
  const { live, candidate, entering, leaving, tables, directors } = comparison;
  const films = [
    ...(entering.films === 0 ? [] : [t.entering(...filmsOf(entering, language))]),
    ...(leaving.films === 0 ? [] : [t.leaving(...filmsOf(leaving, language))]),
  ];
  const rows = tables.map(({ table, before, after }) => {
    const change = `${after > before ? '+' : '−'}${count(Math.abs(after - before), language)}`;
    return `\`${table}\` ${count(before, language)} → ${count(after, language)} (${change})`;
  });
  const people = directors.map(({ name, before, after }) =>
    t.directorLine(
      plain(shorten(name, 60)),
      change(before, after, ({ films }) => count(films, language)),
      change(before, after, ({ success }) =>
        success === 0 ? text[language].noFigures : times(success, language),
      ),
    ),
  );
  const fromTo = t.fromTo(live.name, candidate.name);
  const had = live.tables.movies ?? 0;
  const loses = leaving.films > LOSS * had;
  const warning = t.loses(
    count(leaving.films, language),
    count(had, language),
    percent(leaving.films / had, language),
    leaving.films === 1,
  );
  const embed = new EmbedBuilder()
    .setColor(loses ? colours.trouble : colours.house)
    .setTitle(t.wouldChange)
    .setDescription(loses ? `${fromTo}\n\n${warning}` : fromTo)
    .addFields(
      { name: t.films, value: films.join('\n') || t.sameFilms },
      { name: t.tables, value: rows.join('\n') || t.sameTables },
      { name: t.directors, value: people.join('\n') || t.sameDirectors },
    );
  const id = customId('replace', applyCall, { version: candidate.name, desde: live.name });
  return {
    embeds: [embed.toJSON()],
    components: [row(button(t.apply, id, { style: 'danger' }))],
  };
}

/** "10 → 11", or "10" if nothing changes. */
function change(
  before: DirectorFigures,
  after: DirectorFigures,
  shown: (figures: DirectorFigures) => string,
): string {
  const [old, now] = [shown(before), shown(after)];
  return old === now ? now : `${old} → ${now}`;
}

function filmsOf({ films, best }: MovedFilms, language: Language): [films: string, titles: string] {
  const named = best.map(({ title, release_year: year }) => {
    const name = plain(shorten(title, 40));
    return year === null ? name : `${name} (${year})`;
  });
  const more =
    films > best.length ? [reloadText[language].andMore(count(films - best.length, language))] : [];
  return [count(films, language), [...named, ...more].join(', ')];
}

/** Says that the data were changed. */
export const appliedReply = (live: string, before: string, language: Language): Reply => ({
  embeds: [sentenceEmbed(reloadText[language].applied(live, before))],
});

/** Says why a change of the data was refused. */
export const refusalReply = (sentence: string): Reply => ({ embeds: [sentenceEmbed(sentence, 'trouble')] });
