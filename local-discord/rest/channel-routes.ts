import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { botRights } from '../bot-rights.ts';
import { channelMessage, messageEdit } from '../limits/message.ts';
import { createMessage, deleteMessage, editMessage } from '../messages.ts';
import type { Channel, Stored } from '../places.ts';
import type { DiscordState } from '../state.ts';
import { refuseArchived, unarchive } from '../threads.ts';
import { channelWith } from './access.ts';
import { apiErrors, recordViolation, validated } from './api-error.ts';
import type { Call, Reply, Route } from './route.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;
const FORUM = 15;
/** Discord documents "the past few minutes". */
const NONCE_KEPT_MS = 3 * 60 * 1000;

/** Messages in channels. Ephemeral messages are not found by these routes. */
export const channelRoutes: Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    handle: (call) => {
      const limit = Math.min(Number(call.query.get('limit') ?? DEFAULT_PAGE), MAX_PAGE);
      const channel = channelOf(call);
      const isReadable = (botRights(call.state, channel) & Bits.ReadMessageHistory) !== 0n;
      const visible = [...channel.messages.values()].filter(
        (stored) => isReadable && stored.visibleTo === undefined,
      );
      return {
        json: visible
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
      const { state, body } = call;
      const stored = messageOf(call);
      refuseArchived(channelOf(call));
      const edit = validated(state, 'channel edit', messageEdit, body.json);
      return { json: editMessage(state, stored, edit, body.files).message };
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle: (call) => {
      const stored = messageOf(call);
      refuseArchived(channelOf(call));
      deleteMessage(call.state, stored);
      return undefined;
    },
  },
];

function post(call: Call): Reply {
  const { state, body } = call;
  const channel = channelOf(call, Bits.SendMessages);
  if (channel.type === FORUM) throw apiErrors.nonTextChannel();
  const { message_reference: reference, ...rest } = validated(
    state,
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
    throw recordViolation(state, 'channel message', body.json, [problem]);
  }
  const earlier = withSameNonce(state, rest);
  if (earlier) return { json: earlier.message };
  unarchive(state, channel);
  const replyTo = reference ? { message_id: reference.message_id, channel_id: channel.id } : undefined;
  const stored = createMessage(state, { channel, body: rest, files: body.files, replyTo });
  keepNonce(state, rest, stored);
  return { json: stored.message };
}

type Nonce = { nonce?: string | number | null | undefined; enforce_nonce?: boolean | null | undefined };

/** Returns the bot's recent message with the same nonce if the new message asks for deduplication by `enforce_nonce`. */
function withSameNonce(state: DiscordState, { nonce, enforce_nonce }: Nonce): Stored | undefined {
  const found = enforce_nonce ? state.nonces.get(String(nonce)) : undefined;
  const isRecent = found !== undefined && state.clock() - found.at <= NONCE_KEPT_MS;
  return isRecent && !found.stored.deleted ? found.stored : undefined;
}

/** Stores a message's nonce and drops expired ones. */
function keepNonce(state: DiscordState, { nonce }: Nonce, stored: Stored): void {
  const at = state.clock();
  for (const [key, kept] of state.nonces) if (at - kept.at > NONCE_KEPT_MS) state.nonces.delete(key);
  if (nonce !== undefined && nonce !== null) state.nonces.set(String(nonce), { stored, at });
}

function channelOf({ state, params }: Call, ...rights: bigint[]): Channel {
  return channelWith(state, params.channel, ...rights);
}

function messageOf(call: Call, ...rights: bigint[]): Stored {
  const stored = channelOf(call, ...rights).messages.get(call.params.message ?? '');
  if (!stored || stored.visibleTo !== undefined) throw apiErrors.unknownMessage();
  return stored;
}
