import type { APIMessage } from 'discord-api-types/v10';
import { element } from './element.ts';
import { type Drawing, drawMessage } from './message.ts';

const NEAR_END = 80;

/** The messages of one channel on the page, oldest first. */
export type Feed = {
  root: HTMLElement;
  /** Replaces the shown messages. */
  show(messages: readonly APIMessage[], opening: HTMLElement): void;
  create(message: APIMessage): void;
  edit(message: APIMessage): void;
  delete(message: APIMessage): void;
  /** Adds a note at the end. Returns a function that removes it. */
  note(line: HTMLElement): () => void;
  /** Shows an error below a message until it is used again or changes. */
  fail(id: string, why: string): void;
  /** Marks a message as busy, so that a second click does nothing. Returns whether the mark changed. */
  busy(id: string, isBusy: boolean): boolean;
  find(id: string): APIMessage | undefined;
};

/** Returns an empty feed. It stays scrolled to the end as messages arrive, unless the person has scrolled up. */
export function newFeed(drawing: Drawing, label: string): Feed {
  const list = element('discord-messages');
  const root = element(
    'div',
    { class: 'feed', role: 'log', 'aria-live': 'polite', 'aria-label': label, tabindex: '0' },
    list,
  );
  const known = new Map<string, { message: APIMessage; drawn: HTMLElement }>();
  let isAtEnd = true;
  let height = 0;
  root.addEventListener('scroll', () => {
    // The content has grown but the person has not scrolled: `stick` is about to follow it.
    if (root.scrollHeight !== height) return;
    isAtEnd = height - root.scrollTop - root.clientHeight < NEAR_END;
  });
  new ResizeObserver(() => stick()).observe(list);

  function stick(): void {
    height = root.scrollHeight;
    if (isAtEnd) root.scrollTop = height;
  }

  function draw(message: APIMessage): HTMLElement {
    const drawn = drawMessage(message, drawing);
    known.set(message.id, { message, drawn });
    return drawn;
  }

  return {
    root,
    show(messages, opening) {
      known.clear();
      list.replaceChildren(opening, ...messages.map(draw));
      isAtEnd = true;
      stick();
    },
    create(message) {
      if (!known.has(message.id)) list.append(draw(message));
    },
    edit(message) {
      const before = known.get(message.id);
      if (!before) return;
      const focused = customIdOfFocus(before.drawn);
      const drawn = draw(message);
      before.drawn.replaceWith(drawn);
      if (focused !== undefined) requestAnimationFrame(() => (partWith(drawn, focused) ?? root).focus());
    },
    delete({ id }) {
      const drawn = known.get(id)?.drawn;
      if (drawn?.contains(document.activeElement)) root.focus();
      drawn?.remove();
      known.delete(id);
    },
    note(line) {
      list.append(line);
      isAtEnd = true;
      stick();
      return () => line.remove();
    },
    fail(id, why) {
      const drawn = known.get(id)?.drawn;
      drawn?.append(element('div', { slot: 'reactions', class: 'failure', role: 'alert' }, why));
    },
    busy(id, isBusy) {
      const drawn = known.get(id)?.drawn;
      if (!drawn || (isBusy && drawn.hasAttribute('aria-busy'))) return false;
      drawn.toggleAttribute('aria-busy', isBusy);
      for (const old of drawn.querySelectorAll('.failure')) if (isBusy) old.remove();
      return true;
    },
    find: (id) => known.get(id)?.message,
  };
}

function customIdOfFocus(drawn: HTMLElement): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && drawn.contains(activeElement)
    ? activeElement.dataset.customId
    : undefined;
}

/** Returns the button or select with a custom id, or the first of the message. */
function partWith(drawn: HTMLElement, customId: string): HTMLElement | undefined {
  const parts = [...drawn.querySelectorAll<HTMLElement>('[data-custom-id]')];
  const part = parts.find((one) => one.dataset.customId === customId) ?? parts[0];
  return part?.shadowRoot?.querySelector('button') ?? part;
}
