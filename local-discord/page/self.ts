import type { View } from '../page-server/protocol.ts';
import { avatarOf } from './avatars.ts';
import { element, icon, icons } from './element.ts';
import { addressOf, type Tab } from './tab.ts';
import type { PageText } from './text.ts';

export type SelfParts = {
  view: View;
  tab: Tab;
  t: PageText;
  switchTo: (change: Partial<Tab>) => void;
};

/** The panel of the current person. It opens the menu above it, which switches person and language. */
export function drawSelf({ view, tab, t, switchTo }: SelfParts, isOpen: boolean): HTMLElement {
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
  const menu = element(
    'div',
    { class: 'self-menu', id: 'self-menu', hidden: !isOpen },
    element('div', { class: 'heading' }, t.youAre),
    ...people,
    element('div', { class: 'heading' }, t.language),
    element('div', { class: 'languages' }, ...languages),
  );
  const button = element(
    'button',
    {
      type: 'button',
      class: 'self-button',
      title: t.switchPerson,
      'aria-controls': 'self-menu',
      'aria-expanded': String(isOpen),
      onclick: () => show(menu.hidden !== false),
    },
    drawFace(avatarOf(view.me.name)),
    element(
      'span',
      { class: 'person-name' },
      view.me.name,
      element('small', {}, view.me.admin ? t.admin : t.online),
    ),
    icon(icons.down),
  );
  /** The menu stands above its button, so it comes first and gets the focus when it opens. */
  function show(isShown: boolean): void {
    menu.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
    (isShown ? menu.querySelector('button') : button)?.focus();
  }
  return element(
    'div',
    {
      class: 'self',
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || menu.hidden) return;
        event.stopPropagation();
        show(false);
      },
    },
    menu,
    button,
  );
}

/** A round picture with the mark of a person who is online. */
export const drawFace = (picture: string) =>
  element('span', { class: 'face' }, element('img', { src: picture, alt: '' }));
