import { gatewayUrl } from '../gateway/connect.ts';
import { channelJson, guildJson, isMember, memberOf } from '../guild.ts';
import { membersOf } from '../guild-changes.ts';
import type { Guild } from '../places.ts';
import type { Starts, World } from '../world.ts';
import { channelWith, guildWith } from './access.ts';
import { apiErrors } from './api-error.ts';
import type { Route } from './route.ts';

const application = ({ bot }: World) => ({
  id: bot.id,
  name: bot.global_name,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  bot,
  verify_key: '0'.repeat(64),
  flags: 0,
  integration_types_config: { 0: {}, 1: {} },
  summary: '',
  team: null,
});

const partialGuild = ({ id, name, botMay }: Guild) => ({
  id,
  name,
  icon: null,
  banner: null,
  owner: false,
  permissions: String(botMay),
  features: [],
});

const STARTS_A_DAY = 1000;

const startsJson = ({ shards, concurrency, count }: Starts) => ({
  shards,
  session_start_limit: {
    total: STARTS_A_DAY,
    remaining: Math.max(0, STARTS_A_DAY - count),
    reset_after: 86_400_000,
    max_concurrency: concurrency,
  },
});

/** Who the bot is and where: applications, users, guilds, members, channels, the gateway's address. */
export const aboutRoutes: Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    open: true,
    handle: ({ world }) => ({ json: { url: gatewayUrl(world) } }),
  },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: ({ world }) => ({ json: { url: gatewayUrl(world), ...startsJson(world.starts) } }),
  },
  { method: 'GET', path: '/applications/@me', handle: ({ world }) => ({ json: application(world) }) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: ({ world }) => ({ json: application(world) }) },
  { method: 'GET', path: '/users/@me', handle: ({ world }) => ({ json: world.bot }) },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    handle: ({ world }) => ({ json: world.guilds.filter(isMember).map(partialGuild) }),
  },
  {
    method: 'GET',
    path: '/users/:user',
    handle: ({ world, params: { user = '' } }) => {
      const json = user === world.bot.id ? world.bot : world.people.get(user)?.user;
      if (!json) throw apiErrors.unknownUser();
      return { json };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild',
    handle: ({ world, params }) => {
      const guild = guildWith(world, params.guild);
      return { json: guildJson(guild, membersOf(world, guild), world.bot, world.furniture) };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle: ({ world, params }) => ({ json: guildWith(world, params.guild).channels.map(channelJson) }),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    handle: ({ world, params: { guild, user } }) => {
      const member = membersOf(world, guildWith(world, guild)).find((one) => one.user.id === user);
      if (!member) throw apiErrors.unknownMember();
      return { json: memberOf(member) };
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: ({ world, params }) => ({ json: channelJson(channelWith(world, params.channel)) }),
  },
];
