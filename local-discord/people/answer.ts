import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { countOf, itemAt } from '../history.ts';
import type { Answered } from '../interactions.ts';
import type { Modal } from '../limits/modal.ts';
import type { Interaction } from '../world.ts';
import { Mistake } from './mistake.ts';

/** The bot's answer to what a person did, as it is now and as it changes. */
export type Answer = {
  /** `message`: a message of its own; `update`: the message whose component was used changes; `modal`: a form opens. */
  readonly kind: 'message' | 'update' | 'modal';
  /** The form to fill in, unless the answer is a message. */
  readonly modal: Modal | undefined;
  /** The message as it is at this moment. Throws a Mistake when the answer is a form. */
  readonly message: APIMessage;
  readonly ephemeral: boolean;
  /** Whether the first answer only said that more would come. */
  readonly deferred: boolean;
  readonly deleted: boolean;
  /** From the dispatch to the first answer, in milliseconds. */
  readonly latencyMs: number;
  readonly interactionId: string;
  /** The message once it has its content: at once, or when a deferred answer was edited. */
  final(withinMs?: number): Promise<APIMessage>;
  /** The next edit that was not yet handed out; each is handed out once, in order. */
  nextEdit(withinMs?: number): Promise<APIMessage>;
  /** The next follow-up that was not yet handed out. */
  nextFollowUp(withinMs?: number): Promise<APIMessage>;
};

/** Returns the view that a person has of an answer. */
export function newAnswer({ first, interaction, latencyMs }: Answered): Answer {
  if (first.kind === 'choices') throw new TypeError('Choices are no message');
  if (first.kind === 'modal') return newForm(interaction, first.modal, latencyMs);
  const { kind, deferred, stored } = first;
  let edits = countOf(stored.edits);
  let followUps = 0;
  const nextEdit = async (withinMs?: number) => {
    const place = edits++;
    return itemAt(stored.edits, place, 'an edit of the answer', withinMs);
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

/** An answer that is a form: it has no message, but follow-ups may come. */
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

async function followUpAt({ followUps }: Interaction, place: number, withinMs?: number): Promise<APIMessage> {
  const { message } = await itemAt(followUps, place, 'a follow-up', withinMs);
  return message;
}

/** Whether only one person sees a message. */
export function isEphemeral({ flags }: Pick<APIMessage, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
