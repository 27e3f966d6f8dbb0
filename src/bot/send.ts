import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import type { Reply } from '../command.ts';
import type { PressedCall } from '../lib/custom-id.ts';
import type { Answerable } from './answer.ts';
import { answeredPerson } from './context.ts';
import { isPassing, isUnauthorized, refusalOf } from './faults.ts';
import { withinLimits } from './limits.ts';
import { persistently } from './patience.ts';

/** Discord's flag for a message that only the caller sees. */
const EPHEMERAL = 64;

/** Pauses before an answer is sent again after a passing fault, in milliseconds: Discord waits 3 s for the first one. */
const FIRST_PAUSES = [250, 750];
/** The same for the change of an answer that was deferred: its token works for 15 minutes. */
const DEFERRED_PAUSES = [500, 1000, 2000, 4000];

/** An answer carries no token of the bot's: a 401 says nothing about it, and passes. */
const passes = (error: unknown) => isPassing(error) || isUnauthorized(error);

/** Sends a first answer. After a fault it is sent again, and may turn out to have arrived the first time. */
async function answerFirst(say: () => Promise<unknown>): Promise<void> {
  let failed = false;
  await persistently(
    async () => {
      try {
        await say();
      } catch (error) {
        if (failed && refusalOf(error) === Codes.InteractionHasAlreadyBeenAcknowledged) return;
        failed = true;
        throw error;
      }
    },
    FIRST_PAUSES,
    passes,
  );
}

/**
 * Sends the one answer of an interaction, by the call that Discord wants for it. A button redraws its message only for
 * the person whose message it is; another person gets an own private copy, unless the reply is for everybody.
 */
export function createSender(interaction: Answerable, mode: PressedCall['mode']) {
  const pressed = interaction.isMessageComponent() ? interaction : undefined;
  const foreign = pressed !== undefined && answeredPerson(pressed) !== pressed.user.id;
  const redraws = pressed !== undefined && mode === 'replace' && !foreign ? pressed : undefined;

  return {
    async defer(): Promise<void> {
      const flags = foreign ? { flags: EPHEMERAL } : {};
      await answerFirst(() => redraws?.deferUpdate() ?? interaction.deferReply(flags));
      interaction.deferred = true;
    },
    /** Files of the message that is redrawn go: those of the reply take their place. */
    async send(reply: Reply): Promise<void> {
      const message = toMessage(reply);
      const hidden = reply.ephemeral ?? foreign;
      const change = { ...message, attachments: [] };
      if (interaction.deferred)
        await persistently(() => interaction.editReply(change), DEFERRED_PAUSES, passes);
      else if (redraws !== undefined && reply.ephemeral !== true)
        await answerFirst(() => redraws.update(change));
      else
        await answerFirst(() => interaction.reply({ ...message, ...(hidden ? { flags: EPHEMERAL } : {}) }));
    },
  };
}

function toMessage(reply: Reply) {
  const { content, embeds, components, files } = withinLimits(reply);
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    files: (files ?? []).map(({ name, data, description }) => ({ name, attachment: data, description })),
    allowedMentions: { parse: [] },
  };
}

/** A reply as Discord's REST API takes it, without files; nobody is pinged. */
export function toBody(reply: Reply) {
  const { content, embeds, components } = withinLimits(reply);
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    allowed_mentions: { parse: [] },
  };
}

export type Sender = ReturnType<typeof createSender>;
