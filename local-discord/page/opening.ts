import type { PageCommand } from '../page-server/protocol.ts';
import { element, icon, icons } from './element.ts';
import type { PageText } from './text.ts';

const MOST = 4;

/** Draws the beginning of a channel, with the first few commands to try. */
export function drawOpening(
  channel: string,
  commands: readonly PageCommand[],
  t: PageText,
  begin: (command: PageCommand) => void,
): HTMLElement {
  const tries = commands
    .slice(0, MOST)
    .map((command) =>
      element(
        'button',
        { type: 'button', class: 'try', onclick: () => begin(command) },
        element('strong', {}, `/${command.name}`),
        element('span', {}, command.description),
      ),
    );
  return element(
    'section',
    { class: 'opening' },
    element('div', { class: 'opening-icon' }, icon(icons.hash)),
    element('h2', {}, t.welcome(channel)),
    element('p', {}, `${t.beginning(channel)} ${t.tryIt}`),
    element('div', { class: 'tries' }, ...tries),
  );
}
