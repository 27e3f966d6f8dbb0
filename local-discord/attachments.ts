import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { MAX_FILE_BYTES, type MessageBody } from './limits/message.ts';
import type { Attached, Channel } from './places.ts';
import { apiErrors } from './rest/api-error.ts';
import type { Upload } from './rest/body.ts';
import type { World } from './world.ts';

export type { Upload } from './rest/body.ts';

type Attaching = {
  channel: Channel;
  body: MessageBody;
  files: readonly Upload[];
  before: Attached;
};

/** The files of a message that is new. */
export const nothingAttached: Attached = { files: [], inEmbeds: new Set() };

/** Returns the `attachments` of the message as Discord lists them. */
export const listed = ({ files, inEmbeds }: Attached) => files.filter(({ id }) => !inEmbeds.has(id));

/**
 * Stores uploaded files and returns the files that the message then has, and the embeds of the body with
 * `attachment://name` replaced by the file's address. Without an `attachments` list the earlier files stay. An edit that names
 * the file in an embed by its address instead of `attachment://` shows it twice, as on Discord.
 */
export function attach(
  world: World,
  { channel, body, files, before }: Attaching,
): { attached: Attached; embeds: APIEmbed[] } {
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_FILE_BYTES)
    throw apiErrors.entityTooLarge();
  const named = body.attachments;
  checkIds(named ?? [], files, before.files);
  const kept = named ? before.files.filter(({ id }) => named.some((one) => one.id === id)) : before.files;
  const added = files.map((file) => {
    const about = named?.find(({ id }) => id === file.slot);
    return store(
      world,
      channel,
      { ...file, name: about?.filename ?? file.name },
      about?.description ?? undefined,
    );
  });
  const all = [...(named === null ? [] : kept), ...added];
  for (const { id } of before.files) if (!all.some((one) => one.id === id)) world.files.delete(id);
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

/** Returns an embed with the files that it names; their ids are added to `shown`. */
function resolve(embed: APIEmbed, files: readonly APIAttachment[], shown: Set<string>): APIEmbed {
  const media = <Media extends { url: string }>(named: Media): Media => {
    const name = /^attachment:\/\/(.+)$/.exec(named.url)?.[1];
    const file = files.find(({ filename }) => filename === name);
    if (!file) return named;
    shown.add(file.id);
    const { url, proxy_url, content_type, description } = file;
    return { ...named, url, proxy_url, content_type, ...(description === undefined ? {} : { description }) };
  };
  return {
    type: 'rich',
    ...embed,
    ...(embed.image ? { image: media(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: media(embed.thumbnail) } : {}),
  } as APIEmbed;
}
