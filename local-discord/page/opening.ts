import type { PageCommand } from '../page-server/protocol.ts';
import { element, icon, icons } from './element.ts';
import type { Words } from './words.ts';

const MOST = 4;

/** The beginning of a channel, with a few commands to try. */
export function drawOpening(
  channel: string,
  commands: readonly PageCommand[],
  words: Words,
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
    element('h2', {}, words.welcome(channel)),
    element('p', {}, `${words.beginning(channel)} ${words.tryIt}`),
    element('div', { class: 'tries' }, ...tries),
  );
}
