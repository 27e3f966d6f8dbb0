import { PermissionFlagsBits as Bits, ApplicationFlags as Flags } from 'discord-api-types/v10';
import { z } from 'zod';
import { inviteUrl, postingRights } from '../lib/posting.ts';
import type { Shards } from '../lib/shards.ts';
import { Advice, judgeShards } from './checks.ts';
import type { Finding } from './finding.ts';
import type { DoctorText } from './text.ts';

const WAIT_MS = 10_000;
/** The bot measures its answers against Discord's clock; with a larger difference, in ms, they come too late. */
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
 * Checks the token and everything that depends on it. If the token cannot be used, the other checks are skipped. Returns the
 * application's id, if Discord says it.
 */
export async function* checkDiscord(
  { token, api, shards }: { token: string; api: string; shards: Shards | undefined },
  clock: () => number,
  text: DoctorText,
): AsyncGenerator<Finding, string | undefined> {
  if (!hasTokenShape(token)) {
    yield { check: 'token', level: 'bad', message: text.tokenShape };
    return undefined;
  }
  const get = (path: string) =>
    fetch(`${api}/v10${path}`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(WAIT_MS),
    });
  const requestedAt = clock();
  const response = await get('/applications/@me').catch(() => undefined);
  if (response === undefined) {
    yield { check: 'token', level: 'bad', message: text.discordUnreachable(new URL(api).host) };
    return undefined;
  }
  const clockFinding = judgeClock(
    { requestedAt, respondedAt: clock(), date: response.headers.get('date') },
    text,
  );
  const application = await parse(response, Application);
  if (application !== undefined) {
    yield { check: 'token', level: 'good', message: text.tokenGood(application.name, application.id) };
    yield judgeApplication(application, text);
    // Discord's first page of servers: 200.
    const servers = await get('/users/@me/guilds').catch(() => undefined);
    yield judgeServers(await parse(servers, Servers), application, text);
    const advice = await get('/gateway/bot').catch(() => undefined);
    yield judgeShards(await parse(advice, Advice), shards, text);
  } else {
    const message = response.status === 401 ? text.tokenRefused : text.discordError(response.status);
    yield { check: 'token', level: 'bad', message };
  }
  if (clockFinding !== undefined) yield clockFinding;
  return application?.id;
}

/** The body of a response; `undefined` if it is an error or not from Discord. */
async function parse<Value>(
  response: Response | undefined,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  return schema.safeParse(await response?.json().catch(() => undefined)).data;
}

/** Whether a text has three parts with dots between, of which the first is an application's id in base64. */
export function hasTokenShape(token: string): boolean {
  const [id = ''] = /^([\w-]+)\.[\w-]{4,}\.[\w-]{20,}$/u.exec(token)?.slice(1) ?? [];
  return /^\d{17,20}$/u.test(Buffer.from(id, 'base64url').toString());
}

const PRIVILEGED = [
  ['Presence', Flags.GatewayPresence | Flags.GatewayPresenceLimited],
  ['Server Members', Flags.GatewayGuildMembers | Flags.GatewayGuildMembersLimited],
  ['Message Content', Flags.GatewayMessageContent | Flags.GatewayMessageContentLimited],
] as const;

/** The bot needs no privileged intent, so an enabled one is only a risk. */
export function judgeApplication({ flags, bot_require_code_grant }: Application, text: DoctorText): Finding {
  if (bot_require_code_grant) return { check: 'intents', level: 'bad', message: text.codeGrant };
  const enabled = PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  return enabled.length === 0
    ? { check: 'intents', level: 'good', message: text.intentsGood }
    : { check: 'intents', level: 'warning', message: text.intentsUnneeded(enabled.join(', ')) };
}

function judgeServers(
  servers: z.infer<typeof Servers> | undefined,
  { id }: Application,
  text: DoctorText,
): Finding {
  if (servers === undefined) return { check: 'permissions', level: 'warning', message: text.serversUnknown };
  if (servers.length === 0)
    return { check: 'permissions', level: 'warning', message: text.noServer(inviteUrl(id)) };
  const missing = servers.flatMap(({ name, permissions }) => {
    const has = (bit: bigint) => (BigInt(permissions) & bit) !== 0n;
    const rights = postingRights.filter(([, bit]) => !has(bit) && !has(Bits.Administrator));
    return rights.length === 0 ? [] : [`${name} (${rights.map(([right]) => right).join(', ')})`];
  });
  return missing.length === 0
    ? { check: 'permissions', level: 'good', message: text.permissionsGood(servers.length) }
    : { check: 'permissions', level: 'warning', message: text.permissionsMissing(missing.join('; ')) };
}

/** Discord's Date has whole seconds and was written between request and response: only a certain difference counts. */
export function judgeClock(
  { requestedAt, respondedAt, date }: { requestedAt: number; respondedAt: number; date: string | null },
  text: DoctorText,
): Finding | undefined {
  const from = Date.parse(date ?? '');
  if (Number.isNaN(from)) return undefined;
  const ahead = requestedAt - (from + 1000);
  const behind = from - respondedAt;
  const difference = Math.max(ahead, behind);
  if (difference <= CLOCK_OFF_MS) return { check: 'clock', level: 'good', message: text.clockGood };
  const seconds = Math.round(difference / 1000);
  return { check: 'clock', level: 'bad', message: text.clockOff(seconds, ahead > behind) };
}
