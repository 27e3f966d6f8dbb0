import type { PageCommand, PagePerson } from '../page-server/protocol.ts';
import { newDraft } from './draft.ts';
import { element } from './element.ts';
import { fitting, type Offer, type OptionField, offersOf, type Value } from './option-field.ts';
import { LIST_ID, type Suggestion, type Suggestions } from './suggestions.ts';
import type { PageText } from './text.ts';

const PAUSE_MS = 150;

export type FillingParts = {
  t: PageText;
  people: readonly PagePerson[];
  suggestions: Suggestions;
  /** Requests the bot's suggestions for an option. */
  complete: (
    command: string,
    option: string,
    typed: string,
    others: Record<string, Value>,
  ) => Promise<Offer[]>;
  say: (text: string | undefined) => void;
  send: () => void;
  quit: () => void;
};

/** The options of a command that is being filled in. */
export type Filling = {
  command: PageCommand;
  root: HTMLElement;
  /** The field that has the focus. */
  line(): HTMLElement | undefined;
  focus(): void;
  focusFirst(): void;
  /** Sets the text of the first option. */
  fill(text: string): void;
  /** Returns the values; marks a missing required option and returns `undefined`. */
  read(): Record<string, Value> | undefined;
  complain(option: string, why: string): void;
  stop(): void;
};

/** Returns the fields of the required options, and a button that adds the others. */
export function newFilling(command: PageCommand, parts: FillingParts): Filling {
  const { t, suggestions, say } = parts;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draft = newDraft(command, {
    entered: (field) => void offer(field),
    typed: offerSoon,
    pressed: pressField,
  });
  const more = element('button', {
    type: 'button',
    class: 'more',
    'aria-controls': LIST_ID,
    onclick: () => offerOptions(),
    onkeydown: (event: KeyboardEvent) => pressMore(event),
  });
  draft.root.append(more);
  redrawMore();

  return {
    command,
    root: draft.root,
    line: () =>
      [...draft.fields().map(({ input }) => input), more].find((one) => one === document.activeElement),
    focus: () => (draft.fields().at(-1)?.input ?? more).focus(),
    focusFirst: () => (draft.fields()[0]?.input ?? more).focus(),
    fill(text) {
      const first = draft.fields()[0] ?? begin();
      if (!first) return;
      first.input.value = text;
      first.input.dispatchEvent(new Event('input'));
    },
    read() {
      const missing = draft.fields().find(({ option, value }) => option.required && value() === undefined);
      if (!missing) return draft.values();
      complain(missing.option.name, `${missing.option.name}: ${t.required}`);
      return undefined;
    },
    complain,
    stop,
  };

  /** Adds the next missing option and focuses it. */
  function begin(): OptionField | undefined {
    const field = draft.add(draft.missing()[0]?.name ?? '');
    redrawMore();
    field?.input.focus();
    return field;
  }

  function complain(name: string, why: string): void {
    const field = draft.fields().find(({ option }) => option.name === name);
    (field ?? draft.fields()[0])?.input.focus();
    field?.mark(true);
    say(why);
  }

  function stop(): void {
    turn++;
    clearTimeout(timer);
    suggestions.hide();
  }

  function redrawMore(): void {
    const count = draft.missing().length;
    const label = t.moreOptions(count);
    more.textContent = count === 0 ? '' : label;
    more.classList.toggle('none', count === 0);
    more.hidden = count === 0 && draft.fields().length > 0;
    more.setAttribute('aria-label', count === 0 ? t.send : label);
    more.role = count === 0 ? 'button' : 'combobox';
    more.ariaExpanded = count === 0 ? null : 'false';
  }

  function offerOptions(): void {
    const entries = draft.missing().map((option) => ({
      title: option.name,
      about: option.description,
      aside: option.required ? t.required : t.optional,
      choose: () => {
        const field = draft.add(option.name);
        redrawMore();
        suggestions.hide();
        field?.input.focus();
      },
    }));
    more.focus();
    suggestions.show(t.options, entries);
  }

  function offerSoon(field: OptionField): void {
    say(undefined);
    clearTimeout(timer);
    turn++;
    if (!field.option.autocomplete) {
      void offer(field);
      return;
    }
    suggestions.show(headingOf(field), [], t.searching);
    timer = setTimeout(() => void offer(field), PAUSE_MS);
  }

  async function offer(field: OptionField): Promise<void> {
    const mine = ++turn;
    const { name, autocomplete } = field.option;
    const typed = field.input.value;
    const own = offersOf(field.option, parts.people, t);
    const { [name]: _own, ...others } = draft.values();
    const found = own ? fitting(own, typed) : autocomplete ? await askBot(name, typed, others) : [];
    if (mine !== turn || document.activeElement !== field.input || field.isTaken()) return;
    suggestions.show(
      headingOf(field),
      found.map((one) => takes(field, one)),
      noteFor(field, own),
    );
  }

  /** The note under a field without a suggestion that fits: its choices, or that any text may be sent. `undefined` for free text. */
  function noteFor({ option, input }: OptionField, own: readonly Offer[] | undefined): string | undefined {
    if (own) return t.notAChoice(own.map(({ name }) => name).join(', '));
    return option.autocomplete && input.value.trim() !== '' ? t.nothingFound : undefined;
  }

  function askBot(name: string, typed: string, others: Record<string, Value>): Promise<Offer[]> {
    return parts.complete(command.name, name, typed, others).catch(() => []);
  }

  function takes(field: OptionField, one: Offer): Suggestion {
    return {
      title: one.name,
      choose: () => {
        field.take(one);
        stop();
        const fields = draft.fields();
        const next = fields.slice(fields.indexOf(field) + 1).find((later) => later.value() === undefined);
        next?.input.focus();
      },
    };
  }

  function pressField(field: OptionField, event: KeyboardEvent): void {
    const isPassing = event.key === 'Tab' && (event.shiftKey || field.input.value.trim() === '');
    if (event.isComposing || isPassing) return;
    if (suggestions.press(event.key)) event.preventDefault();
    else pressAnywhere(event, field.input.value === '' ? () => stepBack(field) : undefined);
  }

  /** Keys of the button: Enter sends the command; arrows and Space open the list of further options. */
  function pressMore(event: KeyboardEvent): void {
    if (suggestions.press(event.key)) event.preventDefault();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') offerOptions();
    else if (isWritten(event)) begin();
    else pressAnywhere(event, () => stepBack(undefined));
  }

  function pressAnywhere(event: KeyboardEvent, back: (() => void) | undefined): void {
    if (event.key === 'Enter') parts.send();
    else if (event.key === 'Escape' && suggestions.isOpen()) suggestions.hide();
    else if (event.key === 'Escape') parts.quit();
    else if (event.key === 'Backspace' && back) back();
    else return;
    event.preventDefault();
  }

  /** Backspace in an empty option removes it; in an empty first option it removes the command. */
  function stepBack(from: OptionField | undefined): void {
    const fields = draft.fields();
    const before = from ? fields[fields.indexOf(from) - 1] : fields.at(-1);
    if (from && !from.option.required) draft.remove(from);
    redrawMore();
    if (before) before.input.focus();
    else parts.quit();
  }
}

const isWritten = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

const headingOf = ({ option }: OptionField) => `${option.name}: ${option.description}`;
