import { randomBytes } from 'node:crypto';
import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
} from 'discord-api-types/v10';
import { botRights } from './bot-rights.ts';
import { timeOf } from './clock.ts';
import { isServedBy, sendEvent } from './gateway/session.ts';
import { channelJson, memberOf, permissionsOf, userInstallPermissions } from './guild.ts';
import { newHistory } from './history.ts';
import type { AutocompletedType } from './limits/callback.ts';
import { MAX_FILE_BYTES } from './limits/message.ts';
import type { Account, Channel, Stored } from './places.ts';
import type { DiscordState, FirstAnswer, Interaction } from './state.ts';

/** Lifetime of an interaction's token. */
export const TOKEN_LIFE_MS = 15 * 60 * 1000;

const types = {
  command: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
  modal: InteractionType.ModalSubmit,
};

/** Maximum number of kept interactions. Beyond it the oldest are dropped before their tokens expire. */
const KEPT = 20_000;

/** An action of a person that the bot must answer. */
export type UserAction = {
  person: Account;
  locale: string;
  channel: Channel;
  byUserInstall: boolean;
  kind: Interaction['kind'];
  /** The `data` of the payload. */
  data: object;
  commandName?: string;
  focused?: AutocompletedType;
  /** The message whose component was used or opened the form. */
  source?: Stored | undefined;
  /** Of a submitted form: the interaction that opened it. */
  trigger?: Interaction;
  /** Age of the interaction in ms; 0 by default. */
  agoMs?: number | undefined;
  /** Properties that replace those of the payload, as no Discord client would send them. */
  overrides?: object | undefined;
};

/** The bot did not answer an interaction within the deadline. */
export class NoAnswer extends Error {
  constructor(message = 'The application did not respond') {
    super(message);
  }
}

/** The first answer, its interaction, and the time from the dispatch to the answer in ms. */
export type Dispatched = { first: FirstAnswer; interaction: Interaction; latencyMs: number };

/** Sends an interaction to the bot. Resolves with its first answer; rejects with NoAnswer after the deadline. */
export function dispatch(state: DiscordState, action: UserAction): Promise<Dispatched> {
  dropExpired(state);
  const id = action.agoMs === undefined ? state.nextId() : idBefore(state, action.agoMs);
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const timer = setTimeout(() => {
      interaction.fail(new NoAnswer());
    }, state.deadlineMs);
    const finish = (outcome: Interaction['state'], done: () => void) => {
      if (interaction.state !== 'open') return;
      clearTimeout(timer);
      interaction.state = outcome;
      done();
    };
    const interaction: Interaction = {
      id,
      token: newInteractionToken(id),
      type: types[action.kind],
      kind: action.kind,
      commandName: action.commandName,
      person: action.person,
      locale: action.locale,
      channel: action.channel,
      byUserInstall: action.byUserInstall,
      createdAt: timeOf(id),
      source: action.source,
      trigger: action.trigger,
      focused: action.focused,
      state: 'open',
      original: undefined,
      modal: undefined,
      followUps: newHistory(),
      settle: (first) => {
        const latencyMs = performance.now() - start;
        finish('answered', () => resolve({ first, interaction, latencyMs }));
      },
      fail: (reason) => finish('failed', () => reject(reason)),
    };
    state.interactions.set(interaction.token, interaction);
    const payload = { ...payloadOf(state, interaction, action.data), ...action.overrides };
    const { guildId } = action.channel;
    const membership = state.guildsById.get(guildId ?? '')?.bot ?? 'joined';
    const isReached = membership === 'joined' || membership === 'commands only';
    for (const session of state.sessions.filter((one) => isReached && isServedBy(one, guildId))) {
      sendEvent(session, 'INTERACTION_CREATE', payload);
    }
  });
}

/** Returns a new id whose timestamp is `ms` in the past. */
function idBefore({ nextId }: DiscordState, ms: number): string {
  return String(BigInt(nextId()) - (BigInt(ms) << 22n));
}

/** The token contains the interaction's id, which distinguishes an expired token from an unknown one. */
function newInteractionToken(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(48).toString('base64url')}`).toString('base64url');
}

/** Returns the creation time of a token, or `undefined` if this Discord did not issue it. */
export function timeOfToken(token: string): number | undefined {
  const id = /^interaction:(\d+):/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  return id === undefined ? undefined : timeOf(id);
}

function dropExpired(state: DiscordState): void {
  for (const [token, { createdAt }] of state.interactions) {
    if (state.clock() - createdAt <= TOKEN_LIFE_MS && state.interactions.size < KEPT) return;
    state.interactions.delete(token);
  }
}

function payloadOf(state: DiscordState, interaction: Interaction, data: object): object {
  const { id, token, type, person, channel, locale, source, byUserInstall } = interaction;
  const member = { ...memberOf(person), permissions: permissionsOf(person), unusual_dm_activity_until: null };
  const guild = state.guildsById.get(channel.guildId ?? '');
  return {
    id,
    application_id: state.bot.id,
    type,
    token,
    version: 1,
    data,
    channel: { ...channelJson(channel), ...(channel.guildId ? { permissions: member.permissions } : {}) },
    channel_id: channel.id,
    ...(channel.guildId
      ? {
          guild: { id: channel.guildId, locale: guild?.locale ?? 'en-US', features: [] },
          guild_id: channel.guildId,
          guild_locale: guild?.locale ?? 'en-US',
          member,
        }
      : { user: person.user }),
    locale,
    app_permissions: String(byUserInstall ? userInstallPermissions : botRights(state, channel)),
    entitlements: [],
    authorizing_integration_owners: ownersOf(interaction),
    context: channel.guildId ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: MAX_FILE_BYTES,
    ...(source ? { message: source.message } : {}),
  };
}

function ownersOf({ byUserInstall, person, channel }: Interaction) {
  return byUserInstall
    ? { [ApplicationIntegrationType.UserInstall]: person.user.id }
    : { [ApplicationIntegrationType.GuildInstall]: channel.guildId ?? '0' };
}

/** Returns the `interaction_metadata` of a message that answers an interaction. */
export function metadataOf(interaction: Interaction, original?: APIMessage): APIMessageInteractionMetadata {
  const { id, type, person, commandName, source, trigger } = interaction;
  return {
    id,
    type,
    user: person.user,
    authorizing_integration_owners: ownersOf(interaction),
    ...(commandName === undefined ? {} : { name: commandName, command_type: 1 }),
    ...(source && !trigger ? { interacted_message_id: source.message.id } : {}),
    ...(trigger ? { triggering_interaction_metadata: metadataOf(trigger) } : {}),
    ...(original ? { original_response_message_id: original.id } : {}),
  } as APIMessageInteractionMetadata;
}
