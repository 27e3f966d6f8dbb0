import { MessageFlags } from 'discord-api-types/v10';
import { push } from '../history.ts';
import { metadataOf, TOKEN_LIFE_MS, timeOfToken } from '../interactions.ts';
import { interactionMessage, messageEdit } from '../limits/message.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import type { Stored } from '../places.ts';
import type { Interaction } from '../state.ts';
import { refuseArchived } from '../threads.ts';
import { apiErrors, validated } from './api-error.ts';
import type { Call, Reply, Route } from './route.ts';

export const MAX_USER_INSTALL_FOLLOW_UPS = 5;

/** The routes of an interaction's token, valid for 15 minutes: follow-ups, and reading, editing and deleting the answers. */
export const webhookRoutes: Route[] = [
  { method: 'POST', path: '/webhooks/:app/:token', open: true, handle: followUp },
  {
    method: 'GET',
    path: '/webhooks/:app/:token/messages/:message',
    open: true,
    handle: (call) => ({ json: messageOf(call, interactionOf(call)).message }),
  },
  {
    method: 'PATCH',
    path: '/webhooks/:app/:token/messages/:message',
    open: true,
    handle: (call) => {
      const { state, body } = call;
      const interaction = interactionOf(call);
      const stored = messageOf(call, interaction);
      refuseArchived(interaction.channel);
      const edit = validated(state, 'webhook edit', messageEdit, body.json);
      return { json: editMessage(state, stored, edit, body.files).message };
    },
  },
  {
    method: 'DELETE',
    path: '/webhooks/:app/:token/messages/:message',
    open: true,
    handle: (call) => {
      deleteMessage(call.state, messageOf(call, interactionOf(call)));
      return undefined;
    },
  },
];

function interactionOf({ state, params: { app, token = '' } }: Call): Interaction {
  const createdAt = timeOfToken(token);
  if (app !== state.bot.id || createdAt === undefined) throw apiErrors.unknownWebhook();
  if (state.clock() - createdAt > TOKEN_LIFE_MS) throw apiErrors.invalidWebhookToken();
  const interaction = state.interactions.get(token);
  if (interaction?.state !== 'answered') throw apiErrors.unknownWebhook();
  return interaction;
}

function messageOf({ params: { message } }: Call, { original, followUps }: Interaction): Stored {
  const stored =
    message === '@original' || message === original?.message.id
      ? original
      : followUps.items.find((one) => one.message.id === message);
  if (!stored || stored.deleted) throw apiErrors.unknownMessage();
  return stored;
}

/** The first follow-up replaces a deferred answer and is ephemeral exactly if the deferred answer is. */
function followUp(call: Call): Reply {
  const { state, query, body } = call;
  const interaction = interactionOf(call);
  const { channel, person, original, followUps, byUserInstall } = interaction;
  if (byUserInstall && followUps.items.length >= MAX_USER_INSTALL_FOLLOW_UPS)
    throw apiErrors.tooManyFollowUps();
  const message = validated(state, 'follow-up', interactionMessage, body.json);
  const stored =
    original && isLoading(original) && !original.deleted
      ? editMessage(state, original, message, body.files)
      : createMessage(state, {
          channel,
          body: message,
          files: body.files,
          visibleTo: ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? undefined : person.user.id,
          metadata: metadataOf(interaction, original?.message),
          replyTo: original && { message_id: original.message.id, channel_id: channel.id },
        });
  if (stored !== original) push(followUps, stored);
  return query.get('wait') === 'false' ? undefined : { json: stored.message };
}

function isLoading({ message }: Stored): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}
