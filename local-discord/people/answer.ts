import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { countOf, itemAt } from '../history.ts';
import type { Answered } from '../interactions.ts';

/** The bot's answer to what a person did, as it is now and as it changes. */
export type Answer = {
  /** `message`: a message of its own; `update`: the message whose component was used changes. */
  readonly kind: 'message' | 'update';
  /** The message as it is at this moment. */
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
    nextFollowUp: async (withinMs) => {
      const place = followUps++;
      const { message } = await itemAt(interaction.followUps, place, 'a follow-up', withinMs);
      return message;
    },
  };
}

/** Whether only one person sees a message. */
export function isEphemeral({ flags }: Pick<APIMessage, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
