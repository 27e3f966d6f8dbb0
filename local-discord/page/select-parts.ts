import { element, icon, icons } from './element.ts';

export type SelectOption = {
  label: string;
  value: string;
  description?: string | null | undefined;
  emoji?: { name?: string | null | undefined } | null | undefined;
  default?: boolean | null | undefined;
};

type Marks = { at: number; picked: readonly number[]; shown: string; placeholder: string };

let made = 0;

/** Draws a closed select. Returns its parts, and functions that mark the selected options and the active option. */
export function drawSelectParts(
  options: readonly SelectOption[],
  {
    disabled,
    isMany,
    label,
    customId,
  }: { disabled: boolean; isMany: boolean; label: string; customId: string | undefined },
) {
  const id = `select-${++made}`;
  const said = element('span', { class: 'select-label' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'select-button',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-controls': id,
      'aria-expanded': 'false',
      'aria-label': label,
      'data-custom-id': customId,
      disabled,
    },
    said,
    icon(icons.down),
  );
  const entries = options.map((option, index) => drawEntry(option, `${id}-${index}`));
  const list = element(
    'ul',
    {
      role: 'listbox',
      id,
      class: 'select-list',
      hidden: true,
      'aria-label': label,
      'aria-multiselectable': isMany ? 'true' : undefined,
    },
    ...entries,
  );
  const root = element('div', { class: 'select' }, button, list);
  const mark = ({ at, picked, shown, placeholder }: Marks) => {
    said.textContent = shown || placeholder;
    said.classList.toggle('placeholder', shown === '');
    button.setAttribute('aria-expanded', String(!list.hidden));
    if (at < 0) button.removeAttribute('aria-activedescendant');
    else button.setAttribute('aria-activedescendant', `${id}-${at}`);
    for (const [index, entry] of entries.entries()) {
      entry.setAttribute('aria-selected', String(picked.includes(index)));
      entry.classList.toggle('active', index === at);
    }
    entries[at]?.scrollIntoView({ block: 'nearest' });
  };
  return { root, button, list, entries, mark };
}

function drawEntry({ label, description, emoji }: SelectOption, id: string): HTMLElement {
  return element(
    'li',
    { role: 'option', id, onpointerdown: (event: Event) => event.preventDefault() },
    emoji?.name ? element('span', {}, emoji.name) : undefined,
    element(
      'span',
      { class: 'select-text' },
      element('span', { class: 'select-name' }, label),
      description ? element('span', { class: 'select-about' }, description) : undefined,
    ),
  );
}
