import type { View } from '../page-server/protocol.ts';
import { avatarOf, botAvatar } from './avatars.ts';
import { element, icon, icons } from './element.ts';
import { addressOf, type Tab } from './tab.ts';
import type { PageText } from './text.ts';

export type FrameParts = {
  view: View;
  tab: Tab;
  t: PageText;
  unread: ReadonlySet<string>;
  /** Whether the connection to the server is lost. */
  isLost: boolean;
  goTo: (channel: string) => void;
  switchTo: (change: Partial<Tab>) => void;
};

/** Draws the frame around the messages: servers, channels, the current person and the members. */
export function drawFrame(parts: FrameParts, feed: HTMLElement, composer: HTMLElement): HTMLElement[] {
  const { t, tab } = parts;
  const drawer = drawDrawer(parts);
  const members = drawMembers(parts);
  const cover = element('div', { class: 'cover', onclick: () => open(undefined) });
  const buttons = {
    drawer: headerButton(t.channelMenu, icons.menu, 'show-drawer', () => open('drawer')),
    members: headerButton(t.memberMenu, icons.people, 'show-members', () => open('members')),
  };
  function open(which: 'drawer' | 'members' | undefined): void {
    const next = document.body.dataset.open === which ? undefined : which;
    if (next === undefined) delete document.body.dataset.open;
    else document.body.dataset.open = next;
  }
  document.onkeydown = ({ key, target }) => {
    if (key === 'Escape') open(undefined);
    else if (key === '/' && !isTyping(target)) composer.querySelector('input')?.focus();
  };
  const main = element(
    'main',
    {},
    element(
      'header',
      { class: 'channel-header' },
      buttons.drawer,
      icon(icons.hash),
      element('h1', {}, tab.channel),
      buttons.members,
    ),
    drawBanner(parts),
    feed,
    composer,
  );
  return [drawer, main, members, cover];
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  document.querySelector('dialog') !== null;

/** Redraws the frame without the messages and the input line. */
export function redrawAside(parts: FrameParts): void {
  const isOpen = document.querySelector('.self')?.hasAttribute('open') ?? false;
  document.querySelector('.drawer')?.replaceWith(drawDrawer(parts));
  document.querySelector('.members')?.replaceWith(drawMembers(parts));
  document.querySelector('.banner')?.replaceWith(drawBanner(parts));
  document.querySelector('.self')?.toggleAttribute('open', isOpen);
}

function drawDrawer(parts: FrameParts): HTMLElement {
  return element('nav', { class: 'drawer', id: 'drawer' }, drawServers(parts.view), drawChannels(parts));
}

function drawBanner({ view, t, isLost }: FrameParts): HTMLElement {
  const away = view.online ? undefined : t.botAway(view.bot);
  const text = isLost ? t.connectionLost : away;
  return element('div', { class: 'banner', role: 'status', hidden: text === undefined }, text);
}

function headerButton(label: string, path: string, name: string, onclick: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: `header-button ${name}`, 'aria-label': label, title: label, onclick },
    icon(path),
  );
}

function drawServers({ guild }: View): HTMLElement {
  return element(
    'div',
    { class: 'servers' },
    element('div', { class: 'server active', title: guild }, element('img', { src: botAvatar, alt: guild })),
  );
}

function drawChannels(parts: FrameParts): HTMLElement {
  const { view, t, unread, tab, goTo } = parts;
  const links = view.channels.map(({ id, name }) => {
    const isHere = name === tab.channel;
    const isUnread = unread.has(id);
    return element(
      'a',
      {
        class: `channel${isHere ? ' active' : ''}${isUnread ? ' unread' : ''}`,
        href: addressOf({ ...tab, channel: name }),
        'aria-current': isHere ? 'page' : undefined,
        'aria-label': isUnread ? `${name} (${t.unread})` : name,
        onclick: (event: Event) => {
          event.preventDefault();
          goTo(name);
        },
      },
      icon(icons.hash),
      name,
    );
  });
  return element(
    'div',
    { class: 'channels' },
    element('div', { class: 'guild-name' }, view.guild),
    element('div', { class: 'channel-list' }, element('div', { class: 'heading' }, t.textChannels), ...links),
    drawSelf(parts),
  );
}

/** The panel of the current person. It opens the menu that switches person and language. */
function drawSelf({ view, tab, t, switchTo }: FrameParts): HTMLElement {
  const people = view.people.map(({ key, name, admin }) =>
    element(
      'div',
      { class: 'person' },
      element(
        'button',
        {
          type: 'button',
          class: 'person-choice',
          'aria-pressed': String(key === tab.who),
          onclick: () => switchTo({ who: key }),
        },
        element('img', { src: avatarOf(name), alt: '' }),
        element('span', { class: 'person-name' }, name, admin ? element('small', {}, t.admin) : undefined),
      ),
      element('a', { href: addressOf({ ...tab, who: key }), target: '_blank' }, t.anotherTab),
    ),
  );
  const languages = (['es', 'en'] as const).map((language) =>
    element(
      'button',
      {
        type: 'button',
        class: 'language',
        lang: language,
        'aria-pressed': String(language === tab.language),
        onclick: () => switchTo({ language }),
      },
      language === 'es' ? 'Español' : 'English',
    ),
  );
  return element(
    'details',
    { class: 'self' },
    element(
      'summary',
      { title: t.switchPerson, 'aria-label': `${view.me.name}. ${t.switchPerson}` },
      drawFace(avatarOf(view.me.name)),
      element(
        'span',
        { class: 'person-name' },
        view.me.name,
        element('small', {}, view.me.admin ? t.admin : t.online),
      ),
      icon(icons.down),
    ),
    element(
      'div',
      { class: 'self-menu' },
      element('div', { class: 'heading' }, t.youAre),
      ...people,
      element('div', { class: 'heading' }, t.language),
      element('div', { class: 'languages' }, ...languages),
    ),
  );
}

const drawFace = (picture: string) =>
  element('span', { class: 'face' }, element('img', { src: picture, alt: '' }));

function drawMembers({ view, t }: FrameParts): HTMLElement {
  const member = (name: string, picture: string, about: string | undefined, extra: (Node | undefined)[]) =>
    element(
      'div',
      { class: 'member' },
      drawFace(picture),
      element(
        'span',
        { class: 'person-name' },
        element('span', {}, name, ...extra),
        about ? element('small', {}, about) : undefined,
      ),
    );
  const crown = (admin: boolean) =>
    admin ? element('span', { class: 'crown', title: t.admin }, icon(icons.crown)) : undefined;
  const tag = element('span', { class: 'app-tag' }, 'APP');
  return element(
    'aside',
    { class: 'members', 'aria-label': t.memberMenu },
    element('div', { class: 'heading' }, t.members(view.people.length)),
    ...view.people.map(({ name, admin }) => member(name, avatarOf(name), undefined, [crown(admin)])),
    element('div', { class: 'heading' }, t.apps),
    element(
      'div',
      { class: view.online ? 'bot' : 'bot away' },
      member(view.bot, botAvatar, view.online ? t.online : t.offline, [tag]),
    ),
  );
}
