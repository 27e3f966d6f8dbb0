import { gatewayUrl } from '../gateway/connect.ts';
import { channelJson, guildJson, isMember, memberOf } from '../guild.ts';
import { membersOf } from '../guild-changes.ts';
import type { Guild } from '../places.ts';
import type { DiscordState, IdentifyLimits } from '../state.ts';
import { channelWith, guildWith } from './access.ts';
import { apiErrors } from './api-error.ts';
import type { Route } from './route.ts';

const application = ({ bot }: DiscordState) => ({
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

const partialGuild = ({ id, name, botPermissions }: Guild) => ({
  id,
  name,
  icon: null,
  banner: null,
  owner: false,
  permissions: String(botPermissions),
  features: [],
});

export const IDENTIFIES_A_DAY = 1000;

const gatewayLimits = ({ shards, concurrency, count }: IdentifyLimits) => ({
  shards,
  session_start_limit: {
    total: IDENTIFIES_A_DAY,
    remaining: Math.max(0, IDENTIFIES_A_DAY - count),
    reset_after: 86_400_000,
    max_concurrency: concurrency,
  },
});

/** Read-only routes: application, users, guilds, members, channels, the gateway's address. */
export const aboutRoutes: Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    open: true,
    handle: ({ state }) => ({ json: { url: gatewayUrl(state) } }),
  },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: ({ state }) => ({ json: { url: gatewayUrl(state), ...gatewayLimits(state.identifyLimits) } }),
  },
  { method: 'GET', path: '/applications/@me', handle: ({ state }) => ({ json: application(state) }) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: ({ state }) => ({ json: application(state) }) },
  { method: 'GET', path: '/users/@me', handle: ({ state }) => ({ json: state.bot }) },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    handle: ({ state }) => ({ json: state.guilds.filter(isMember).map(partialGuild) }),
  },
  {
    method: 'GET',
    path: '/users/:user',
    handle: ({ state, params: { user = '' } }) => {
      const json = user === state.bot.id ? state.bot : state.people.get(user)?.user;
      if (!json) throw apiErrors.unknownUser();
      return { json };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild',
    handle: ({ state, params }) => {
      const guild = guildWith(state, params.guild);
      return { json: guildJson(guild, membersOf(state, guild), state.bot, state.filler) };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle: ({ state, params }) => ({ json: guildWith(state, params.guild).channels.map(channelJson) }),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    handle: ({ state, params: { guild, user } }) => {
      const member = membersOf(state, guildWith(state, guild)).find((one) => one.user.id === user);
      if (!member) throw apiErrors.unknownMember();
      return { json: memberOf(member) };
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: ({ state, params }) => ({ json: channelJson(channelWith(state, params.channel)) }),
  },
];
