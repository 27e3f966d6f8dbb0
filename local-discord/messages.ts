import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { attach, listedFiles, noFiles } from './attachments.ts';
import { newHistory, push } from './history.ts';
import type { MessageBody } from './limits/message.ts';
import type { Channel, Stored } from './places.ts';
import { apiErrors } from './rest/api-error.ts';
import type { Upload } from './rest/body.ts';
import { type DiscordState, type MessageChange, wake } from './state.ts';

const KEPT_PER_CHANNEL = 5000;

export type NewMessage = {
  channel: Channel;
  body: MessageBody;
  files: readonly Upload[];
  /** The only person who sees it, for an ephemeral message. */
  visibleTo?: string | undefined;
  metadata?: APIMessageInteractionMetadata | undefined;
  flags?: number;
  replyTo?: { message_id: string; channel_id: string } | undefined;
};

/** Stores a message of the bot and notifies the watchers. Throws 50006 if it is empty. */
export function createMessage(
  state: DiscordState,
  { channel, body, files, visibleTo, metadata, flags = 0, replyTo }: NewMessage,
): Stored {
  const id = state.nextId();
  const { attached, embeds } = attach(state, { channel, body, files, before: noFiles });
  const message = {
    id,
    ...commonFields(state, channel),
    type: 0,
    content: body.content ?? '',
    mentions: mentionsIn(state, body.content),
    embeds,
    components: body.components ?? [],
    attachments: listedFiles(attached),
    tts: body.tts ?? false,
    edited_timestamp: null,
    flags: flags | (body.flags ?? 0) | (visibleTo === undefined ? 0 : MessageFlags.Ephemeral),
    nonce: body.nonce ?? undefined,
    ...(metadata ? interactionFields(state, metadata) : {}),
    ...(replyTo ? { type: 19, message_reference: { type: 0, ...replyTo } } : {}),
  } as unknown as APIMessage;
  if ((flags & MessageFlags.Loading) === 0) refuseEmpty(message);
  const stored: Stored = { message, attached, visibleTo, edits: newHistory(), deleted: false };
  channel.messages.set(id, stored);
  channel.lastMessageId = id;
  deleteOldest(state, channel);
  notify(state, 'create', stored);
  return stored;
}

const commonFields = (state: DiscordState, channel: Channel) => ({
  channel_id: channel.id,
  author: state.bot,
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  timestamp: new Date(state.clock()).toISOString(),
});

const interactionFields = ({ bot }: DiscordState, metadata: APIMessageInteractionMetadata) => ({
  ...(metadata.type === InteractionType.ApplicationCommand ? { type: 20 } : {}),
  application_id: bot.id,
  webhook_id: bot.id,
  interaction_metadata: metadata,
});

/** Edits a message. Absent properties keep their value and `null` clears them; the ephemeral flag never changes. */
export function editMessage(
  state: DiscordState,
  stored: Stored,
  body: MessageBody,
  files: readonly Upload[],
): Stored {
  const channel = channelOf(state, stored);
  const before = stored.message;
  const { attached, embeds } = attach(state, { channel, body, files, before: stored.attached });
  const oldFlags = before.flags ?? 0;
  const suppress = MessageFlags.SuppressEmbeds;
  const newFlags = body.flags ?? oldFlags;
  const after = {
    ...before,
    content: body.content === undefined ? before.content : (body.content ?? ''),
    mentions: body.content === undefined ? before.mentions : mentionsIn(state, body.content),
    embeds: body.embeds === undefined ? before.embeds : embeds,
    components: body.components === undefined ? before.components : (body.components ?? []),
    attachments: listedFiles(attached),
    edited_timestamp: new Date(state.clock()).toISOString(),
    flags: (oldFlags & ~MessageFlags.Loading & ~suppress) | (newFlags & suppress),
  } as APIMessage;
  refuseEmpty(after);
  stored.message = after;
  stored.attached = attached;
  push(stored.edits, after);
  notify(state, 'edit', stored);
  return stored;
}

/** Returns the users whom the content mentions. Discord does not list those whom only an embed mentions. */
function mentionsIn({ people }: DiscordState, content: string | null | undefined): APIUser[] {
  const ids = [...(content ?? '').matchAll(/<@!?(\d+)>/gu)].map(([, id = '']) => id);
  return [...new Set(ids)].flatMap((id) => people.get(id)?.user ?? []);
}

/** Deletes a message and its files. */
export function deleteMessage(state: DiscordState, stored: Stored): void {
  stored.deleted = true;
  channelOf(state, stored).messages.delete(stored.message.id);
  for (const { id } of stored.attached.files) state.files.delete(id);
  notify(state, 'delete', stored);
}

/** Dismisses an ephemeral message. The bot can still edit it, but nobody sees it any more. */
export function hideMessage(state: DiscordState, stored: Stored): void {
  channelOf(state, stored).messages.delete(stored.message.id);
  notify(state, 'delete', stored);
}

/** Returns the channel of a message. */
export function channelOf(state: DiscordState, { message }: Stored): Channel {
  const channel = state.channels.get(message.channel_id);
  if (!channel) throw apiErrors.unknownChannel();
  return channel;
}

function refuseEmpty({ content, embeds, components, attachments }: APIMessage): void {
  const parts = (components?.length ?? 0) + embeds.length + attachments.length;
  if (content.trim() === '' && parts === 0) throw apiErrors.emptyMessage();
}

function deleteOldest(state: DiscordState, channel: Channel): void {
  if (channel.messages.size <= KEPT_PER_CHANNEL) return;
  const [oldest] = channel.messages.values();
  for (const { id } of oldest?.attached.files ?? []) state.files.delete(id);
  if (oldest) channel.messages.delete(oldest.message.id);
}

function notify(state: DiscordState, kind: MessageChange['kind'], { message, visibleTo }: Stored): void {
  for (const watcher of [...state.watchers]) watcher({ kind, message, visibleTo });
  wake(state);
}
