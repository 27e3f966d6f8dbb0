import { element, icon, icons } from './element.ts';
import type { PageText } from './text.ts';

type Name = 'drawer' | 'members';

export type Panels = Record<Name | 'cover', HTMLElement> & {
  buttons: Record<Name, HTMLButtonElement>;
  close(): void;
  drawCloseButton(): HTMLButtonElement;
};

/**
 * Returns the two panels beside the messages, empty, and the buttons that open them where the page is narrow. An open panel
 * has the focus, and the rest of the page is inert; Esc, a close button and a tap beside it return the focus to the button.
 */
export function newPanels(main: HTMLElement, t: PageText): Panels {
  const panel = (tag: 'nav' | 'aside', name: Name, label: string) =>
    element(tag, { class: name, id: name, 'aria-label': label, tabindex: '-1' });
  const panels = {
    drawer: panel('nav', 'drawer', t.channelMenu),
    members: panel('aside', 'members', t.memberMenu),
  };
  const opens = (name: Name, label: string, path: string) =>
    element(
      'button',
      {
        type: 'button',
        class: `header-button show-${name}`,
        'aria-label': label,
        'aria-controls': name,
        'aria-expanded': 'false',
        title: label,
        onclick: () => set(name),
      },
      icon(path),
    );
  const buttons = {
    drawer: opens('drawer', t.channelMenu, icons.menu),
    members: opens('members', t.memberMenu, icons.people),
  };
  let shown: Name | undefined;

  function set(next: Name | undefined): void {
    const before = shown && buttons[shown];
    shown = next;
    if (next) document.body.dataset.open = next;
    else delete document.body.dataset.open;
    for (const name of ['drawer', 'members'] as const)
      buttons[name].setAttribute('aria-expanded', String(name === next));
    for (const part of [panels.drawer, main, panels.members])
      part.inert = next !== undefined && part !== panels[next];
    (next ? panels[next] : before)?.focus();
  }

  const close = () => {
    if (shown) set(undefined);
  };
  return {
    ...panels,
    cover: element('div', { class: 'cover', onclick: close }),
    buttons,
    close,
    drawCloseButton: () =>
      element(
        'button',
        { type: 'button', class: 'panel-close', 'aria-label': t.close, onclick: close },
        icon(icons.close),
      ),
  };
}
