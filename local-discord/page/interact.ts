import type { APIMessage } from 'discord-api-types/v10';
import type { Outcome, PageAction } from '../page-server/protocol.ts';
import { type Language, mistakeText } from '../people/mistake-text.ts';
import { type Connection, Refusal } from './connection.ts';
import { element } from './element.ts';
import type { Feed } from './feed.ts';
import { openModal } from './modal.ts';
import type { Value } from './option-field.ts';
import type { PageText } from './text.ts';

type Parts = {
  request: Connection['request'];
  language: Language;
  t: PageText;
  nameOf: (id: string) => string | undefined;
  feed: () => Feed;
};

/** Actions that the bot must answer. Its messages arrive as events; these functions handle forms and missing answers. */
export type Interactions = {
  press(message: APIMessage, customId: string): void;
  choose(message: APIMessage, customId: string, values: string[]): void;
  /** Sends a command. Resolves with the invalid option and the reason if Discord's client would not send it. */
  send(name: string, options: Record<string, Value>): Promise<{ about: string; why: string } | undefined>;
};

export function newInteractions({ request, language, t, nameOf, feed }: Parts): Interactions {
  return {
    press: (message, customId) => void use(message, { do: 'press', message: placeOf(message), customId }),
    choose: (message, customId, values) =>
      void use(message, { do: 'choose', message: placeOf(message), customId, values }),
    send,
  };

  /** Runs an action on a message. The message ignores further clicks until the bot answers. */
  async function use(message: APIMessage, action: PageAction): Promise<void> {
    if (!feed().busy(message.id, true)) return;
    try {
      settle(await request<Outcome>(action));
    } catch (error) {
      feed().fail(message.id, explain(error, t.interactionFailed));
    } finally {
      feed().busy(message.id, false);
    }
  }

  async function send(name: string, options: Record<string, Value>) {
    const dots = element('span', { class: 'dots', 'aria-hidden': 'true' });
    const removeNote = feed().note(element('div', { class: 'sending' }, dots, `/${name} · ${t.sending}`));
    try {
      settle(await request<Outcome>({ do: 'command', name, options }));
    } catch (error) {
      const about = error instanceof Refusal ? error.mistake?.about : undefined;
      if (about !== undefined) return { about, why: explain(error, '') };
      showNoAnswer(name);
    } finally {
      removeNote();
    }
    return undefined;
  }

  function showNoAnswer(name: string): void {
    const line = element('div', { class: 'sending failed', role: 'alert' }, `/${name} · ${t.noAnswer} `);
    const removeNote = feed().note(line);
    line.append(element('button', { type: 'button', class: 'as-link', onclick: removeNote }, t.dismiss));
  }

  /** Opens a form; all other answers arrive as messages. */
  function settle({ kind, modal, interaction }: Outcome): void {
    if (kind !== 'modal' || !modal) return;
    openModal(modal, {
      t,
      writing: { language, nameOf },
      submit: async (values) => {
        try {
          settle(await request<Outcome>({ do: 'submit', interaction, values }));
          return undefined;
        } catch (error) {
          return explain(error, t.formFailed);
        }
      },
    });
  }

  function explain(error: unknown, otherwise: string): string {
    if (!(error instanceof Refusal)) throw error;
    const { mistake } = error;
    return mistake ? mistakeText[language][mistake.kind](mistake.about, mistake.detail) : otherwise;
  }
}

/** Returns the ids that identify a message to the server. */
export const placeOf = ({ id, channel_id }: APIMessage) => ({ id, channel_id });
