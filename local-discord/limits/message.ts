import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { rows } from './components.ts';
import { altText, embeds } from './embeds.ts';
import { check, printProblem } from './form-errors.ts';
import { refuse, repeated, snowflake } from './parts.ts';

/** Maximum size of the files of a message together, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const mentionList = z.array(snowflake).max(100).nullish();

const allowedMentions = z
  .strictObject({
    parse: z
      .array(z.enum(['roles', 'users', 'everyone']))
      .max(3)
      .nullish(),
    roles: mentionList,
    users: mentionList,
    replied_user: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    for (const kind of ['roles', 'users'] as const) {
      if (value.parse?.includes(kind) && value[kind]?.length) {
        const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
        refuse(context, [kind], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
      }
      for (const index of repeated(value[kind] ?? [])) {
        refuse(
          context,
          [kind, index],
          'SET_TYPE_ALREADY_CONTAINS_VALUE',
          'The set already contains this value',
        );
      }
    }
  });

const attachment = z.strictObject({
  id: z.union([z.int().min(0), z.string().regex(/^\d+$/)]).transform(String),
  filename: z.string().min(1).max(1024).nullish(),
  description: altText.nullish(),
  title: z.string().max(1024).nullish(),
});

const common = {
  content: z.string().max(2000).nullish(),
  embeds: embeds.nullish(),
  components: rows.nullish(),
  attachments: z.array(attachment).max(10).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  tts: z.boolean().nullish(),
  /** discord.js sends this with every message; Discord reads it only for messages in channels. */
  enforce_nonce: z.boolean().nullish(),
};

const EVERY_CREATE_FLAG = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

/** Flags within the allowed bits. Components V2 is not supported. */
const flags = (allowed: number) =>
  z
    .int()
    .min(0)
    .superRefine((value, context) => {
      if ((value & ~allowed) !== 0)
        refuse(context, [], 'FLAGS_INVALID', `Only the flags ${allowed} may be set here`);
    })
    .nullish();

/** The body of an answer or follow-up to an interaction. */
export const interactionMessage = z.strictObject({
  ...common,
  flags: flags(EVERY_CREATE_FLAG | MessageFlags.Ephemeral),
});

/** Returns Discord's complaints about the answer to an interaction, one line each; none if it would be accepted. */
export function replyProblems(body: unknown): string[] {
  const read = check(interactionMessage, body);
  return 'problems' in read ? read.problems.map(printProblem) : [];
}

/** The body of a message in a channel. */
export const channelMessage = z.strictObject({
  ...common,
  flags: flags(EVERY_CREATE_FLAG),
  nonce: z.union([z.int(), z.string().max(25)]).nullish(),
  message_reference: z
    .strictObject({
      type: z.literal(0).nullish(),
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      guild_id: snowflake.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
});

/** The body of an edit. Absent properties keep their value; `null` clears them. */
export const messageEdit = z.strictObject({
  ...common,
  flags: flags(EVERY_CREATE_FLAG | MessageFlags.Ephemeral),
});

export type MessageBody = z.infer<typeof interactionMessage> &
  Partial<Pick<z.infer<typeof channelMessage>, 'nonce' | 'message_reference'>>;
