import { element, moveBy } from './element.ts';

/** An entry of the list above the input line. */
export type Suggestion = { title: string; about?: string; aside?: string; choose: () => void };

/** A list above the input line. Arrow keys move in it while the focus stays in the input. */
export type Suggestions = {
  root: HTMLElement;
  isOpen(): boolean;
  /** Shows entries under a heading and marks the first, so that Enter selects it. The note is shown if there are none. */
  show(heading: string, entries: readonly Suggestion[], note?: string): void;
  hide(): void;
  /** Handles arrow keys, Enter and Tab. Returns whether the key was used. */
  press(key: string): boolean;
};

export const LIST_ID = 'suggestions';
const HEADING_ID = 'suggestions-heading';

/** Returns a hidden list. `marked` is called with the id of the marked entry, or `undefined`, when the list opens, changes or closes. */
export function newSuggestions(marked: (id: string | undefined) => void): Suggestions {
  const heading = element('div', { class: 'suggestions-heading', id: HEADING_ID });
  const list = element('ul', { role: 'listbox', id: LIST_ID, 'aria-labelledby': HEADING_ID });
  const remark = element('div', { class: 'suggestions-note', role: 'status' });
  const root = element('div', { class: 'suggestions', hidden: true }, heading, list, remark);
  let entries: readonly Suggestion[] = [];
  let at = -1;

  function mark(to: number): void {
    at = to;
    for (const [index, child] of [...list.children].entries())
      child.setAttribute('aria-selected', String(index === at));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    marked(at < 0 ? undefined : `${LIST_ID}-${at}`);
  }

  return {
    root,
    isOpen: () => !root.hidden,
    show(title, shown, note) {
      entries = shown;
      heading.textContent = title;
      list.replaceChildren(...entries.map((entry, index) => drawEntry(entry, index, mark)));
      remark.textContent = entries.length === 0 ? (note ?? '') : '';
      root.hidden = entries.length === 0 && note === undefined;
      mark(entries.length > 0 ? 0 : -1);
      list.scrollTop = 0;
    },
    hide() {
      root.hidden = true;
      entries = [];
      mark(-1);
    },
    press(key) {
      if (root.hidden || entries.length === 0) return false;
      const to = key === 'Home' || key === 'End' ? undefined : moveBy(key, at, entries.length);
      if (to !== undefined) mark(to);
      else if (key === 'Enter' || key === 'Tab') entries[at]?.choose();
      else return false;
      return true;
    },
  };
}

function drawEntry(
  { title, about, aside, choose }: Suggestion,
  index: number,
  mark: (at: number) => void,
): HTMLElement {
  return element(
    'li',
    {
      role: 'option',
      id: `${LIST_ID}-${index}`,
      onpointermove: () => mark(index),
      onpointerdown: (event: Event) => event.preventDefault(),
      onclick: choose,
    },
    element(
      'span',
      { class: 'suggestion-text' },
      element('span', { class: 'suggestion-title' }, title),
      about === undefined ? undefined : element('span', { class: 'suggestion-about' }, about),
    ),
    aside === undefined ? undefined : element('span', { class: 'suggestion-aside' }, aside),
  );
}
