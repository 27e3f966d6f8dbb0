import { avatarOf, botAvatar } from './avatars.ts';
import { element, icon, icons } from './element.ts';
import { newPanels } from './panels.ts';
import { drawFace, drawSelf, type SelfParts } from './self.ts';
import { addressOf } from './tab.ts';

export type FrameParts = SelfParts & {
  unread: ReadonlySet<string>;
  /** Whether the connection to the server is lost. */
  isLost: boolean;
  goTo: (channel: string) => void;
};

export type Frame = {
  elements: HTMLElement[];
  /** Redraws the frame without the messages and the input line. The focus stays. */
  redraw(parts: FrameParts): void;
  /** Closes the panel that covers a narrow page. */
  close(): void;
};

/** Draws the frame around the messages: servers, channels, the current person and the members. */
export function drawFrame(parts: FrameParts, feed: HTMLElement, composer: HTMLElement): Frame {
  const { t, tab } = parts;
  const banner = element('div', { class: 'banner', role: 'status' });
  const main = element('main');
  const panels = newPanels(main, t);
  main.append(
    element(
      'header',
      { class: 'channel-header' },
      panels.buttons.drawer,
      icon(icons.hash),
      element('h1', {}, tab.channel),
      panels.buttons.members,
    ),
    banner,
    feed,
    composer,
  );
  document.onkeydown = ({ key, target }) => {
    if (key === 'Escape') panels.close();
    else if (key === '/' && !isTyping(target)) composer.querySelector('input')?.focus();
  };
  function redraw(now: FrameParts): void {
    const { view, isLost } = now;
    const isOpen = panels.drawer.querySelector('.self-menu:not([hidden])') !== null;
    const close = () => panels.drawCloseButton();
    refill(panels.drawer, [drawServers(), drawChannels(now, isOpen, close())]);
    refill(panels.members, drawMembers(now, close()));
    banner.textContent = isLost ? t.connectionLost : view.online ? '' : t.botAway(view.bot);
  }
  redraw(parts);
  return { elements: [panels.drawer, main, panels.members, panels.cover], redraw, close: panels.close };
}

/** Replaces the content of a panel. The link or button at the same place keeps the focus. */
function refill(panel: HTMLElement, content: HTMLElement[]): void {
  const stops = () => [...panel.querySelectorAll<HTMLElement>('a, button')];
  const at = stops().indexOf(document.activeElement as HTMLElement);
  panel.replaceChildren(...content);
  stops()[at]?.focus();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  document.querySelector('dialog') !== null;

function drawServers(): HTMLElement {
  return element(
    'div',
    { class: 'servers' },
    element('div', { class: 'server active' }, element('img', { src: botAvatar, alt: '' })),
  );
}

function drawChannels(parts: FrameParts, isSelfOpen: boolean, close: HTMLElement): HTMLElement {
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
    element('div', { class: 'guild-name' }, element('span', {}, view.guild), close),
    element('div', { class: 'channel-list' }, element('div', { class: 'heading' }, t.textChannels), ...links),
    drawSelf(parts, isSelfOpen),
  );
}

function drawMembers({ view, t }: FrameParts, close: HTMLElement): HTMLElement[] {
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
  return [
    element('div', { class: 'heading' }, element('span', {}, t.members(view.people.length)), close),
    ...view.people.map(({ name, admin }) => member(name, avatarOf(name), undefined, [crown(admin)])),
    element('div', { class: 'heading' }, t.apps),
    element(
      'div',
      { class: view.online ? 'bot' : 'bot away' },
      member(view.bot, botAvatar, view.online ? t.online : t.offline, [tag]),
    ),
  ];
}
