import { DiscordAPIError } from 'discord.js';
import { RESTJSONErrorCodes as Codes } from 'discord-api-types/v10';
import type { Reply } from '../command.ts';
import type { PressedCall } from '../lib/custom-id.ts';
import type { Speaker } from '../trivia/speaker.ts';
import type { Answerable } from './answer.ts';
import { answeredPerson, botPosts } from './context.ts';

/** Discord's flag for a message that only the caller sees. */
const EPHEMERAL = 64;

/** What Discord answers when the 15 minutes of an interaction's token are over. */
const EXPIRED = new Set<unknown>([Codes.InvalidWebhookToken, Codes.UnknownWebhook]);

/**
 * Sends the one answer of an interaction, by the call that Discord wants for it. A button redraws its message only for
 * the person whose message it is; another person gets an own private copy.
 */
export function createSender(
  interaction: Answerable,
  mode: PressedCall['mode'],
  speaker: Pick<Speaker, 'post'>,
) {
  const pressed = interaction.isMessageComponent() ? interaction : undefined;
  const foreign = pressed !== undefined && answeredPerson(pressed) !== pressed.user.id;
  const redraws = pressed !== undefined && mode === 'replace' && !foreign ? pressed : undefined;

  /** Edits the deferred answer. Files of the message that is redrawn go: those of the reply take their place. */
  const edit = async (reply: Reply) =>
    void (await interaction.editReply({ ...toMessage(reply), attachments: [] }));

  const privately = foreign ? ({ flags: EPHEMERAL } as const) : {};
  /**
   * Takes the place of an answer that cannot be edited: a follow-up where somebody deleted it and, past the life of the
   * token, a message of the bot's own, without files, where the bot may post and the answer is public.
   */
  const sendAnew = async (reply: Reply, { code }: DiscordAPIError): Promise<boolean> => {
    if (code === Codes.UnknownMessage) await interaction.followUp({ ...toMessage(reply), ...privately });
    else if (EXPIRED.has(code) && !foreign && botPosts(interaction))
      await speaker.post(interaction.channelId, reply, interaction.id);
    else return false;
    return true;
  };

  const complete = async (reply: Reply) => {
    try {
      await edit(reply);
    } catch (error) {
      if (!(error instanceof DiscordAPIError && (await sendAnew(reply, error)))) throw error;
    }
  };

  return {
    async defer(): Promise<void> {
      if (interaction.deferred) return;
      if (redraws !== undefined) await redraws.deferUpdate();
      else await interaction.deferReply(privately);
    },
    edit,
    async send(reply: Reply): Promise<void> {
      const message = toMessage(reply);
      const hidden = reply.ephemeral === true || foreign;
      if (interaction.deferred) await complete(reply);
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
