import { moveBy } from './element.ts';
import { drawSelectParts, type SelectOption } from './select-parts.ts';
import type { PageText } from './text.ts';

/** Height of the input line: a list without room above it opens upwards. */
const ROOM_BELOW = 70;

export type SelectOptions = {
  options: readonly SelectOption[];
  placeholder: string | undefined;
  /** The name for screen readers. Default: the placeholder. */
  label?: string;
  customId?: string;
  least: number;
  most: number;
  disabled: boolean;
  t: PageText;
  /** Called once the choice is made: on selection, or for a multiple choice when the list closes. */
  chosen: (values: string[]) => void;
};

/** Draws a select: a button that opens a list, for mouse and keyboard (arrows, Enter, Esc). */
export function drawSelect({
  options,
  placeholder,
  label,
  customId,
  least,
  most,
  disabled,
  t,
  chosen,
}: SelectOptions): HTMLElement {
  let kept = options.flatMap((option, at) => (option.default ? [at] : []));
  let picked = kept;
  let at = -1;
  const parts = drawSelectParts(options, {
    disabled,
    isMany: most > 1,
    label: label ?? placeholder ?? t.choose,
    customId,
  });
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
      shown: picked.map((index) => options[index]?.label ?? '').join(', '),
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

  /** A single choice is made at once; in a multiple choice each click toggles an option. */
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
