import { channelMessage, messageEdit } from '../limits/message.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import type { Channel, Stored } from '../world.ts';
import { apiErrors } from './api-error.ts';
import { judged, refusal } from './judged.ts';
import type { Call, Route } from './route.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;

/** Messages of the bot in channels, apart from interactions. Ephemeral ones are not found here. */
export const channelRoutes: Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    handle: (call) => {
      const limit = Math.min(Number(call.query.get('limit') ?? DEFAULT_PAGE), MAX_PAGE);
      const open = [...channelOf(call).messages.values()].filter(({ seenBy }) => seenBy === undefined);
      return {
        json: open
          .slice(-limit)
          .reverse()
          .map(({ message }) => message),
      };
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: (call) => ({ json: messageOf(call).message }),
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    handle: (call) => {
      const { world, body } = call;
      const channel = channelOf(call);
      const { message_reference: reference, ...rest } = judged(
        world,
        'channel message',
        channelMessage,
        body.json,
      );
      if (
        reference &&
        reference.fail_if_not_exists !== false &&
        !channel.messages.has(reference.message_id)
      ) {
        const problem = {
          path: ['message_reference'],
          code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
          message: 'Unknown message',
        };
        throw refusal(world, 'channel message', body.json, [problem]);
      }
      const replyTo = reference ? { message_id: reference.message_id, channel_id: channel.id } : undefined;
      return { json: createMessage(world, { channel, body: rest, files: body.files, replyTo }).message };
    },
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    handle: (call) => {
      const { world, body } = call;
      const stored = messageOf(call);
      const edit = judged(world, 'channel edit', messageEdit, body.json);
      return { json: editMessage(world, stored, edit, body.files).message };
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle: (call) => {
      deleteMessage(call.world, messageOf(call));
      return undefined;
    },
  },
];

function channelOf({ world, params: { channel = '' } }: Call): Channel {
  const found = world.channels.get(channel);
  if (!found) throw apiErrors.unknownChannel();
  if (!found.open) throw apiErrors.missingAccess();
  return found;
}

function messageOf(call: Call): Stored {
  const stored = channelOf(call).messages.get(call.params.message ?? '');
  if (!stored || stored.seenBy !== undefined) throw apiErrors.unknownMessage();
  return stored;
}
