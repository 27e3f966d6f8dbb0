import { type APIMessage, Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Modal } from '../limits/modal.ts';
import type { MistakeKind } from '../people/mistake.ts';

const id = z.string().regex(/^\d{17,20}$/);
const value = z.union([z.string(), z.number(), z.boolean()]);
const values = z.record(z.string(), value);
const message = z.strictObject({ id, channel_id: id });

/** A request of a page: an action of its person. The first action must be `join`. */
export const pageRequest = z.strictObject({
  id: z.int(),
  action: z.discriminatedUnion('do', [
    z.strictObject({
      do: z.literal('join'),
      who: z.string(),
      locale: z.enum(Object.values(Locale)),
      channel: z.string(),
    }),
    z.strictObject({ do: z.literal('commands') }),
    z.strictObject({ do: z.literal('command'), name: z.string(), options: values }),
    z.strictObject({
      do: z.literal('complete'),
      name: z.string(),
      option: z.string(),
      typed: z.string(),
      others: values,
    }),
    z.strictObject({ do: z.literal('press'), message, customId: z.string() }),
    z.strictObject({
      do: z.literal('choose'),
      message,
      customId: z.string(),
      values: z.array(z.string()),
    }),
    z.strictObject({
      do: z.literal('submit'),
      interaction: id,
      values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    }),
    z.strictObject({ do: z.literal('dismiss'), message }),
    z.strictObject({ do: z.literal('delete'), message }),
  ]),
});

export type PageAction = z.infer<typeof pageRequest>['action'];

/** An option of a command, in the person's language. */
export type PageOption = {
  name: string;
  description: string;
  /** Discord's option type. */
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: { name: string; value: string | number }[];
};

/** A command or subcommand, in the person's language. */
export type PageCommand = { name: string; description: string; options: PageOption[] };

/** A person of the page. */
export type PagePerson = { key: string; id: string; name: string; admin: boolean };

/** The result of `join`: everything that the page draws. */
export type View = {
  me: PagePerson;
  people: PagePerson[];
  bot: string;
  guild: string;
  channels: { id: string; name: string }[];
  channel: string;
  messages: APIMessage[];
  online: boolean;
};

/** The kind of the bot's answer. Its messages arrive as events. */
export type Outcome = {
  kind: 'message' | 'update' | 'modal';
  interaction: string;
  modal: Modal | undefined;
};

/** The response to a request, with the same id. `ok` is the result of the action. */
export type PageResponse =
  | { id: number; ok: unknown }
  | { id: number; mistake: { kind: MistakeKind; about: string; detail: string } }
  | { id: number; noAnswer: true };

/** An event that the page receives without a request. */
export type PageEvent =
  | { event: 'create' | 'edit' | 'delete'; message: APIMessage }
  | { event: 'online'; online: boolean };
