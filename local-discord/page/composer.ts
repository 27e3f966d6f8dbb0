import type { PageCommand } from '../page-server/protocol.ts';
import { element, icon, icons } from './element.ts';
import { type Filling, type FillingParts, newFilling } from './filling.ts';
import { fitting, type Value } from './option-field.ts';
import { LIST_ID, newSuggestions, type Suggestion } from './suggestions.ts';
import type { PageText } from './text.ts';

/** The parts of the page that the composer uses. */
export type ComposerParts = Pick<FillingParts, 'people' | 'complete'> & {
  t: PageText;
  bot: string;
  channel: string;
  commands: () => Promise<PageCommand[]>;
  /** Sends the command. Resolves with the invalid option and the reason, or with `undefined`. */
  send: (
    command: string,
    values: Record<string, Value>,
  ) => Promise<{ about: string; why: string } | undefined>;
};

export type Composer = { root: HTMLElement; focus(): void; begin(command: PageCommand): void };

/** Returns the input line: it completes `/`, then commands, then the options of a command. */
export function newComposer(parts: ComposerParts): Composer {
  const { t } = parts;
  let filling: Filling | undefined;
  let turn = 0;
  let known: PageCommand[] = [];

  const suggestions = newSuggestions(describeList);
  const plain = element('input', {
    class: 'plain',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': LIST_ID,
    'aria-expanded': 'false',
    'aria-label': t.placeholder(parts.channel),
    placeholder: t.placeholder(parts.channel),
    oninput: () => void offerCommands(),
    onkeydown: (event: KeyboardEvent) => pressPlain(event),
  });
  let owner: HTMLElement = plain;
  const hint = element('div', { class: 'hint', role: 'status', hidden: true });
  const send = button('send', t.send, icons.send, () => void submit());
  const line = element('div', { class: 'line' }, plain);
  const box = element('div', { class: 'composer-box' }, button('slash', '/', icons.slash, start), line, send);
  const root = element('div', { class: 'composer' }, suggestions.root, hint, box);
  send.hidden = true;
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) suggestions.hide();
  });
  return { root, focus: () => (filling ?? plain).focus(), begin };

  /** Tells screen readers which field the list belongs to, and which entry is marked. */
  function describeList(id: string | undefined): void {
    owner.setAttribute('aria-expanded', 'false');
    owner.removeAttribute('aria-activedescendant');
    owner = filling?.line() ?? plain;
    owner.setAttribute('aria-expanded', String(suggestions.isOpen()));
    if (id !== undefined) owner.setAttribute('aria-activedescendant', id);
  }

  function start(): void {
    quit();
    plain.value = '/';
    void offerCommands();
  }

  function say(text: string | undefined): void {
    hint.textContent = text ?? '';
    hint.hidden = text === undefined;
  }

  async function offerCommands(): Promise<void> {
    say(undefined);
    const mine = ++turn;
    if (!plain.value.startsWith('/')) return suggestions.hide();
    if (known.length === 0 || plain.value === '/') known = await parts.commands().catch(() => []);
    if (mine !== turn) return;
    const typed = plain.value.slice(1);
    const named = known.find(({ name }) => typed.toLowerCase().startsWith(`${name} `));
    if (named) return begin(named, typed.slice(named.name.length + 1));
    const note = known.length === 0 ? t.noCommandsYet : t.noCommands;
    suggestions.show(parts.bot, fitting(known, typed).map(asSuggestion), note);
  }

  function asSuggestion(command: PageCommand): Suggestion {
    const needed = command.options.filter(({ required }) => required).map(({ name }) => name);
    return {
      title: `/${command.name}`,
      about: command.description,
      aside: needed.join(' '),
      choose: () => begin(command),
    };
  }

  function pressPlain(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (suggestions.press(event.key)) event.preventDefault();
    else if (event.key === 'Escape') quit();
    else if (event.key === 'Enter' && plain.value.trim() !== '')
      say(plain.value.startsWith('/') ? t.noCommands : t.onlyCommands);
  }

  /** Starts filling in a command. Text after the command's name goes into its first option. */
  function begin(command: PageCommand, rest = ''): void {
    resume(
      newFilling(command, {
        t,
        people: parts.people,
        suggestions,
        complete: parts.complete,
        say,
        send: () => void submit(),
        quit,
      }),
    );
    filling?.focusFirst();
    if (rest !== '') filling?.fill(rest);
  }

  function resume(before: Filling): void {
    filling?.stop();
    turn++;
    say(undefined);
    suggestions.hide();
    filling = before;
    plain.value = '';
    send.hidden = false;
    line.replaceChildren(before.root);
  }

  function quit(): void {
    filling?.stop();
    filling = undefined;
    turn++;
    say(undefined);
    suggestions.hide();
    plain.value = '';
    send.hidden = true;
    line.replaceChildren(plain);
    plain.focus();
  }

  /** Sends the command. If Discord's client would not send it, restores the input and marks the invalid option. */
  async function submit(): Promise<void> {
    const sent = filling;
    const values = sent?.read();
    if (!sent || !values) return;
    quit();
    const wrong = await parts.send(sent.command.name, values);
    if (!wrong || filling) return;
    resume(sent);
    sent.complain(wrong.about, wrong.why);
  }
}

function button(name: string, label: string, path: string, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', class: name, 'aria-label': label, onclick }, icon(path));
}
