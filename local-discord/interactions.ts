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
import type { FirstAnswer, Interaction, World } from './world.ts';

/** How long an interaction's token works. */
export const TOKEN_LIFE_MS = 15 * 60 * 1000;

const types = {
  command: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
  modal: InteractionType.ModalSubmit,
};

/** Of more interactions than this the oldest are forgotten before their time. */
const KEPT = 20_000;

/** Something a person does that the bot must answer. */
export type Deed = {
  person: Account;
  locale: string;
  channel: Channel;
  byUserInstall: boolean;
  asked: Interaction['asked'];
  /** The `data` of the payload. */
  data: object;
  commandName?: string;
  focused?: AutocompletedType;
  /** The message whose component was used, or whose component opened the form. */
  source?: Stored | undefined;
  /** The interaction that a submitted form was the answer to. */
  trigger?: Interaction;
  /** How long ago it was made. */
  agoMs?: number | undefined;
  /** What takes the place of the payload's own properties: it never came from a client of Discord's. */
  over?: object | undefined;
};

/** The bot did not answer in time, or answered too late. */
export class NoAnswer extends Error {
  constructor(message = 'The application did not respond') {
    super(message);
  }
}

/** The first answer, the interaction it belongs to, and how long it took from the dispatch, in milliseconds. */
export type Answered = { first: FirstAnswer; interaction: Interaction; latencyMs: number };

/** Sends an interaction to the bot. Resolves with its first answer; rejects when none comes within the deadline. */
export function dispatch(world: World, deed: Deed): Promise<Answered> {
  forgetExpired(world);
  const id = deed.agoMs === undefined ? world.nextId() : idMadeBefore(world, deed.agoMs);
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const timer = setTimeout(() => {
      interaction.fail(new NoAnswer());
    }, world.deadlineMs);
    const finish = (state: Interaction['state'], done: () => void) => {
      if (interaction.state !== 'open') return;
      clearTimeout(timer);
      interaction.state = state;
      done();
    };
    const interaction: Interaction = {
      id,
      token: newInteractionToken(id),
      type: types[deed.asked],
      asked: deed.asked,
      commandName: deed.commandName,
      person: deed.person,
      locale: deed.locale,
      channel: deed.channel,
      byUserInstall: deed.byUserInstall,
      createdAt: timeOf(id),
      source: deed.source,
      trigger: deed.trigger,
      focused: deed.focused,
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
    world.interactions.set(interaction.token, interaction);
    const payload = { ...payloadOf(world, interaction, deed.data), ...deed.over };
    const { guildId } = deed.channel;
    const seat = world.guildsById.get(guildId ?? '')?.bot ?? 'joined';
    const isThere = seat === 'joined' || seat === 'commands only';
    for (const session of world.sessions.filter((one) => isThere && isServedBy(one, guildId))) {
      sendEvent(session, 'INTERACTION_CREATE', payload);
    }
  });
}

/** An id that nobody has, with an earlier time in it. */
function idMadeBefore({ nextId }: World, ms: number): string {
  return String(BigInt(nextId()) - (BigInt(ms) << 22n));
}

/** Tokens carry their interaction's id, so that an expired one is told from one that never was. */
function newInteractionToken(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(48).toString('base64url')}`).toString('base64url');
}

/** Returns the time at which a token was made, or undefined when it is none of ours. */
export function timeOfToken(token: string): number | undefined {
  const id = /^interaction:(\d+):/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  return id === undefined ? undefined : timeOf(id);
}

function forgetExpired(world: World): void {
  for (const [token, { createdAt }] of world.interactions) {
    if (world.clock() - createdAt <= TOKEN_LIFE_MS && world.interactions.size < KEPT) return;
    world.interactions.delete(token);
  }
}

function payloadOf(world: World, interaction: Interaction, data: object): object {
  const { id, token, type, person, channel, locale, source, byUserInstall } = interaction;
  const member = { ...memberOf(person), permissions: permissionsOf(person), unusual_dm_activity_until: null };
  const guild = world.guildsById.get(channel.guildId ?? '');
  return {
    id,
    application_id: world.bot.id,
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
    app_permissions: String(byUserInstall ? userInstallPermissions : botRights(world, channel)),
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

/** Returns what a message says of the interaction that it answers. */
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
