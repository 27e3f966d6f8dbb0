import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { countOf, itemAt } from '../history.ts';
import type { Dispatched } from '../interactions.ts';
import type { Modal } from '../limits/modal.ts';
import type { Interaction } from '../state.ts';
import { Mistake } from './mistake.ts';

/** The bot's answer to an action, and its later changes. */
export type Answer = {
  /** `message`: a new message; `update`: an edit of the component's message; `modal`: a form. */
  readonly kind: 'message' | 'update' | 'modal';
  /** The form, if the answer is a form. */
  readonly modal: Modal | undefined;
  /** The current version of the message. Throws a Mistake if the answer is a form. */
  readonly message: APIMessage;
  readonly ephemeral: boolean;
  /** Whether the first answer was a deferral. */
  readonly deferred: boolean;
  readonly deleted: boolean;
  /** Time from the dispatch to the first answer in ms. */
  readonly latencyMs: number;
  readonly interactionId: string;
  /** Resolves with the message once it has content: immediately, or after the edit of a deferred answer. */
  final(withinMs?: number): Promise<APIMessage>;
  /** Resolves with the next edit. Every call returns a later edit. */
  nextEdit(withinMs?: number): Promise<APIMessage>;
  /** Resolves with the next follow-up. Every call returns a later follow-up. */
  nextFollowUp(withinMs?: number): Promise<APIMessage>;
};

/** Returns an answer as the person sees it. */
export function newAnswer({ first, interaction, latencyMs }: Dispatched): Answer {
  if (first.kind === 'choices') throw new TypeError('Autocomplete choices are not a message');
  if (first.kind === 'modal') return newForm(interaction, first.modal, latencyMs);
  const { kind, deferred, stored } = first;
  let edits = countOf(stored.edits);
  let followUps = 0;
  const nextEdit = async (withinMs?: number) => {
    const index = edits++;
    return itemAt(stored.edits, index, 'an edit of the answer', withinMs);
  };
  const firstEdit = edits;
  return {
    kind,
    modal: undefined,
    deferred,
    latencyMs,
    interactionId: interaction.id,
    get message() {
      return stored.message;
    },
    get ephemeral() {
      return isEphemeral(stored.message);
    },
    get deleted() {
      return stored.deleted;
    },
    final: async (withinMs) => {
      if (deferred && edits === firstEdit) await nextEdit(withinMs);
      return stored.message;
    },
    nextEdit,
    nextFollowUp: (withinMs) => followUpAt(interaction, followUps++, withinMs),
  };
}

/** Returns an answer that is a form. It has no message but may have follow-ups. */
function newForm(interaction: Interaction, modal: Modal, latencyMs: number): Answer {
  let followUps = 0;
  const noMessage = async () => {
    throw new Mistake('not visible', modal.custom_id);
  };
  return {
    kind: 'modal',
    modal,
    get message(): never {
      throw new Mistake('not visible', modal.custom_id);
    },
    ephemeral: false,
    deferred: false,
    deleted: false,
    latencyMs,
    interactionId: interaction.id,
    final: noMessage,
    nextEdit: noMessage,
    nextFollowUp: (withinMs) => followUpAt(interaction, followUps++, withinMs),
  };
}

async function followUpAt({ followUps }: Interaction, index: number, withinMs?: number): Promise<APIMessage> {
  const { message } = await itemAt(followUps, index, 'a follow-up', withinMs);
  return message;
}

/** Returns whether a message is ephemeral. */
export function isEphemeral({ flags }: Pick<APIMessage, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
