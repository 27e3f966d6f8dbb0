import type { APIMessage } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { isConnected } from '../gateway/session.ts';
import { NoAnswer } from '../interactions.ts';
import type { Answer } from '../people/answer.ts';
import { Mistake } from '../people/mistake.ts';
import type { Person } from '../people/person.ts';
import type { Happening, World } from '../world.ts';
import { type Cast, shownChannels } from './cast.ts';
import { pageCommand } from './page-command.ts';
import { type Answered, type Ask, asked, type Outcome, type Told, type View } from './protocol.ts';

const LAST = 100;
const UNREADABLE = 4002;

/** Speaks with a page over a socket that it has just opened: what its person does, and what they see. */
export function connectPage(world: World, cast: Cast, socket: WebSocket): void {
  let person: Person | undefined;
  const tell = (told: Told | Answered) => socket.send(JSON.stringify(told));
  const see = ({ kind, message, seenBy }: Happening) => {
    if (!person || (seenBy !== undefined && seenBy !== person.id)) return;
    if (pageChannels(world).some(({ id }) => id === message.channel_id)) tell({ event: kind, message });
  };
  let online = isOnline(world);
  const look = () => {
    if (online === isOnline(world)) return;
    online = isOnline(world);
    tell({ event: 'online', online });
  };
  const sit = ({ who, locale, channel }: Extract<Ask, { do: 'sit' }>): View => {
    const seat = cast.sit(who, locale, channel);
    person = seat.person;
    return viewOf(world, cast, seat.person, seat.me, channel);
  };
  world.watchers.add(see);
  world.waiting.add(look);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    world.watchers.delete(see);
    world.waiting.delete(look);
  });
  socket.on('message', (data) => {
    const read = parse(String(data));
    if (!read) return socket.close(UNREADABLE, 'Error while decoding payload.');
    const { id, ask } = read;
    const answer = ask.do === 'sit' ? Promise.resolve(sit(ask)) : obey(person, ask);
    void answer.then(
      (ok) => socket.readyState === socket.OPEN && tell({ id, ok: ok ?? null }),
      (error: unknown) => socket.readyState === socket.OPEN && tell({ id, ...explain(error) }),
    );
  });
}

function parse(data: string) {
  try {
    return asked.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

const isOnline = ({ sessions }: World) => sessions.some(isConnected);

const pageChannels = ({ guilds: [guild] }: World) =>
  (guild?.channels ?? []).filter(({ name }) => shownChannels.some((one) => one === name));

function viewOf(world: World, cast: Cast, person: Person, me: View['me'], wanted: string): View {
  const channels = pageChannels(world);
  const channel = channels.find(({ name }) => name === wanted) ?? channels[0];
  const messages = channels.flatMap((one): APIMessage[] =>
    [...one.messages.values()]
      .filter(({ seenBy }) => seenBy === undefined || seenBy === person.id)
      .slice(-LAST)
      .map(({ message }) => message),
  );
  return {
    me,
    people: cast.people(),
    bot: world.bot.global_name ?? world.bot.username,
    guild: world.guilds[0]?.name ?? '',
    channels: channels.map(({ id, name }) => ({ id, name })),
    channel: channel?.id ?? '',
    messages,
    online: isOnline(world),
  };
}

async function obey(person: Person | undefined, ask: Exclude<Ask, { do: 'sit' }>): Promise<unknown> {
  if (!person) throw new Mistake('not visible', 'sit');
  switch (ask.do) {
    case 'commands':
      return person.commands().map((command) => pageCommand(command, person.locale));
    case 'command':
      return outcome(await person.command(ask.name, ask.options));
    case 'complete':
      return person.autocomplete(ask.name, ask.option, ask.typed, ask.others);
    case 'press':
      return outcome(await person.press(ask.message, ask.customId));
    case 'choose':
      return outcome(await person.choose(ask.message, ask.values, ask.customId));
    case 'submit':
      return outcome(await person.submit({ interactionId: ask.interaction }, ask.values));
    case 'dismiss':
      return person.dismiss(ask.message);
    case 'delete':
      return person.remove(ask.message);
  }
}

const outcome = ({ kind, interactionId, modal }: Answer): Outcome => ({
  kind,
  interaction: interactionId,
  modal,
});

function explain(error: unknown) {
  if (error instanceof NoAnswer) return { silence: true as const };
  if (!(error instanceof Mistake)) throw error;
  const { kind, about, detail } = error;
  return { mistake: { kind, about, detail } };
}
