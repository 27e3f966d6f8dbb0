import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { MAX_FILE_BYTES, type MessageBody } from './limits/message.ts';
import { apiErrors } from './rest/api-error.ts';
import type { Upload } from './rest/body.ts';
import type { Channel, World } from './world.ts';

export type { Upload } from './rest/body.ts';

type Attaching = {
  channel: Channel;
  body: MessageBody;
  files: readonly Upload[];
  before: readonly APIAttachment[];
};

/**
 * Stores uploaded files and returns the attachments that the message then has, and its embeds with
 * `attachment://name` replaced by the file's address. Without an `attachments` list the earlier ones stay.
 */
export function attach(world: World, { channel, body, files, before }: Attaching) {
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_FILE_BYTES)
    throw apiErrors.entityTooLarge();
  const listed = body.attachments;
  checkIds(listed ?? [], files, before);
  const kept = listed ? before.filter(({ id }) => listed.some((one) => one.id === id)) : before;
  const added = files.map((file) => {
    const about = listed?.find(({ id }) => id === file.slot);
    return store(
      world,
      channel,
      { ...file, name: about?.filename ?? file.name },
      about?.description ?? undefined,
    );
  });
  const attachments = [...(listed === null ? [] : kept), ...added];
  for (const { id } of before) if (!attachments.some((one) => one.id === id)) world.files.delete(id);
  return { attachments, embeds: (body.embeds ?? []).map((embed) => resolve(embed as APIEmbed, attachments)) };
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

function store(world: World, channel: Channel, file: Upload, description: string | undefined): APIAttachment {
  const id = world.nextId();
  const filename = file.name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_');
  world.files.set(id, { name: filename, type: file.type, bytes: file.bytes });
  const url = `${world.origin}/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`;
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

function resolve(embed: APIEmbed, attachments: readonly APIAttachment[]): APIEmbed {
  const address = (url: string) => {
    const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
    return attachments.find(({ filename }) => filename === name)?.url ?? url;
  };
  const withImage = embed.image ? { image: { ...embed.image, url: address(embed.image.url) } } : {};
  const withThumbnail = embed.thumbnail
    ? { thumbnail: { ...embed.thumbnail, url: address(embed.thumbnail.url) } }
    : {};
  return { type: 'rich' as APIEmbed['type'] & string, ...embed, ...withImage, ...withThumbnail } as APIEmbed;
}
