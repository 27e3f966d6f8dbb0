import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { type ChannelName, newChannel } from '../guild.ts';
import { waitFor } from '../history.ts';
import { type Deed, dispatch } from '../interactions.ts';
import type { AutocompletedType } from '../limits/callback.ts';
import { deleteMessage, hideMessage } from '../messages.ts';
import type { Account, Channel, Stored } from '../places.ts';
import { newUser, type World } from '../world.ts';
import { type Answer, newAnswer } from './answer.ts';
import { findButton, findSelect, readChosen } from './components.ts';
import { type FormValues, fillIn } from './fill-in.ts';
import { findCommand, type Seat, type ShownCommand, shownCommands } from './find-command.ts';
import { Mistake } from './mistake.ts';
import { findOption, type OptionValue, type OptionValues, sendOptions, sendTyping } from './option-values.ts';

export type PersonOptions = {
  name: string;
  /** By default a new one. */
  id?: string | undefined;
  /** `es-419`, `en-US`, … */
  locale?: string;
  admin?: boolean;
  channel?: ChannelName;
  /** In a guild with the bot, in direct messages with it, or in a guild without it (the bot is the person's own app). */
  context?: 'guild' | 'dm' | 'user-install';
  /** Which guild, when there are several: 0 is the first. */
  guild?: number;
  /** The id of somebody who is there already, for another window of theirs. */
  account?: string;
  /**
   * Whether the client sends the name of a suggested choice instead of its value, as Discord's does for a command that is pasted or
   * typed quickly.
   */
  sendsChoiceNames?: boolean;
};

export type Choice = { name: string; value: string | number };

type MessageOrAnswer = Pick<APIMessage, 'id' | 'channel_id'> | Answer;

/** An interaction as somebody may make it who does without Discord's client. */
export type Forged = {
  asked: 'command' | 'component' | 'autocomplete';
  /** The payload's `data`, as it is. */
  data: object;
  /** The message that a component is said to stand on; anybody's. */
  on?: Pick<APIMessage, 'id' | 'channel_id'> | undefined;
  agoMs?: number | undefined;
  /** Put in place of the payload's own properties, e.g. `guild_id`. */
  over?: object | undefined;
};

/** A person with Discord open. What Discord's client would not allow throws a Mistake; no answer in time a NoAnswer. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** The language of the person's client; may be changed. */
  locale: string;
  /** The slash commands that the person is offered where they are. */
  commands(): ShownCommand[];
  /** Sends a slash command: `command('trivia jugar', { rondas: 5 })`. */
  command(name: string, options?: OptionValues): Promise<Answer>;
  /** Types into an option and returns what is suggested. `others` are the options that are filled in already. */
  autocomplete(name: string, option: string, typed: string, others?: OptionValues): Promise<Choice[]>;
  /** Presses a button, named by custom id or label. */
  press(message: MessageOrAnswer, which: string): Promise<Answer>;
  /** Chooses in a select, by values or labels; name the select by custom id when there are several. */
  choose(message: MessageOrAnswer, values: string | readonly string[], select?: string): Promise<Answer>;
  /** Fills in the form that an answer opened, and submits it. A form that was answered is closed. */
  submit(answer: Pick<Answer, 'interactionId'>, values?: FormValues): Promise<Answer>;
  /** Sends what no client of Discord's would. Gives nothing when it was answered with choices. */
  forge(forged: Forged): Promise<Answer | undefined>;
  /** Hides an answer that only this person sees, for good. */
  dismiss(message: MessageOrAnswer): void;
  /** Deletes a message, as an admin may. */
  remove(message: MessageOrAnswer): void;
  /** The messages that the person sees in their channel, oldest first. */
  visible(): APIMessage[];
  /** Resolves with the first visible message that fits, as soon as there is one. */
  sees(fits: (message: APIMessage) => boolean, withinMs?: number): Promise<APIMessage>;
  /** Goes to another channel or thread of the guild. */
  enter(channel: string): void;
  /** Leaves the guild. The bot is not told, for it would need a privileged intent. */
  leave(): void;
};

/** Lets a person into a world. */
export function newPerson(world: World, options: PersonOptions): Person {
  const { name, locale = 'es-419', context = 'guild', guild: index = 0 } = options;
  const guild = world.guilds[index];
  if (!guild) throw new RangeError(`There is no guild ${index}`);
  const account = world.people.get(options.account ?? '') ?? newAccount(world, options);
  if (context === 'guild') account.guildIds.add(guild.id);
  let channel = openChannel(world, account, guild.channels, options);
  const byUserInstall = context === 'user-install';
  const seat = (): Seat => ({ account, channel, locale: person.locale, byUserInstall });
  const doing = (): Pick<Deed, 'person' | 'locale' | 'channel' | 'byUserInstall'> => ({
    person: account,
    locale: person.locale,
    channel,
    byUserInstall,
  });

  /** The names of all choices that were suggested to this person. */
  const suggested = new Map<string | number, string>();
  const named = (value: OptionValue) =>
    options.sendsChoiceNames === true && typeof value !== 'boolean' ? (suggested.get(value) ?? value) : value;
  const person: Person = {
    id: account.user.id,
    name,
    locale,
    commands: () => shownCommands(world, seat()),
    async command(typed, values = {}) {
      const command = findCommand(world, seat(), typed);
      const sent = sendOptions(command, mapValues(values, named), person.locale);
      const data = {
        ...commandData(command),
        ...(sent.length > 0 ? { options: sent } : {}),
        ...resolved(world, sent),
      };
      return newAnswer(
        await dispatch(world, { ...doing(), asked: 'command', commandName: command.realName, data }),
      );
    },
    async autocomplete(typed, optionName, text, others = {}) {
      const command = findCommand(world, seat(), typed);
      const option = findOption(command, optionName, person.locale);
      if (!('autocomplete' in option && option.autocomplete))
        throw new Mistake('suggests nothing', optionName);
      const data = {
        ...commandData(command),
        options: sendTyping(command, option, text, others, person.locale),
      };
      const focused = option.type as AutocompletedType;
      const { first } = await dispatch(world, { ...doing(), asked: 'autocomplete', data, focused });
      const choices = first.kind === 'choices' ? first.choices : [];
      for (const { name: shown, value } of choices) suggested.set(value, shown);
      return choices;
    },
    async press(shown, which) {
      const source = find(world, channel, account, shown);
      const { custom_id } = findButton(source.message, which);
      const data = { id: 0, custom_id, component_type: ComponentType.Button };
      return newAnswer(
        await dispatch(world, { ...doing(), channel: at(world, source), asked: 'component', data, source }),
      );
    },
    async choose(shown, wanted, which) {
      const source = find(world, channel, account, shown);
      const list = typeof wanted === 'string' ? [wanted] : wanted;
      const select = findSelect(source.message, list, which);
      const { custom_id, type: component_type } = select;
      const data = { id: 0, custom_id, component_type, values: readChosen(select, list) };
      return newAnswer(
        await dispatch(world, { ...doing(), channel: at(world, source), asked: 'component', data, source }),
      );
    },
    async submit({ interactionId }, values = {}) {
      const opened = [...world.interactions.values()].find(({ id }) => id === interactionId);
      if (!opened?.modal || opened.person !== account) throw new Mistake('not visible', interactionId);
      const data = fillIn(opened.modal, values);
      const { channel: place, source } = opened;
      const deed = { ...doing(), channel: place, asked: 'modal' as const, data, source, trigger: opened };
      const answered = await dispatch(world, deed);
      opened.modal = undefined;
      return newAnswer(answered);
    },
    async forge({ asked, data, on, agoMs, over }) {
      const source = on && world.channels.get(on.channel_id)?.messages.get(on.id);
      const answered = await dispatch(world, { ...doing(), asked, data, source, agoMs, over });
      return answered.first.kind === 'choices' ? undefined : newAnswer(answered);
    },
    dismiss(shown) {
      const stored = find(world, channel, account, shown);
      if (stored.seenBy === undefined) throw new Mistake('not allowed', stored.message.id);
      hideMessage(world, stored);
    },
    remove(shown) {
      const stored = find(world, channel, account, shown);
      if (!account.admin || stored.seenBy !== undefined) throw new Mistake('not allowed', stored.message.id);
      deleteMessage(world, stored);
    },
    visible: () => visibleIn(channel, account),
    sees: (fits, withinMs) =>
      waitFor(world.waiting, () => visibleIn(channel, account).find(fits), 'a message that fits', withinMs),
    enter(wanted) {
      const found = [...guild.channels, ...guild.threads].find((one) => one.name === wanted);
      if (!found || context !== 'guild') throw new Mistake('no such channel', wanted);
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

function newAccount(world: World, { name, id = world.nextId(), admin = false }: PersonOptions): Account {
  const joinedAt = new Date(world.clock()).toISOString();
  const account = { user: newUser(id, name), admin, guildIds: new Set<string>(), joinedAt };
  world.people.set(account.user.id, account);
  return account;
}

function openChannel(world: World, account: Account, channels: Channel[], options: PersonOptions): Channel {
  const { context = 'guild', channel: name = 'general' } = options;
  const found = channels.find((one) => one.name === name);
  if (context === 'guild' && found) return found;
  const isDm = context === 'dm';
  const made = isDm
    ? newChannel(world.nextId(), account.user.username, undefined)
    : newChannel(world.nextId(), account.user.username, world.nextId(), 0n);
  world.channels.set(made.id, made);
  return made;
}

function commandData({ stored }: ShownCommand) {
  const { id, name, type, guild_id } = stored;
  return { id, name, type, ...(guild_id === undefined ? {} : { guild_id }) };
}

function find(world: World, channel: Channel, account: Account, shown: MessageOrAnswer): Stored {
  const { id, channel_id } = 'interactionId' in shown ? shown.message : shown;
  const stored = (world.channels.get(channel_id) ?? channel).messages.get(id);
  const isHidden = stored?.seenBy !== undefined && stored.seenBy !== account.user.id;
  if (!stored || isHidden) throw new Mistake('not visible', id);
  return stored;
}

function at(world: World, { message }: Stored): Channel {
  const channel = world.channels.get(message.channel_id);
  if (!channel) throw new Mistake('not visible', message.id);
  return channel;
}

function visibleIn({ messages }: Channel, { user }: Account): APIMessage[] {
  return [...messages.values()]
    .filter(({ seenBy }) => seenBy === undefined || seenBy === user.id)
    .map(({ message }) => message);
}

/** Returns the users that options name, as an interaction carries them. */
function resolved(world: World, sent: readonly { type: number; value?: unknown }[]) {
  const users = sent.flatMap(({ type, value }) => {
    const user = type === 6 || type === 9 ? world.people.get(String(value))?.user : undefined;
    return user ? [[user.id, user] as const] : [];
  });
  return users.length > 0 ? { resolved: { users: Object.fromEntries(users) } } : {};
}
