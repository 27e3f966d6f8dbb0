import type { PageAction, PageEvent, PageResponse } from '../page-server/protocol.ts';
import type { MistakeKind } from '../people/mistake.ts';

const RETRY_MS = 1000;

/** Why something was not done: the person's own slip, or no answer. */
export class Refusal extends Error {
  readonly mistake: { kind: MistakeKind; about: string; detail: string } | undefined;

  constructor(mistake?: Refusal['mistake']) {
    super(mistake?.kind ?? 'no answer');
    this.mistake = mistake;
  }
}

export type Connection = {
  /** Asks for something and resolves with the answer; rejects with a Refusal. */
  request<T>(action: PageAction): Promise<T>;
};

export type Listeners = { opened(): void; closed(): void; told(told: PageEvent): void };

type Waiting = { resolve: (value: never) => void; reject: (reason: Refusal) => void };

/** Connects to the server that the page came from, and again whenever the connection is lost. */
export function connect(address: string, { opened, closed, told }: Listeners): Connection {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let socket = open();

  function open(): WebSocket {
    const made = new WebSocket(address);
    made.addEventListener('open', opened);
    made.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
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

  function hear(message: PageEvent | PageResponse): void {
    if ('event' in message) {
      told(message);
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
