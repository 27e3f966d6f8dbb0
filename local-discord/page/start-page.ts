import type { APIMessage, Locale } from 'discord-api-types/v10';
import type { PageCommand, Told, View } from '../page-server/protocol.ts';
import { type Composer, newComposer } from './composer.ts';
import { connect } from './connection.ts';
import { type Feed, newFeed } from './feed.ts';
import { drawFrame, redrawAside } from './frame.ts';
import { newInteractions, placeOf } from './interact.ts';
import { refreshMoments } from './markdown.ts';
import { drawOpening } from './opening.ts';
import { addressOf, localeOf, readSeat, type Seat } from './seat.ts';
import { words as allWords } from './text.ts';

/** What is drawn now: it is made anew when person, language or channel change. */
type Scene = { feed: Feed; composer: Composer };

/** Runs the page: takes the seat that the address names, draws what is seen from there, and keeps it up to date. */
export function startPage({
  location,
  navigator,
  document,
  history,
  matchMedia,
}: Window & typeof globalThis): void {
  let seat = readSeat(location, navigator);
  let view: View | undefined;
  let messages = new Map<string, APIMessage>();
  let scene: Scene | undefined;
  let isLost = false;
  const unread = new Set<string>();
  const { ask } = connect(`${location.origin.replace('http', 'ws')}/people`, {
    opened: () => {
      isLost = false;
      void sit().catch(redrawBanner);
    },
    closed: () => {
      isLost = true;
      redrawBanner();
    },
    told: hear,
  });

  setInterval(() => refreshMoments(seat.language), 1000);

  async function sit(): Promise<void> {
    const { who, language, channel } = seat;
    const seen = await ask<View>({ do: 'sit', who, locale: localeOf(language) as Locale, channel });
    view = seen;
    messages = new Map(seen.messages.map((message) => [message.id, message]));
    const name = seen.channels.find(({ id }) => id === seen.channel)?.name ?? channel;
    seat = { ...seat, who: seen.me.key, channel: name };
    draw(seen, await loadCommands());
  }

  const loadCommands = () => ask<PageCommand[]>({ do: 'commands' });

  /** A lost connection is shown by the banner, and the seat is taken as soon as it is back. */
  function change(to: Partial<Seat>): void {
    seat = { ...seat, ...to };
    delete document.body.dataset.open;
    void sit().catch(redrawBanner);
  }

  function draw(seen: View, commands: PageCommand[]): void {
    const words = allWords[seat.language];
    const { language, channel } = seat;
    const known = [...(seat.knowsNobody ? [] : seen.people), ...seen.channels];
    const nameOf = (id: string) => known.find((one) => one.id === id)?.name;
    history.replaceState(null, '', addressOf(seat));
    document.documentElement.lang = language;
    document.title = `#${channel} · ${seen.guild}`;
    unread.delete(seen.channel);
    const interactions = newInteractions({ ask, language, words, nameOf, feed: () => feed });
    const feed = newFeed({
      ...interactions,
      words,
      language,
      nameOf,
      isAdmin: seen.me.admin,
      find: (id) => messages.get(id),
      dismiss: (message) => void ask({ do: 'dismiss', message: placeOf(message) }).catch(redrawBanner),
      remove: (message) => void ask({ do: 'delete', message: placeOf(message) }).catch(redrawBanner),
    });
    const composer = newComposer({
      words,
      channel,
      bot: seen.bot,
      people: seen.people,
      commands: loadCommands,
      complete: (name, option, typed, others) => ask({ do: 'complete', name, option, typed, others }),
      send: interactions.send,
    });
    scene = { feed, composer };
    document.body.replaceChildren(...drawFrame(frame(seen), feed.root, composer.root));
    const here = [...messages.values()].filter(({ channel_id }) => channel_id === seen.channel);
    feed.show(here, drawOpening(channel, commands, words, composer.begin));
    if (matchMedia('(hover: hover)').matches) composer.focus();
  }

  const frame = (seen: View) => ({
    view: seen,
    seat,
    words: allWords[seat.language],
    unread,
    isLost,
    goTo: (channel: string) => change({ channel }),
    sitAs: change,
  });

  function redrawBanner(): void {
    if (view) redrawAside(frame(view));
  }

  function hear(told: Told): void {
    if (told.event !== 'online') hearOf(told);
    else if (view) {
      view.online = told.online;
      redrawAside(frame(view));
    }
  }

  function hearOf({ event, message }: Exclude<Told, { event: 'online' }>): void {
    if (event === 'delete') messages.delete(message.id);
    else if (event === 'create' || messages.has(message.id)) messages.set(message.id, message);
    if (message.channel_id === view?.channel) scene?.feed[event](message);
    else if (event === 'create' && view) {
      unread.add(message.channel_id);
      redrawAside(frame(view));
    }
  }
}
