import { ApplicationCommandOptionType, InteractionResponseType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import { localizations } from './locales.ts';
import { interactionMessage, messageEdit } from './message.ts';
import { modal } from './modal.ts';
import { refuse, text } from './parts.ts';

const choice = (value: z.ZodType<string | number>) =>
  z.strictObject({ name: text(100), name_localizations: localizations(text(100)), value });

const choiceValue = {
  [ApplicationCommandOptionType.String]: text(100),
  [ApplicationCommandOptionType.Integer]: z.int(),
  [ApplicationCommandOptionType.Number]: z.number(),
};

export type AutocompletedType = keyof typeof choiceValue;

/** Returns the schema of a first answer. `focused` is the type of the autocompleted option. */
export function callbackSchema(focused?: AutocompletedType) {
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal(Type.ChannelMessageWithSource), data: interactionMessage }),
    z.strictObject({
      type: z.literal(Type.DeferredChannelMessageWithSource),
      data: interactionMessage.pick({ flags: true, tts: true, enforce_nonce: true }).nullish(),
    }),
    z.strictObject({ type: z.literal(Type.DeferredMessageUpdate), data: z.strictObject({}).nullish() }),
    z.strictObject({ type: z.literal(Type.UpdateMessage), data: messageEdit.nullish() }),
    z.strictObject({ type: z.literal(Type.Modal), data: modal }),
    z.strictObject({
      type: z.literal(Type.ApplicationCommandAutocompleteResult),
      data: z.strictObject({
        choices: z.array(choice(choiceValue[focused ?? ApplicationCommandOptionType.String])).max(25),
      }),
    }),
  ]);
}

export type Callback = z.infer<ReturnType<typeof callbackSchema>>;

const messages = [Type.ChannelMessageWithSource, Type.DeferredChannelMessageWithSource] as const;
const updates = [Type.DeferredMessageUpdate, Type.UpdateMessage] as const;

/** The allowed first answers to each kind of interaction. */
export const allowedCallbacks = {
  command: [...messages, Type.Modal],
  component: [...messages, ...updates, Type.Modal],
  modal: [...messages, ...updates],
  autocomplete: [Type.ApplicationCommandAutocompleteResult],
} as const satisfies Record<string, readonly Callback['type'][]>;

const built = new Map<string, ReturnType<typeof buildSchema>>();

/** Returns the schema of a first answer to one kind of interaction. Cached, because building a schema takes longer than using it. */
export function callbackSchemaFor(kind: keyof typeof allowedCallbacks, focused?: AutocompletedType) {
  const key = `${kind} ${focused}`;
  const schema = built.get(key) ?? buildSchema(kind, focused);
  built.set(key, schema);
  return schema;
}

function buildSchema(kind: keyof typeof allowedCallbacks, focused?: AutocompletedType) {
  return callbackSchema(focused).superRefine(({ type }, context) => {
    const allowed: readonly number[] = allowedCallbacks[kind];
    if (!allowed.includes(type)) {
      const message = `The interaction response type ${type} is not valid for this type of interaction`;
      refuse(context, ['type'], 'INTERACTION_RESPONSE_TYPE_INVALID', message);
    }
  });
}
