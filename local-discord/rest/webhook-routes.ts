import { MessageFlags } from 'discord-api-types/v10';
import { push } from '../history.ts';
import { metadataOf, TOKEN_LIFE_MS, timeOfToken } from '../interactions.ts';
import { interactionMessage, messageEdit } from '../limits/message.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import type { Stored } from '../places.ts';
import { refuseArchived } from '../threads.ts';
import type { Interaction } from '../world.ts';
import { apiErrors } from './api-error.ts';
import { judged } from './judged.ts';
import type { Call, Reply, Route } from './route.ts';

const MAX_USER_INSTALL_FOLLOW_UPS = 5;

/** What an interaction's token allows for 15 minutes: follow-ups, and to read, change and delete the answers. */
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
      const { world, body } = call;
      const interaction = interactionOf(call);
      const stored = messageOf(call, interaction);
      refuseArchived(interaction.channel);
      const edit = judged(world, 'webhook edit', messageEdit, body.json);
      return { json: editMessage(world, stored, edit, body.files).message };
    },
  },
  {
    method: 'DELETE',
    path: '/webhooks/:app/:token/messages/:message',
    open: true,
    handle: (call) => {
      deleteMessage(call.world, messageOf(call, interactionOf(call)));
      return undefined;
    },
  },
];

function interactionOf({ world, params: { app, token = '' } }: Call): Interaction {
  const born = timeOfToken(token);
  if (app !== world.bot.id || born === undefined) throw apiErrors.unknownWebhook();
  if (world.clock() - born > TOKEN_LIFE_MS) throw apiErrors.invalidWebhookToken();
  const interaction = world.interactions.get(token);
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

/** After a deferred answer the first follow-up takes its place, private or not as the deferred one was. */
function followUp(call: Call): Reply {
  const { world, query, body } = call;
  const interaction = interactionOf(call);
  const { channel, person, original, followUps, byUserInstall } = interaction;
  if (byUserInstall && followUps.items.length >= MAX_USER_INSTALL_FOLLOW_UPS)
    throw apiErrors.tooManyFollowUps();
  const message = judged(world, 'follow-up', interactionMessage, body.json);
  const stored =
    original && isLoading(original) && !original.deleted
      ? editMessage(world, original, message, body.files)
      : createMessage(world, {
          channel,
          body: message,
          files: body.files,
          seenBy: ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? undefined : person.user.id,
          metadata: metadataOf(interaction, original?.message),
          replyTo: original && { message_id: original.message.id, channel_id: channel.id },
        });
  if (stored !== original) push(followUps, stored);
  return query.get('wait') === 'false' ? undefined : { json: stored.message };
}

function isLoading({ message }: Stored): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}
