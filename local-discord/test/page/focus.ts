import type { Page } from 'playwright-core';

/** An element that a person reaches with Tab. */
export type FocusStop = {
  name: string;
  /** The part of the page: a column, a bar of the channel, or a dialog. */
  part: string;
  /** Its place, with what is scrolled away. */
  left: number;
  top: number;
  /** Whether the page shows that it has the focus. */
  isMarked: boolean;
};

/** Controls of one line are centred, so their tops differ by less than this. */
const SAME_LINE_PX = 12;

/** Presses Tab from the start of the page until the focus has been everywhere. Returns the stops in their order. */
export async function walk(page: Page): Promise<FocusStop[]> {
  // Focusing and leaving a temporary element at the start makes Tab begin there.
  await page.evaluate(() => {
    const start = document.createElement('button');
    document.body.prepend(start);
    start.focus();
  });
  const stops: FocusStop[] = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readFocus);
    if (presses === 0) await page.evaluate(() => document.querySelector('body > button')?.remove());
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never leaves the page: ${stops.map(({ name }) => name).join(', ')}`);
}

/** Runs in the page. Returns the element with the focus; `undefined` if it is the page itself. */
export function readFocus(): FocusStop | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return undefined;
  const hosts: Element[] = [focused];
  for (let root = focused.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    hosts.push(root.host);
  const outer = hosts.at(-1) ?? focused;
  const part = outer.closest('dialog, nav, aside, .channel-header, .feed, .composer');
  const scroller = outer.closest('.feed');
  const { left, top } = focused.getBoundingClientRect();
  // The feed itself does not scroll: it comes before its messages.
  const scrolled = scroller === focused ? 0 : (scroller?.scrollTop ?? 0);
  const outlined = [focused, ...hosts, focused.closest('.composer-box')].some(
    (one) => one && getComputedStyle(one).outlineStyle !== 'none',
  );
  return {
    name:
      focused.getAttribute('aria-label') ||
      focused.getAttribute('alt') ||
      (focused instanceof HTMLInputElement && focused.labels?.[0]?.textContent?.trim()) ||
      outer.textContent?.trim().slice(0, 40) ||
      '',
    part: part?.className || part?.tagName.toLowerCase() || '',
    left,
    top: top + scrolled,
    isMarked: outlined,
  };
}

/** Returns the stops of each part that come before a stop above them, or left of them on the same line. */
export function outOfOrder(stops: readonly FocusStop[]): string[] {
  return stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    if (!next || next.part !== stop.part) return [];
    const isSameLine = Math.abs(stop.top - next.top) <= SAME_LINE_PX;
    const isBefore = isSameLine ? stop.left < next.left : stop.top < next.top;
    return isBefore ? [] : [`${stop.name} > ${next.name}`];
  });
}
