import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { type ChannelName, newChannel } from '../guild.ts';
import { waitFor } from '../history.ts';
import { dispatch, type UserAction } from '../interactions.ts';
import type { AutocompletedType } from '../limits/callback.ts';
import { deleteMessage, hideMessage } from '../messages.ts';
import type { Account, Channel, Stored } from '../places.ts';
import { type DiscordState, newUser } from '../state.ts';
import { type Answer, newAnswer } from './answer.ts';
import { findButton, findSelect, readChosen } from './components.ts';
import { type FormValues, fillIn } from './fill-in.ts';
import { type CommandContext, findCommand, type ShownCommand, shownCommands } from './find-command.ts';
import { Mistake } from './mistake.ts';
import { findOption, type OptionValue, type OptionValues, sendOptions, sendTyping } from './option-values.ts';

export type PersonOptions = {
  name: string;
  /** Default: a new id. */
  id?: string | undefined;
  /** `es-419`, `en-US`, … */
  locale?: string;
  admin?: boolean;
  channel?: ChannelName;
  /** `guild`: a guild with the bot; `dm`: direct messages with the bot; `user-install`: the person's own app in a guild without the bot. */
  context?: 'guild' | 'dm' | 'user-install';
  /** Index of the guild. Default: 0. */
  guild?: number;
  /** The id of an existing person, to open another window for them. */
  account?: string;
  /**
   * Sends the names of suggested choices instead of their values, as Discord's client does for a command that is pasted or typed
   * quickly.
   */
  sendsChoiceNames?: boolean;
};

export type Choice = { name: string; value: string | number };

type MessageOrAnswer = Pick<APIMessage, 'id' | 'channel_id'> | Answer;

/** An interaction that no Discord client would send. */
export type Forged = {
  kind: 'command' | 'component' | 'autocomplete';
  /** The payload's `data`. */
  data: object;
  /** The message of the component, whoever may see it. */
  message?: Pick<APIMessage, 'id' | 'channel_id'> | undefined;
  /** Age of the interaction in ms. */
  agoMs?: number | undefined;
  /** Replaces properties of the payload, for example `guild_id`. */
  overrides?: object | undefined;
};

/** A person with an open client. Methods throw a Mistake for actions that Discord's client does not allow, and NoAnswer after the deadline. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** The locale of the person's client. It can be changed. */
  locale: string;
  /** The slash commands that the client offers in the person's channel. */
  commands(): ShownCommand[];
  /** Sends a slash command, for example `command('trivia jugar', { rondas: 5 })`. */
  command(name: string, options?: OptionValues): Promise<Answer>;
  /** Types into an option and returns the suggestions. `others` are the options that are already filled in. */
  autocomplete(name: string, option: string, typed: string, others?: OptionValues): Promise<Choice[]>;
  /** Presses a button, given by custom id or label. */
  press(message: MessageOrAnswer, which: string): Promise<Answer>;
  /** Chooses options of a select by value or label. If the message has several selects, pass the custom id. */
  choose(message: MessageOrAnswer, values: string | readonly string[], select?: string): Promise<Answer>;
  /** Fills in the form of an answer and submits it. The form closes when the bot answers. */
  submit(answer: Pick<Answer, 'interactionId'>, values?: FormValues): Promise<Answer>;
  /** Sends a forged interaction. Resolves with `undefined` if the answer is a list of choices. */
  forge(forged: Forged): Promise<Answer | undefined>;
  /** Dismisses an ephemeral message. */
  dismiss(message: MessageOrAnswer): void;
  /** Deletes a message, if the person is an admin. */
  remove(message: MessageOrAnswer): void;
  /** Returns the visible messages of the person's channel, oldest first. */
  visible(): APIMessage[];
  /** Resolves with the first visible message that matches, once there is one. */
  sees(matches: (message: APIMessage) => boolean, withinMs?: number): Promise<APIMessage>;
  /** Switches to another channel or thread of the guild. */
  enter(channel: string): void;
  /** Leaves the guild. The bot gets no event: it would need the privileged members intent. */
  leave(): void;
};

/** Adds a person, or opens another window for an existing account. */
export function newPerson(state: DiscordState, options: PersonOptions): Person {
  const { name, locale = 'es-419', context = 'guild', guild: index = 0 } = options;
  const guild = state.guilds[index];
  if (!guild) throw new RangeError(`There is no guild ${index}`);
  const account = state.people.get(options.account ?? '') ?? newAccount(state, options);
  if (context === 'guild') account.guildIds.add(guild.id);
  let channel = openChannel(state, account, guild.channels, options);
  const byUserInstall = context === 'user-install';
  const commandContext = (): CommandContext => ({ account, channel, locale: person.locale, byUserInstall });
  const common = (): Pick<UserAction, 'person' | 'locale' | 'channel' | 'byUserInstall'> => ({
    person: account,
    locale: person.locale,
    channel,
    byUserInstall,
  });

  /** Names of the choices that were suggested to this person, by value. */
  const suggested = new Map<string | number, string>();
  const asSent = (value: OptionValue) =>
    options.sendsChoiceNames === true && typeof value !== 'boolean' ? (suggested.get(value) ?? value) : value;
  const person: Person = {
    id: account.user.id,
    name,
    locale,
    commands: () => shownCommands(state, commandContext()),
    async command(typed, values = {}) {
      const command = findCommand(state, commandContext(), typed);
      const sent = sendOptions(command, mapValues(values, asSent), person.locale);
      const data = {
        ...commandData(command),
        ...(sent.length > 0 ? { options: sent } : {}),
        ...resolved(state, sent),
      };
      return newAnswer(
        await dispatch(state, { ...common(), kind: 'command', commandName: command.realName, data }),
      );
    },
    async autocomplete(typed, optionName, text, others = {}) {
      const command = findCommand(state, commandContext(), typed);
      const option = findOption(command, optionName, person.locale);
      if (!('autocomplete' in option && option.autocomplete))
        throw new Mistake('suggests nothing', optionName);
      const data = {
        ...commandData(command),
        options: sendTyping(command, option, text, others, person.locale),
      };
      const focused = option.type as AutocompletedType;
      const { first } = await dispatch(state, { ...common(), kind: 'autocomplete', data, focused });
      const choices = first.kind === 'choices' ? first.choices : [];
      for (const { name: shown, value } of choices) suggested.set(value, shown);
      return choices;
    },
    async press(message, which) {
      const source = find(state, channel, account, message);
      const { custom_id } = findButton(source.message, which);
      const data = { id: 0, custom_id, component_type: ComponentType.Button };
      return newAnswer(
        await dispatch(state, { ...common(), channel: at(state, source), kind: 'component', data, source }),
      );
    },
    async choose(message, values, which) {
      const source = find(state, channel, account, message);
      const list = typeof values === 'string' ? [values] : values;
      const select = findSelect(source.message, list, which);
      const { custom_id, type: component_type } = select;
      const data = { id: 0, custom_id, component_type, values: readChosen(select, list) };
      return newAnswer(
        await dispatch(state, { ...common(), channel: at(state, source), kind: 'component', data, source }),
      );
    },
    async submit({ interactionId }, values = {}) {
      const opened = [...state.interactions.values()].find(({ id }) => id === interactionId);
      if (!opened?.modal || opened.person !== account) throw new Mistake('not visible', interactionId);
      const data = fillIn(opened.modal, values);
      const { channel: place, source } = opened;
      const action = { ...common(), channel: place, kind: 'modal' as const, data, source, trigger: opened };
      const answered = await dispatch(state, action);
      opened.modal = undefined;
      return newAnswer(answered);
    },
    async forge({ kind, data, message, agoMs, overrides }) {
      const source = message && state.channels.get(message.channel_id)?.messages.get(message.id);
      const answered = await dispatch(state, { ...common(), kind, data, source, agoMs, overrides });
      return answered.first.kind === 'choices' ? undefined : newAnswer(answered);
    },
    dismiss(message) {
      const stored = find(state, channel, account, message);
      if (stored.visibleTo === undefined) throw new Mistake('not allowed', stored.message.id);
      hideMessage(state, stored);
    },
    remove(message) {
      const stored = find(state, channel, account, message);
      if (!account.admin || stored.visibleTo !== undefined)
        throw new Mistake('not allowed', stored.message.id);
      deleteMessage(state, stored);
    },
    visible: () => visibleIn(channel, account),
    sees: (matches, withinMs) =>
      waitFor(
        state.waiting,
        () => visibleIn(channel, account).find(matches),
        'a message that matches',
        withinMs,
      ),
    enter(name) {
      const found = [...guild.channels, ...guild.threads].find((one) => one.name === name);
      if (!found || context !== 'guild') throw new Mistake('no such channel', name);
      channel = found;
    },
    leave: () => void account.guildIds.delete(guild.id),
  };
  return person;
}

const mapValues = (values: OptionValues, map: (value: OptionValue) => OptionValue): OptionValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, map(value)]])),
  );

function newAccount(
  state: DiscordState,
  { name, id = state.nextId(), admin = false }: PersonOptions,
): Account {
  const joinedAt = new Date(state.clock()).toISOString();
  const account = { user: newUser(id, name), admin, guildIds: new Set<string>(), joinedAt };
  state.people.set(account.user.id, account);
  return account;
}

function openChannel(
  state: DiscordState,
  account: Account,
  channels: Channel[],
  options: PersonOptions,
): Channel {
  const { context = 'guild', channel: name = 'general' } = options;
  const found = channels.find((one) => one.name === name);
  if (context === 'guild' && found) return found;
  const isDm = context === 'dm';
  const made = isDm
    ? newChannel(state.nextId(), account.user.username, undefined)
    : newChannel(state.nextId(), account.user.username, state.nextId(), 0n);
  state.channels.set(made.id, made);
  return made;
}

function commandData({ stored }: ShownCommand) {
  const { id, name, type, guild_id } = stored;
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}

function find(state: DiscordState, channel: Channel, account: Account, target: MessageOrAnswer): Stored {
  const { id, channel_id } = 'interactionId' in target ? target.message : target;
  const stored = (state.channels.get(channel_id) ?? channel).messages.get(id);
  const isHidden = stored?.visibleTo !== undefined && stored.visibleTo !== account.user.id;
  if (!stored || isHidden) throw new Mistake('not visible', id);
  return stored;
}

function at(state: DiscordState, { message }: Stored): Channel {
  const channel = state.channels.get(message.channel_id);
  if (!channel) throw new Mistake('not visible', message.id);
  return channel;
}

function visibleIn({ messages }: Channel, { user }: Account): APIMessage[] {
  return [...messages.values()]
    .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === user.id)
    .map(({ message }) => message);
}

/** Returns the `resolved` users of the options. */
function resolved(state: DiscordState, sent: readonly { type: number; value?: unknown }[]) {
  const users = sent.flatMap(({ type, value }) => {
    const user = type === 6 || type === 9 ? state.people.get(String(value))?.user : undefined;
    return user ? [[user.id, user] as const] : [];
  });
  return users.length > 0 ? { resolved: { users: Object.fromEntries(users) } } : {};
}
