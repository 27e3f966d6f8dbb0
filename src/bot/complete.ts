import type { AutocompleteInteraction } from 'discord.js';
import { NotNow } from '../catalogue/withheld.ts';
import { guard } from '../command/guard.ts';
import { type Choice, TooSlow } from '../contract/call.ts';
import type { Answered } from '../contract/watch.ts';
import { withAbort } from '../lib/promises.ts';
import { findSignature, suitsOption } from '../slash/read-call.ts';
import { isAdult, languageOf, type RunningParts } from './context.ts';
import { createDeadline } from './deadline.ts';

/** The tokens that a keystroke takes from a person's bucket; a command takes 1. */
const COST = 0.2;

/** Answers an autocomplete with at most 25 choices; with none if the person types too fast or an error occurs. */
export async function complete(interaction: AutocompleteInteraction, parts: RunningParts): Promise<void> {
  const { clock, log } = parts;
  const started = clock();
  const deadline = createDeadline(interaction.createdTimestamp, clock);
  const kind = 'autocomplete';
  const entry = { command: interaction.commandName, kind, locale: interaction.locale };
  const finish = (outcome: Answered['outcome']) => {
    const ms = clock() - started;
    const command = parts.commands.has(interaction.commandName) ? interaction.commandName : 'unknown';
    parts.watch?.answered({ command, kind, outcome, ms });
    return { ...entry, ms, outcome };
  };
  try {
    const allowed = parts.limits.take(interaction.user.id, COST) === 0;
    const choices = allowed
      ? await withAbort(deadline.overdue, suggest(interaction, parts, deadline.signal))
      : [];
    await interaction.respond(choices.slice(0, 25));
    log.info(finish(allowed ? 'answered' : 'refused'));
  } catch (error) {
    log.warn({ ...finish(error instanceof TooSlow ? 'too slow' : 'failed'), error });
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  } finally {
    deadline.clear();
  }
}

async function suggest(
  interaction: AutocompleteInteraction,
  { commands, catalogue, secrets, limits: _, watch: __, ...rest }: RunningParts,
  signal: AbortSignal,
): Promise<Choice[]> {
  const { name: option, value: typed } = interaction.options.getFocused(true);
  const focused = {
    subcommand: interaction.options.getSubcommand(false) ?? undefined,
    option,
    typed,
    userId: interaction.user.id,
    guildId: interaction.guildId,
    language: languageOf(interaction.locale),
    adult: isAdult(interaction),
  };
  const command = commands.get(interaction.commandName);
  if (command?.autocomplete === undefined) return [];
  if (!suitsOption(findSignature(command, focused.subcommand, focused.language), option, typed)) return [];
  const { autocomplete } = command;
  const read = () => secrets.read(interaction.guildId);
  return catalogue
    .read(signal, (snapshot) =>
      autocomplete(focused, guard({ ...rest, catalogue: snapshot }, read, 'leave out')),
    )
    .catch((error: unknown) => {
      if (error instanceof NotNow) return [];
      throw error;
    });
}
