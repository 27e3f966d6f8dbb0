import { PermissionFlagsBits as Bits, ApplicationFlags as Flags } from 'discord-api-types/v10';
import { z } from 'zod';
import { postingBits, postingRights } from '../lib/posting.ts';
import type { Shards } from '../lib/shards.ts';
import { Advice, judgeShards } from './check-shards.ts';
import type { Finding } from './finding.ts';
import type { DoctorWords } from './text.ts';

const WAIT_MS = 10_000;
/** An answer in time is measured against Discord's clock: from here on a clock spoils it. */
const CLOCK_OFF_MS = 1000;

const Application = z.object({
  id: z.string(),
  name: z.string(),
  flags: z.number().default(0),
  bot_require_code_grant: z.boolean().default(false),
});
export type Application = z.infer<typeof Application>;

const Servers = z.array(z.object({ name: z.string(), permissions: z.string() }));

/**
 * Asks Discord about the token and all that hangs on it; what can no longer be asked is left out. Returns the
 * application's id, if Discord says it.
 */
export async function* checkDiscord(
  { token, api, shards }: { token: string; api: string; shards: Shards | undefined },
  clock: () => number,
  words: DoctorWords,
): AsyncGenerator<Finding, string | undefined> {
  if (!hasTokenShape(token)) {
    yield { check: 'token', level: 'bad', says: words.tokenShape };
    return undefined;
  }
  const ask = (path: string) =>
    fetch(`${api}/v10${path}`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(WAIT_MS),
    });
  const asked = clock();
  const answer = await ask('/applications/@me').catch(() => undefined);
  if (answer === undefined) {
    yield { check: 'token', level: 'bad', says: words.discordAway(new URL(api).host) };
    return undefined;
  }
  const clockFinding = judgeClock({ asked, answered: clock(), date: answer.headers.get('date') }, words);
  const application = await understand(answer, Application);
  if (application !== undefined) {
    yield { check: 'token', level: 'good', says: words.tokenGood(application.name, application.id) };
    yield judgeApplication(application, words);
    // The first 200 servers: Discord tells no more at once.
    const told = await ask('/users/@me/guilds').catch(() => undefined);
    yield judgeServers(await understand(told, Servers), application, words);
    const advised = await ask('/gateway/bot').catch(() => undefined);
    yield judgeShards(await understand(advised, Advice), shards, words);
  } else {
    const says = answer.status === 401 ? words.tokenRefused : words.discordOdd(answer.status);
    yield { check: 'token', level: 'bad', says };
  }
  if (clockFinding !== undefined) yield clockFinding;
  return application?.id;
}

/** What an answer holds; undefined when it is an error, or no answer of Discord's. */
async function understand<Value>(
  answer: Response | undefined,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  return schema.safeParse(await answer?.json().catch(() => undefined)).data;
}

/** Three parts with dots between; the first is the application's id in base64. */
export function hasTokenShape(token: string): boolean {
  const [id = ''] = /^([\w-]+)\.[\w-]{4,}\.[\w-]{20,}$/u.exec(token)?.slice(1) ?? [];
  return /^\d{17,20}$/u.test(Buffer.from(id, 'base64url').toString());
}

const PRIVILEGED = [
  ['Presence', Flags.GatewayPresence | Flags.GatewayPresenceLimited],
  ['Server Members', Flags.GatewayGuildMembers | Flags.GatewayGuildMembersLimited],
  ['Message Content', Flags.GatewayMessageContent | Flags.GatewayMessageContentLimited],
] as const;

/** The bot asks for no privileged intent, so one that is on is only a risk. */
export function judgeApplication(
  { flags, bot_require_code_grant }: Application,
  words: DoctorWords,
): Finding {
  if (bot_require_code_grant) return { check: 'intents', level: 'bad', says: words.codeGrant };
  const on = PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  return on.length === 0
    ? { check: 'intents', level: 'good', says: words.intentsGood }
    : { check: 'intents', level: 'warning', says: words.intentsNeedless(on.join(', ')) };
}

function judgeServers(
  servers: z.infer<typeof Servers> | undefined,
  { id }: Application,
  words: DoctorWords,
): Finding {
  const invite = `https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands&permissions=${postingBits}`;
  if (servers === undefined) return { check: 'permissions', level: 'warning', says: words.serversUntold };
  if (servers.length === 0) return { check: 'permissions', level: 'warning', says: words.noServer(invite) };
  const lacking = servers.flatMap(({ name, permissions }) => {
    const has = (bit: bigint) => (BigInt(permissions) & bit) !== 0n;
    const rights = postingRights.filter(([, bit]) => !has(bit) && !has(Bits.Administrator));
    return rights.length === 0 ? [] : [`${name} (${rights.map(([right]) => right).join(', ')})`];
  });
  return lacking.length === 0
    ? { check: 'permissions', level: 'good', says: words.permissionsGood(servers.length) }
    : { check: 'permissions', level: 'warning', says: words.permissionsLack(lacking.join('; ')) };
}

/** Discord's Date has whole seconds and was written between question and answer: only what is surely off counts. */
export function judgeClock(
  { asked, answered, date }: { asked: number; answered: number; date: string | null },
  words: DoctorWords,
): Finding | undefined {
  const from = Date.parse(date ?? '');
  if (Number.isNaN(from)) return undefined;
  const ahead = asked - (from + 1000);
  const behind = from - answered;
  const off = Math.max(ahead, behind);
  if (off <= CLOCK_OFF_MS) return { check: 'clock', level: 'good', says: words.clockGood };
  const seconds = Math.round(off / 1000);
  return { check: 'clock', level: 'bad', says: words.clockOff(seconds, ahead > behind) };
}
