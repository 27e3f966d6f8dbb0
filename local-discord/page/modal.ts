import { ComponentType } from 'discord-api-types/v10';
import { type Field, fieldsOf } from '../limits/form-fields.ts';
import type { Modal } from '../limits/modal.ts';
import { botAvatar } from './avatars.ts';
import { element, focusedElement, icon, icons } from './element.ts';
import { markdown, type Writing } from './markdown.ts';
import { drawSelect } from './select.ts';
import type { PageText } from './text.ts';

const PARAGRAPH = 2;

export type FormValues = Record<string, string | string[]>;

/**
 * Opens a form over the page. The form closes when `submit` resolves with `undefined`, and otherwise shows the error.
 * Esc, the close button and Cancel close it too.
 */
export function openModal(
  modal: Modal,
  {
    t,
    writing,
    submit,
  }: { t: PageText; writing: Writing; submit: (values: FormValues) => Promise<string | undefined> },
): void {
  const before = focusedElement();
  const values: FormValues = {};
  const problem = element('p', { class: 'modal-problem', role: 'alert', hidden: true });
  const send = element('button', { type: 'submit', class: 'modal-submit' }, t.submit);
  const parts = modal.components.map((part) => {
    if (part.type === ComponentType.TextDisplay)
      return element('div', { class: 'modal-text' }, ...markdown(part.content, writing));
    const [field] = fieldsOf({ components: [part] });
    return field ? drawField(field, values, t) : undefined;
  });
  const form = element(
    'form',
    { class: 'modal-form', novalidate: true, onsubmit: (event: Event) => void onSubmit(event) },
    element(
      'header',
      {},
      element('img', { src: botAvatar, alt: '' }),
      element('h2', { id: 'modal-title' }, modal.title),
      element(
        'button',
        { type: 'button', class: 'modal-close', 'aria-label': t.close, onclick: () => dialog.close() },
        icon(icons.close),
      ),
    ),
    element('div', { class: 'modal-fields' }, ...parts, problem),
    element(
      'footer',
      {},
      element('button', { type: 'button', class: 'modal-cancel', onclick: () => dialog.close() }, t.cancel),
      send,
    ),
  );
  const dialog: HTMLDialogElement = element(
    'dialog',
    { class: 'modal', 'aria-labelledby': 'modal-title', onclose: leave },
    form,
  );
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector<HTMLElement>('input, textarea, .select-button')?.focus();

  /** Returns the focus to the previous element. Chromium ignores keys in an input that is focused without a blur before. */
  function leave(): void {
    dialog.remove();
    before?.blur();
    before?.focus();
  }

  async function onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    const wrong = await submit({ ...values });
    send.disabled = false;
    problem.textContent = wrong ?? '';
    problem.hidden = wrong === undefined;
    if (wrong === undefined) dialog.close();
  }
}

function drawField(field: Field, values: FormValues, t: PageText): HTMLElement {
  const { label, description, input } = field;
  const needed = element('span', { class: 'modal-needed' }, ' *');
  const head = [
    element('span', { class: 'modal-label' }, label, input.required === false ? undefined : needed),
    description === undefined ? undefined : element('span', { class: 'modal-about' }, description),
  ];
  return input.type === ComponentType.StringSelect
    ? element('div', { class: 'modal-field' }, ...head, drawChoices(label, input, values, t))
    : element('label', { class: 'modal-field' }, ...head, drawText(input, values));
}

type Input<T> = Extract<Field['input'], { type: T }>;

function drawChoices(
  label: string,
  input: Input<ComponentType.StringSelect>,
  values: FormValues,
  t: PageText,
): HTMLElement {
  const { custom_id, options, placeholder, min_values, max_values } = input;
  return drawSelect({
    options,
    placeholder: placeholder ?? undefined,
    label,
    least: min_values ?? 1,
    most: max_values ?? 1,
    disabled: false,
    t,
    chosen: (chosen) => {
      values[custom_id] = chosen;
    },
  });
}

function drawText(input: Input<ComponentType.TextInput>, values: FormValues): HTMLElement {
  const { custom_id, style, value, placeholder, required, max_length } = input;
  const box = element(style === PARAGRAPH ? 'textarea' : 'input', {
    placeholder: placeholder ?? undefined,
    'aria-required': required === false ? undefined : 'true',
    maxlength: max_length ?? undefined,
    oninput: () => {
      values[custom_id] = box.value;
    },
  });
  box.value = value ?? '';
  values[custom_id] = box.value;
  return box;
}
