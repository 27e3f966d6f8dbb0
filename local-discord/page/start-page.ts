import type { APIMessage, Locale } from 'discord-api-types/v10';
import type { PageCommand, PageEvent, View } from '../page-server/protocol.ts';
import { type Composer, newComposer } from './composer.ts';
import { connect } from './connection.ts';
import { type Feed, newFeed } from './feed.ts';
import { drawFrame, type Frame } from './frame.ts';
import { newInteractions, placeOf } from './interact.ts';
import { refreshTimestamps } from './markdown.ts';
import { drawOpening } from './opening.ts';
import { addressOf, localeOf, readTab, type Tab } from './tab.ts';
import { pageText } from './text.ts';

/** The drawn parts. They are replaced when the person, language or channel changes. */
type Scene = { feed: Feed; composer: Composer; frame: Frame };

/** Runs the page: joins as the person in the address, draws the server and keeps it up to date. */
export function startPage({
  location,
  navigator,
  document,
  history,
  matchMedia,
}: Window & typeof globalThis): void {
  let tab = readTab(location, navigator);
  let view: View | undefined;
  let messages = new Map<string, APIMessage>();
  let scene: Scene | undefined;
  let isLost = false;
  const unread = new Set<string>();
  const { request } = connect(`${location.origin.replace('http', 'ws')}/people`, {
    opened: () => {
      isLost = false;
      void join().catch(redrawFrame);
    },
    closed: () => {
      isLost = true;
      redrawFrame();
    },
    received: receive,
  });

  setInterval(() => refreshTimestamps(tab.language), 1000);

  async function join(): Promise<void> {
    const { who, language, channel } = tab;
    const seen = await request<View>({ do: 'join', who, locale: localeOf(language) as Locale, channel });
    view = seen;
    messages = new Map(seen.messages.map((message) => [message.id, message]));
    const name = seen.channels.find(({ id }) => id === seen.channel)?.name ?? channel;
    tab = { ...tab, who: seen.me.key, channel: name };
    draw(seen, await loadCommands());
  }

  const loadCommands = () => request<PageCommand[]>({ do: 'commands' });

  /** Switches person, language or channel. Without a connection the banner says so, and the page joins once it is back. */
  function change(to: Partial<Tab>): void {
    tab = { ...tab, ...to };
    scene?.frame.close();
    void join().catch(redrawFrame);
  }

  function draw(seen: View, commands: PageCommand[]): void {
    const t = pageText[tab.language];
    const { language, channel } = tab;
    const known = [...(tab.knowsNobody ? [] : seen.people), ...seen.channels];
    const nameOf = (id: string) => known.find((one) => one.id === id)?.name;
    history.replaceState(null, '', addressOf(tab));
    document.documentElement.lang = language;
    document.title = `#${channel} · ${seen.guild}`;
    unread.delete(seen.channel);
    const interactions = newInteractions({ request, language, t, nameOf, feed: () => feed });
    const feed = newFeed(
      {
        ...interactions,
        t,
        language,
        nameOf,
        isAdmin: seen.me.admin,
        find: (id) => messages.get(id),
        dismiss: (message) => void request({ do: 'dismiss', message: placeOf(message) }).catch(redrawFrame),
        remove: (message) => void request({ do: 'delete', message: placeOf(message) }).catch(redrawFrame),
      },
      t.messages(channel),
    );
    const composer = newComposer({
      t,
      channel,
      bot: seen.bot,
      people: seen.people,
      commands: loadCommands,
      complete: (name, option, typed, others) => request({ do: 'complete', name, option, typed, others }),
      send: interactions.send,
    });
    const here = [...messages.values()].filter(({ channel_id }) => channel_id === seen.channel);
    // Before the live region is in the document: a screen reader announces only messages that come later.
    feed.show(here, drawOpening(channel, commands, t, composer.begin));
    const frame = drawFrame(frameParts(seen), feed.root, composer.root);
    scene = { feed, composer, frame };
    document.body.replaceChildren(...frame.elements);
    if (matchMedia('(hover: hover)').matches) composer.focus();
    else feed.root.focus({ preventScroll: true });
  }

  const frameParts = (seen: View) => ({
    view: seen,
    tab,
    t: pageText[tab.language],
    unread,
    isLost,
    goTo: (channel: string) => change({ channel }),
    switchTo: change,
  });

  function redrawFrame(): void {
    if (view) scene?.frame.redraw(frameParts(view));
  }

  function receive(event: PageEvent): void {
    if (event.event !== 'online') receiveMessage(event);
    else if (view) {
      view.online = event.online;
      redrawFrame();
    }
  }

  function receiveMessage({ event, message }: Exclude<PageEvent, { event: 'online' }>): void {
    if (event === 'delete') messages.delete(message.id);
    else if (event === 'create' || messages.has(message.id)) messages.set(message.id, message);
    if (message.channel_id === view?.channel) scene?.feed[event](message);
    else if (event === 'create' && view) {
      unread.add(message.channel_id);
      redrawFrame();
    }
  }
}
