import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { MAX_FILE_BYTES, type MessageBody } from './limits/message.ts';
import type { Attached, Channel } from './places.ts';
import { apiErrors } from './rest/api-error.ts';
import type { Upload } from './rest/body.ts';
import type { DiscordState } from './state.ts';

type Change = {
  channel: Channel;
  body: MessageBody;
  files: readonly Upload[];
  before: Attached;
};

/** The files of a new message. */
export const noFiles: Attached = { files: [], inEmbeds: new Set() };

/** Returns the `attachments` of a message. */
export const listedFiles = ({ files, inEmbeds }: Attached) => files.filter(({ id }) => !inEmbeds.has(id));

/**
 * Stores uploaded files. Returns all files of the message, and the body's embeds with `attachment://name` replaced by the file's
 * address. Without an `attachments` list the earlier files stay. If an edit refers to a file in an embed by its address instead
 * of `attachment://`, the file is shown twice, as on Discord.
 */
export function attach(
  state: DiscordState,
  { channel, body, files, before }: Change,
): { attached: Attached; embeds: APIEmbed[] } {
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_FILE_BYTES)
    throw apiErrors.entityTooLarge();
  const references = body.attachments;
  checkIds(references ?? [], files, before.files);
  const kept = references
    ? before.files.filter(({ id }) => references.some((one) => one.id === id))
    : before.files;
  const added = files.map((file) => {
    const reference = references?.find(({ id }) => id === file.slot);
    return store(
      state,
      channel,
      { ...file, name: reference?.filename ?? file.name },
      reference?.description ?? undefined,
    );
  });
  const all = [...(references === null ? [] : kept), ...added];
  for (const { id } of before.files) if (!all.some((one) => one.id === id)) state.files.delete(id);
  const shown = new Set<string>();
  const embeds = (body.embeds ?? []).map((embed) => resolve(embed as APIEmbed, all, shown));
  const inEmbeds = body.embeds === undefined ? before.inEmbeds : shown;
  return { attached: { files: all, inEmbeds }, embeds };
}

function checkIds(
  listed: readonly { id: string }[],
  files: readonly Upload[],
  before: readonly { id: string }[],
): void {
  const known = new Set([...files.map(({ slot }) => slot), ...before.map(({ id }) => id)]);
  const problems = listed.flatMap(({ id }, index) =>
    known.has(id)
      ? []
      : [
          {
            path: ['attachments', index, 'id'],
            code: 'ATTACHMENT_NOT_FOUND',
            message: 'Attachment data not found',
          },
        ],
  );
  if (problems.length > 0) throw apiErrors.invalidBody(problems);
}

function store(
  state: DiscordState,
  channel: Channel,
  file: Upload,
  description: string | undefined,
): APIAttachment {
  const id = state.nextId();
  const filename = file.name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_');
  state.files.set(id, { name: filename, type: file.type, bytes: file.bytes });
  const url = `${state.origin}/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`;
  return {
    id,
    filename,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.type,
    ...(description === undefined ? {} : { description }),
  };
}

/** Returns an embed with the addresses of its files. Adds their ids to `shown`. */
function resolve(embed: APIEmbed, files: readonly APIAttachment[], shown: Set<string>): APIEmbed {
  const media = <Media extends { url: string }>(medium: Media): Media => {
    const name = /^attachment:\/\/(.+)$/.exec(medium.url)?.[1];
    const file = files.find(({ filename }) => filename === name);
    if (!file) return medium;
    shown.add(file.id);
    const { url, proxy_url, content_type, description } = file;
    return { ...medium, url, proxy_url, content_type, ...(description === undefined ? {} : { description }) };
  };
  return {
    type: 'rich',
    ...embed,
    ...(embed.image ? { image: media(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: media(embed.thumbnail) } : {}),
  } as APIEmbed;
}
