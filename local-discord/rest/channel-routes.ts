import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { botRights } from '../bot-rights.ts';
import { channelMessage, messageEdit } from '../limits/message.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import type { Channel, Stored } from '../places.ts';
import { refuseArchived, revive } from '../threads.ts';
import { channelWith } from './access.ts';
import { apiErrors } from './api-error.ts';
import { judged, refusal } from './judged.ts';
import { earlierOf, keepNonce } from './nonces.ts';
import type { Call, Reply, Route } from './route.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;
const FORUM = 15;

/** Messages of the bot in channels, apart from interactions. Ephemeral ones are not found here. */
export const channelRoutes: Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    handle: (call) => {
      const limit = Math.min(Number(call.query.get('limit') ?? DEFAULT_PAGE), MAX_PAGE);
      const channel = channelOf(call);
      const isReadable = (botRights(call.world, channel) & Bits.ReadMessageHistory) !== 0n;
      const open = [...channel.messages.values()].filter(({ seenBy }) => isReadable && seenBy === undefined);
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
    handle: (call) => ({ json: messageOf(call, Bits.ReadMessageHistory).message }),
  },
  { method: 'POST', path: '/channels/:channel/messages', handle: post },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    handle: (call) => {
      const { world, body } = call;
      const stored = messageOf(call);
      refuseArchived(channelOf(call));
      const edit = judged(world, 'channel edit', messageEdit, body.json);
      return { json: editMessage(world, stored, edit, body.files).message };
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle: (call) => {
      const stored = messageOf(call);
      refuseArchived(channelOf(call));
      deleteMessage(call.world, stored);
      return undefined;
    },
  },
];

function post(call: Call): Reply {
  const { world, body } = call;
  const channel = channelOf(call, Bits.SendMessages);
  if (channel.type === FORUM) throw apiErrors.nonTextChannel();
  const { message_reference: reference, ...rest } = judged(
    world,
    'channel message',
    channelMessage,
    body.json,
  );
  if (rest.embeds?.length) channelOf(call, Bits.EmbedLinks);
  if (body.files.length > 0) channelOf(call, Bits.AttachFiles);
  if (reference && reference.fail_if_not_exists !== false && !channel.messages.has(reference.message_id)) {
    const problem = {
      path: ['message_reference'],
      code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
      message: 'Unknown message',
    };
    throw refusal(world, 'channel message', body.json, [problem]);
  }
  const earlier = earlierOf(world, rest);
  if (earlier) return { json: earlier.message };
  revive(world, channel);
  const replyTo = reference ? { message_id: reference.message_id, channel_id: channel.id } : undefined;
  const stored = createMessage(world, { channel, body: rest, files: body.files, replyTo });
  keepNonce(world, rest, stored);
  return { json: stored.message };
}

function channelOf({ world, params }: Call, ...rights: bigint[]): Channel {
  return channelWith(world, params.channel, ...rights);
}

function messageOf(call: Call, ...rights: bigint[]): Stored {
  const stored = channelOf(call, ...rights).messages.get(call.params.message ?? '');
  if (!stored || stored.seenBy !== undefined) throw apiErrors.unknownMessage();
  return stored;
}
