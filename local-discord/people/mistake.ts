export type MistakeKind =
  | 'no such command'
  | 'no such option'
  | 'takes no options'
  | 'option missing'
  | 'not a choice'
  | 'too short'
  | 'too long'
  | 'too small'
  | 'too big'
  | 'not a number'
  | 'not a whole number'
  | 'not true or false'
  | 'not an id'
  | 'suggests nothing'
  | 'no such button'
  | 'only a link'
  | 'disabled'
  | 'which select'
  | 'wrong number of choices'
  | 'not offered'
  | 'not visible'
  | 'not allowed'
  | 'no such channel';

/** An action that Discord's client does not allow. `about` names the option, component or message; `detail` is the limit or the valid values. */
export class Mistake extends Error {
  readonly kind: MistakeKind;
  readonly about: string;
  readonly detail: string;

  constructor(kind: MistakeKind, about: string, detail: string | number = '') {
    super([`${kind}: ${about}`, detail].filter((part) => part !== '').join(', '));
    this.kind = kind;
    this.about = about;
    this.detail = String(detail);
  }
}
