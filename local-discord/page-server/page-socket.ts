import type { APIMessage } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { isConnected } from '../gateway/session.ts';
import { NoAnswer } from '../interactions.ts';
import { localized } from '../limits/locales.ts';
import type { Answer } from '../people/answer.ts';
import { type ShownCommand, shownName } from '../people/find-command.ts';
import { Mistake } from '../people/mistake.ts';
import { choicesOf } from '../people/option-values.ts';
import type { Person } from '../people/person.ts';
import type { DiscordState, MessageChange } from '../state.ts';
import { type PagePeople, shownChannels } from './people.ts';
import {
  type Outcome,
  type PageAction,
  type PageCommand,
  type PageEvent,
  type PageResponse,
  pageRequest,
  type View,
} from './protocol.ts';

const SHOWN_MESSAGES = 100;
const DECODE_ERROR = 4002;

/** Serves a page on a socket that it has just opened: runs its person's actions and sends it the visible changes. */
export function connectPage(state: DiscordState, people: PagePeople, socket: WebSocket): void {
  let person: Person | undefined;
  const send = (message: PageEvent | PageResponse) => socket.send(JSON.stringify(message));
  const sendChange = ({ kind, message, visibleTo }: MessageChange) => {
    if (!person || (visibleTo !== undefined && visibleTo !== person.id)) return;
    if (pageChannels(state).some(({ id }) => id === message.channel_id)) send({ event: kind, message });
  };
  let online = isOnline(state);
  const sendStatus = () => {
    if (online === isOnline(state)) return;
    online = isOnline(state);
    send({ event: 'online', online });
  };
  const join = ({ who, locale, channel }: Extract<PageAction, { do: 'join' }>): View => {
    const joined = people.join(who, locale, channel);
    person = joined.person;
    return viewOf(state, people, joined.person, joined.me, channel);
  };
  state.watchers.add(sendChange);
  state.waiting.add(sendStatus);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    state.watchers.delete(sendChange);
    state.waiting.delete(sendStatus);
  });
  socket.on('message', (data) => {
    const request = parse(String(data));
    if (!request) return socket.close(DECODE_ERROR, 'Error while decoding payload.');
    const { id, action } = request;
    const result = action.do === 'join' ? Promise.resolve(join(action)) : run(state, person, action);
    void result.then(
      (ok) => socket.readyState === socket.OPEN && send({ id, ok: ok ?? null }),
      (error: unknown) => socket.readyState === socket.OPEN && send({ id, ...describeError(error) }),
    );
  });
}

function parse(data: string) {
  try {
    return pageRequest.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

const isOnline = ({ sessions }: DiscordState) => sessions.some(isConnected);

const pageChannels = ({ guilds: [guild] }: DiscordState) =>
  (guild?.channels ?? []).filter(({ name }) => shownChannels.some((one) => one === name));

function viewOf(
  state: DiscordState,
  people: PagePeople,
  person: Person,
  me: View['me'],
  channelName: string,
): View {
  const channels = pageChannels(state);
  const channel = channels.find(({ name }) => name === channelName) ?? channels[0];
  const messages = channels.flatMap((one): APIMessage[] =>
    [...one.messages.values()]
      .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === person.id)
      .slice(-SHOWN_MESSAGES)
      .map(({ message }) => message),
  );
  return {
    me,
    people: people.all(),
    bot: state.bot.global_name ?? state.bot.username,
    guild: state.guilds[0]?.name ?? '',
    channels: channels.map(({ id, name }) => ({ id, name })),
    channel: channel?.id ?? '',
    messages,
    online: isOnline(state),
  };
}

async function run(
  state: DiscordState,
  person: Person | undefined,
  action: Exclude<PageAction, { do: 'join' }>,
): Promise<unknown> {
  if (!person) throw new Mistake('not visible', 'join');
  switch (action.do) {
    case 'commands':
      return firstOnTop(person.commands(), state).map((command) => pageCommand(command, person.locale));
    case 'command':
      return outcome(await person.command(action.name, action.options));
    case 'complete':
      return person.autocomplete(action.name, action.option, action.typed, action.others);
    case 'press':
      return outcome(await person.press(action.message, action.customId));
    case 'choose':
      return outcome(await person.choose(action.message, action.values, action.customId));
    case 'submit':
      return outcome(await person.submit({ interactionId: action.interaction }, action.values));
    case 'dismiss':
      return person.dismiss(action.message);
    case 'delete':
      return person.remove(action.message);
  }
}

/** Returns the commands sorted: those of `firstCommands` in their order, then the others in theirs. */
function firstOnTop(commands: ShownCommand[], { firstCommands }: DiscordState): ShownCommand[] {
  const first = firstCommands.flatMap((name) => commands.find(({ realName }) => realName === name) ?? []);
  return [...new Set([...first, ...commands])];
}

/** Returns a command with its options and choices in the person's language. */
function pageCommand({ name, description, options }: ShownCommand, locale: string): PageCommand {
  return {
    name,
    description,
    options: options.map((option) => ({
      name: shownName(option, locale),
      description: localized(option.description_localizations, locale, option.description),
      type: option.type,
      required: option.required ?? false,
      autocomplete: ('autocomplete' in option && option.autocomplete) ?? false,
      choices: choicesOf(option, locale),
    })),
  };
}

const outcome = ({ kind, interactionId, modal }: Answer): Outcome => ({
  kind,
  interaction: interactionId,
  modal,
});

function describeError(error: unknown) {
  if (error instanceof NoAnswer) return { noAnswer: true as const };
  if (!(error instanceof Mistake)) throw error;
  const { kind, about, detail } = error;
  return { mistake: { kind, about, detail } };
}
