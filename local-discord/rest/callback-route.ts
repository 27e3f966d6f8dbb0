import { MessageFlags, InteractionResponseType as Type } from 'discord-api-types/v10';
import { metadataOf, NoAnswer } from '../interactions.ts';
import { type Callback, callbackSchemaFor } from '../limits/callback.ts';
import { localized } from '../limits/locales.ts';
import { createMessage, editMessage } from '../messages.ts';
import type { DiscordState, FirstAnswer, Interaction } from '../state.ts';
import { refuseArchived, unarchive } from '../threads.ts';
import { apiErrors, validated } from './api-error.ts';
import type { Body } from './body.ts';
import type { Route } from './route.ts';

/** The first answer to an interaction. Discord refuses late, repeated and mismatched answers. */
export const callbackRoutes: Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    open: true,
    handle: ({ state, params: { interaction: id, token = '' }, query, body }) => {
      const interaction = state.interactions.get(token);
      if (!interaction || interaction.id !== id) throw apiErrors.unknownInteraction();
      refuseLate(state, interaction);
      const schema = callbackSchemaFor(interaction.kind, interaction.focused);
      const callback = validated(state, 'callback', schema, body.json);
      const first = answer(state, interaction, callback, body);
      interaction.settle(first);
      return query.get('with_response') === 'true'
        ? { json: describe(interaction, callback, first) }
        : undefined;
    },
  },
];

function refuseLate(state: DiscordState, interaction: Interaction): void {
  if (interaction.state === 'answered') throw apiErrors.alreadyAcknowledged();
  if (interaction.state === 'open' && state.clock() - interaction.createdAt <= state.deadlineMs) return;
  interaction.fail(new NoAnswer('The application responded too late'));
  throw apiErrors.unknownInteraction();
}

function answer(
  state: DiscordState,
  interaction: Interaction,
  callback: Callback,
  { files }: Body,
): FirstAnswer {
  const { channel, source, person, locale } = interaction;
  const visibleTo = isEphemeral(callback) ? person.user.id : undefined;
  if (channel.thread?.locked === true) refuseArchived(channel);
  const metadata = metadataOf(interaction);
  switch (callback.type) {
    case Type.ChannelMessageWithSource: {
      if (visibleTo === undefined) unarchive(state, channel);
      interaction.original = createMessage(state, {
        channel,
        body: callback.data,
        files,
        visibleTo,
        metadata,
      });
      return { kind: 'message', deferred: false, stored: interaction.original };
    }
    case Type.DeferredChannelMessageWithSource: {
      const flags = MessageFlags.Loading;
      interaction.original = createMessage(state, { channel, body: {}, files, visibleTo, metadata, flags });
      return { kind: 'message', deferred: true, stored: interaction.original };
    }
    case Type.DeferredMessageUpdate:
    case Type.UpdateMessage: {
      if (!source || source.deleted) throw apiErrors.unknownMessage();
      interaction.original = source;
      const deferred = callback.type === Type.DeferredMessageUpdate;
      if (callback.type === Type.UpdateMessage) editMessage(state, source, callback.data ?? {}, files);
      return { kind: 'update', deferred, stored: source };
    }
    case Type.Modal: {
      interaction.modal = callback.data;
      return { kind: 'modal', modal: callback.data };
    }
    case Type.ApplicationCommandAutocompleteResult: {
      const choices = callback.data.choices.map(({ name, name_localizations, value }) => ({
        name: localized(name_localizations, locale, name),
        value,
      }));
      return { kind: 'choices', choices };
    }
  }
}

function isEphemeral(callback: Callback): boolean {
  const flags = callback.data && 'flags' in callback.data ? callback.data.flags : 0;
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function describe({ id, type, kind }: Interaction, callback: Callback, first: FirstAnswer): object {
  if (first.kind === 'choices' || kind === 'autocomplete') return { interaction: { id, type } };
  if (first.kind === 'modal') return { interaction: { id, type }, resource: { type: callback.type } };
  const { message } = first.stored;
  const flags = message.flags ?? 0;
  return {
    interaction: {
      id,
      type,
      response_message_id: message.id,
      response_message_loading: (flags & MessageFlags.Loading) !== 0,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    },
    ...(first.kind === 'update' && first.deferred ? {} : { resource: { type: callback.type, message } }),
  };
}
