import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { attach, listed, nothingAttached, type Upload } from './attachments.ts';
import { newHistory, push } from './history.ts';
import type { MessageBody } from './limits/message.ts';
import type { Channel, Stored } from './places.ts';
import { apiErrors } from './rest/api-error.ts';
import { type Happening, type World, wake } from './world.ts';

const KEPT_A_CHANNEL = 5000;

/** What a new message needs besides its body. */
export type NewMessage = {
  channel: Channel;
  body: MessageBody;
  files: readonly Upload[];
  /** The only person who sees it, for an ephemeral message. */
  seenBy?: string | undefined;
  metadata?: APIMessageInteractionMetadata | undefined;
  flags?: number;
  replyTo?: { message_id: string; channel_id: string } | undefined;
};

/** Stores a message of the bot and tells everyone who watches. Throws 50006 for an empty one. */
export function createMessage(
  world: World,
  { channel, body, files, seenBy, metadata, flags = 0, replyTo }: NewMessage,
): Stored {
  const id = world.nextId();
  const { attached, embeds } = attach(world, { channel, body, files, before: nothingAttached });
  const message = {
    id,
    ...placeAndTime(world, channel),
    type: 0,
    content: body.content ?? '',
    mentions: mentionsIn(world, body.content),
    embeds,
    components: body.components ?? [],
    attachments: listed(attached),
    tts: body.tts ?? false,
    edited_timestamp: null,
    flags: flags | (body.flags ?? 0) | (seenBy === undefined ? 0 : MessageFlags.Ephemeral),
    nonce: body.nonce ?? undefined,
    ...(metadata ? aboutInteraction(world, metadata) : {}),
    ...(replyTo ? { type: 19, message_reference: { type: 0, ...replyTo } } : {}),
  } as unknown as APIMessage;
  if ((flags & MessageFlags.Loading) === 0) refuseEmpty(message);
  const stored: Stored = { message, attached, seenBy, edits: newHistory(), deleted: false };
  channel.messages.set(id, stored);
  channel.lastMessageId = id;
  forgetOldest(world, channel);
  tell(world, 'create', stored);
  return stored;
}

const placeAndTime = (world: World, channel: Channel) => ({
  channel_id: channel.id,
  author: world.bot,
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  timestamp: new Date(world.clock()).toISOString(),
});

const aboutInteraction = ({ bot }: World, metadata: APIMessageInteractionMetadata) => ({
  ...(metadata.type === InteractionType.ApplicationCommand ? { type: 20 } : {}),
  application_id: bot.id,
  webhook_id: bot.id,
  interaction_metadata: metadata,
});

/** Changes a message: what the body leaves out stays, null clears, `ephemeral` never changes. */
export function editMessage(
  world: World,
  stored: Stored,
  body: MessageBody,
  files: readonly Upload[],
): Stored {
  const channel = channelOf(world, stored);
  const before = stored.message;
  const { attached, embeds } = attach(world, { channel, body, files, before: stored.attached });
  const kept = before.flags ?? 0;
  const suppress = MessageFlags.SuppressEmbeds;
  const asked = body.flags === undefined || body.flags === null ? kept : body.flags;
  const after = {
    ...before,
    content: body.content === undefined ? before.content : (body.content ?? ''),
    mentions: body.content === undefined ? before.mentions : mentionsIn(world, body.content),
    embeds: body.embeds === undefined ? before.embeds : embeds,
    components: body.components === undefined ? before.components : (body.components ?? []),
    attachments: listed(attached),
    edited_timestamp: new Date(world.clock()).toISOString(),
    flags: (kept & ~MessageFlags.Loading & ~suppress) | (asked & suppress),
  } as APIMessage;
  refuseEmpty(after);
  stored.message = after;
  stored.attached = attached;
  push(stored.edits, after);
  tell(world, 'edit', stored);
  return stored;
}

/** The people whom a content mentions, so that every client knows them. Of those in embeds Discord tells nobody. */
function mentionsIn({ people }: World, content: string | null | undefined): APIUser[] {
  const ids = [...(content ?? '').matchAll(/<@!?(\d+)>/gu)].map(([, id = '']) => id);
  return [...new Set(ids)].flatMap((id) => people.get(id)?.user ?? []);
}

/** Takes a message away. Its pictures and files go with it. */
export function deleteMessage(world: World, stored: Stored): void {
  stored.deleted = true;
  channelOf(world, stored).messages.delete(stored.message.id);
  for (const { id } of stored.attached.files) world.files.delete(id);
  tell(world, 'delete', stored);
}

/** Takes an ephemeral message out of sight. The bot may still change it, and nobody will see that. */
export function hideMessage(world: World, stored: Stored): void {
  channelOf(world, stored).messages.delete(stored.message.id);
  tell(world, 'delete', stored);
}

/** Returns the channel that a message is in. */
export function channelOf(world: World, { message }: Stored): Channel {
  const channel = world.channels.get(message.channel_id);
  if (!channel) throw apiErrors.unknownChannel();
  return channel;
}

function refuseEmpty({ content, embeds, components, attachments }: APIMessage): void {
  const parts = (components?.length ?? 0) + embeds.length + attachments.length;
  if (content.trim() === '' && parts === 0) throw apiErrors.emptyMessage();
}

function forgetOldest(world: World, channel: Channel): void {
  if (channel.messages.size <= KEPT_A_CHANNEL) return;
  const [oldest] = channel.messages.values();
  for (const { id } of oldest?.attached.files ?? []) world.files.delete(id);
  if (oldest) channel.messages.delete(oldest.message.id);
}

function tell(world: World, kind: Happening['kind'], { message, seenBy }: Stored): void {
  for (const watcher of [...world.watchers]) watcher({ kind, message, seenBy });
  wake(world);
}
