import type { Fault } from '../fault.ts';
import { botKilled } from './bot-killed.ts';
import { clockStepped } from './clock-stepped.ts';
import { discordDown } from './discord-down.ts';
import { diskFull } from './disk-full.ts';
import { etlKilled } from './etl-killed.ts';
import { expiredToken } from './expired-token.ts';
import { dropped, invalidSession, lostSession, noAck, reconnect } from './gateway.ts';
import { hostile } from './hostile.ts';
import { interactions } from './interactions.ts';
import { outOfMemory } from './out-of-memory.ts';
import { parquetDamaged } from './parquet-damaged.ts';
import { postgresGone } from './postgres-gone.ts';
import { refusesAll, serverErrors, slow, tooManyRequests, unknownInteraction } from './rest.ts';
import { sqliteLocked } from './sqlite-locked.ts';

/** Every fault, in the order of the report. */
export const faults: readonly Fault[] = [
  dropped,
  reconnect,
  invalidSession,
  lostSession,
  noAck,
  tooManyRequests,
  serverErrors,
  slow,
  refusesAll,
  discordDown,
  expiredToken,
  unknownInteraction,
  sqliteLocked,
  postgresGone,
  diskFull,
  parquetDamaged,
  etlKilled,
  botKilled,
  clockStepped,
  outOfMemory,
  interactions,
  hostile,
];
