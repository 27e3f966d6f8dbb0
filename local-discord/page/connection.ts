import type { PageAction, PageEvent, PageResponse } from '../page-server/protocol.ts';
import type { MistakeKind } from '../people/mistake.ts';

const RETRY_MS = 1000;

/** The server refused an action: a Mistake of the person, or no answer from the bot. */
export class Refusal extends Error {
  readonly mistake: { kind: MistakeKind; about: string; detail: string } | undefined;

  constructor(mistake?: Refusal['mistake']) {
    super(mistake?.kind ?? 'no answer');
    this.mistake = mistake;
  }
}

export type Connection = {
  /** Sends an action. Resolves with its result; rejects with a Refusal. */
  request<T>(action: PageAction): Promise<T>;
};

export type Listeners = { opened(): void; closed(): void; received(event: PageEvent): void };

type Waiting = { resolve: (value: never) => void; reject: (reason: Refusal) => void };

/** Connects to the page's server, and reconnects whenever the connection is lost. */
export function connect(address: string, { opened, closed, received }: Listeners): Connection {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let socket = open();

  function open(): WebSocket {
    const made = new WebSocket(address);
    made.addEventListener('open', opened);
    made.addEventListener('message', ({ data }) => receive(JSON.parse(data)));
    made.addEventListener('close', () => {
      for (const { reject } of waiting.values()) reject(new Refusal());
      waiting.clear();
      closed();
      setTimeout(() => {
        socket = open();
      }, RETRY_MS);
    });
    return made;
  }

  function receive(message: PageEvent | PageResponse): void {
    if ('event' in message) {
      received(message);
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if ('ok' in message) one?.resolve(message.ok as never);
    else one?.reject(new Refusal('mistake' in message ? message.mistake : undefined));
  }

  return {
    request: <T>(action: PageAction) =>
      new Promise<T>((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Refusal());
        const id = ++count;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, action }));
      }),
  };
}
