import { moveBy } from './list-keys.ts';
import { drawSelectParts, type SelectOption } from './select-parts.ts';
import type { PageText } from './text.ts';

/** The height of the line one types in: a list that would reach below it opens upwards. */
const ROOM_BELOW = 70;

export type SelectOptions = {
  options: readonly SelectOption[];
  placeholder: string | undefined;
  least: number;
  most: number;
  disabled: boolean;
  t: PageText;
  /** PageEvent as soon as the choice is made: of several, when the list is closed. */
  chosen: (values: string[]) => void;
};

/** Draws a select: a button that opens a list, used by mouse or by arrow keys, Enter and Esc. */
export function drawSelect({
  options,
  placeholder,
  least,
  most,
  disabled,
  t,
  chosen,
}: SelectOptions): HTMLElement {
  let kept = options.flatMap((option, at) => (option.default ? [at] : []));
  let picked = kept;
  let at = -1;
  const parts = drawSelectParts(options, { disabled, isMany: most > 1 });
  const { button, list } = parts;
  button.addEventListener('click', () => (list.hidden ? open() : leave()));
  button.addEventListener('blur', () => leave());
  button.addEventListener('keydown', (event) => {
    if (!(list.hidden ? pressClosed(event.key) : pressOpen(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
  });
  for (const [index, entry] of parts.entries.entries()) entry.addEventListener('click', () => pick(index));
  redraw();
  return parts.root;

  function redraw(): void {
    parts.mark({
      at,
      picked,
      label: picked.map((index) => options[index]?.label ?? '').join(', '),
      placeholder: placeholder ?? t.choose,
    });
  }

  function open(): void {
    list.hidden = false;
    move(picked[0] ?? 0);
    parts.root.classList.remove('up');
    parts.root.classList.toggle('up', list.getBoundingClientRect().bottom > innerHeight - ROOM_BELOW);
  }

  function move(to: number): void {
    at = to;
    redraw();
  }

  /** One of one is chosen at once; of several each is put or taken until the list is left. */
  function pick(index: number): void {
    if (most === 1) {
      picked = [index];
      keep();
    } else {
      const without = picked.filter((one) => one !== index);
      picked = without.length < picked.length || picked.length >= most ? without : [...picked, index];
      move(index);
    }
  }

  function keep(): void {
    kept = picked;
    close();
    chosen(kept.map((index) => options[index]?.value ?? ''));
  }

  function leave(): void {
    if (list.hidden) return;
    const isSame = picked.length === kept.length && picked.every((index) => kept.includes(index));
    if (isSame || picked.length < least) {
      picked = kept;
      close();
    } else keep();
  }

  function close(): void {
    list.hidden = true;
    move(-1);
  }

  function pressClosed(key: string): boolean {
    const opens = key === 'ArrowDown' || key === 'ArrowUp';
    if (opens) open();
    return opens;
  }

  function pressOpen(key: string): boolean {
    const to = moveBy(key, at, options.length);
    if (to !== undefined) move(to);
    else if (key === 'Enter' || key === ' ') pick(at);
    else if (key === 'Escape') leave();
    else return false;
    return true;
  }
}
