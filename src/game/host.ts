/** How long people can choose a team before the first question, in ms. */
const LOBBY_MS = 60_000;
/** How long a game waits for its host before it goes on by itself, in ms. `leaseDueGames` allows no longer wait. */
export const HOST_WAIT_MS = 5 * 60_000;

/** The facts that decide whether and how long a game waits for the person who started it. */
export interface HostedGame {
  readonly host: 0 | 1;
  readonly started_by: string;
  readonly round: number;
  readonly called_round: number;
}

/** Whether the next question opens only once the host calls it. */
export const awaitsHost = ({
  host,
  started_by: startedBy,
  round,
  called_round: called,
}: HostedGame): boolean => host === 1 && startedBy !== '' && called <= round;

/** A game before its first question. */
interface NewRoom extends Pick<HostedGame, 'host'> {
  /** Null if everybody plays for themselves. */
  readonly teams: string | null;
  /** In seconds. */
  readonly pause: number;
  readonly called_round?: number;
}

/** The wait before the first question, in ms, unless the starter ends it: a room waits for its host, teams form. */
export function firstWait({ host, teams, pause, called_round: called = 0 }: NewRoom): number {
  if (called > 0) return 0;
  if (host === 1) return HOST_WAIT_MS;
  return teams === null ? pause * 1000 : LOBBY_MS;
}
