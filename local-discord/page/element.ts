type Child = Node | string | undefined;
type Listener = (event: never) => unknown;
type Props = Record<string, string | number | boolean | undefined | Listener>;

/**
 * Creates an element. Functions become listeners (`onclick`), `true` becomes an empty attribute, `false` and `undefined` none.
 * Strings become text nodes and are never parsed as HTML.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props?: Props,
  ...children: Child[]
): HTMLElementTagNameMap[Tag];
export function element(tag: string, props?: Props, ...children: Child[]): HTMLElement;
export function element(tag: string, props: Props = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Returns the element that has the focus, also inside shadow roots. */
export function focusedElement(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Draws an icon in a 24 by 24 view box from its paths. */
export function icon(...paths: string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const outline of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', outline);
    svg.append(path);
  }
  return svg;
}

export const icons = {
  hash: 'M10 3 8.700 8H4v2h4.200l-1 4H3v2h3.700L5.500 21h2l1.200-5h4l-1.200 5h2l1.200-5H20v-2h-4.800l1-4H21V8h-4.300L18 3h-2l-1.300 5h-4L12 3zm.2 7h4l-1 4h-4z',
  menu: 'M3 5h18v2H3zm0 6h18v2H3zm0 6h18v2H3z',
  close:
    'M18.300 5.700 12 12l6.300 6.300-1.400 1.400L10.600 13.400 4.300 19.700 2.900 18.300 9.200 12 2.900 5.700 4.300 4.300l6.300 6.300 6.300-6.300z',
  down: 'M7 9.500 12 14.500l5-5 1.400 1.400L12 17.300 5.600 10.900z',
  crown: 'M3 7l4.500 4L12 5l4.500 6L21 7l-2 11H5z',
  eye: 'M12 5C6.500 5 2.700 9.200 1.500 12c1.200 2.800 5 7 10.500 7s9.300-4.200 10.500-7C21.300 9.200 17.500 5 12 5zm0 11.500a4.500 4.500 0 1 1 0-9 4.500 4.500 0 0 1 0 9zm0-2.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  people:
    'M14 9a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0zM3 19c0-3.500 3.500-5.500 7.500-5.500S18 15.500 18 19zM16.500 12.300a3.200 3.200 0 0 0 0-6.300 5 5 0 0 1 0 6.300zM18 13.800c2.300.7 4 2.500 4 5.200h-2.500c0-2-.5-3.700-1.500-5.200z',
  slash: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5c0-1.100.9-2 2-2zm9.500 3-6 12h1.900l6-12z',
  send: 'M3 20.500v-6.300L13 12 3 9.800V3.500L22 12z',
} as const;

/** Returns the index that a key selects in a list of `count` entries, from index `at` (-1: none); `undefined` for other keys. */
export function moveBy(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
