import type { Reply } from '../command.ts';
import type { PressedCall } from '../lib/custom-id.ts';
import type { Answerable } from './answer.ts';
import { answeredPerson } from './context.ts';

/** Discord's flag for a message that only the caller sees. */
const EPHEMERAL = 64;

/**
 * Sends the one answer of an interaction, by the call that Discord wants for it. A button redraws its message only for
 * the person whose message it is; another person gets an own private copy.
 */
export function createSender(interaction: Answerable, mode: PressedCall['mode']) {
  const pressed = interaction.isMessageComponent() ? interaction : undefined;
  const foreign = pressed !== undefined && answeredPerson(pressed) !== pressed.user.id;
  const redraws = pressed !== undefined && mode === 'replace' && !foreign ? pressed : undefined;

  return {
    async defer(how?: 'private'): Promise<void> {
      if (redraws !== undefined) await redraws.deferUpdate();
      else await interaction.deferReply(foreign || how === 'private' ? { flags: EPHEMERAL } : {});
    },
    /** Files of the message that is redrawn go: those of the reply take their place. */
    async send(reply: Reply): Promise<void> {
      const message = toMessage(reply);
      const hidden = reply.ephemeral === true || foreign;
      if (interaction.deferred) await interaction.editReply({ ...message, attachments: [] });
      else if (redraws !== undefined && reply.ephemeral !== true)
        await redraws.update({ ...message, attachments: [] });
      else await interaction.reply({ ...message, ...(hidden ? { flags: EPHEMERAL } : {}) });
    },
  };
}

function toMessage({ content, embeds, components, files }: Reply) {
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    files: (files ?? []).map(({ name, data, description }) => ({ name, attachment: data, description })),
    allowedMentions: { parse: [] },
  };
}

/** A reply as Discord's REST API takes it, without files; nobody is pinged. */
export function toBody({ content, embeds, components }: Reply) {
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    allowed_mentions: { parse: [] },
  };
}

export type Sender = ReturnType<typeof createSender>;
