import { expect, it } from 'vitest';
import { describeUnknown, variables } from '../../src/lib/config.ts';

it.each([
  ['ADMIN_ID', 'ADMIN_IDS'],
  ['DISCORD_TOKN', 'DISCORD_TOKEN'],
  ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
  ['Port', 'PORT'],
  ['ADMIN_GUILD', 'ADMIN_GUILD_ID'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['parquet-dir', 'PARQUET_DIR'],
  ['TRUSTED_PROXY', 'TRUST_PROXY'],
  ['SHARD', 'SHARDS'],
])('the unknown variable %s is reported with %s', (name, similar) => {
  expect(describeUnknown({ [name]: 'x', [similar]: '' }, variables)?.en).toBe(
    `The environment (or .env) has variables that Filmoteca does not know and ignores: ${name} (${similar}?). .env.example lists those it reads.`,
  );
});

it('several unknown variables are reported in one line', () => {
  expect(describeUnknown({ ADMIN_ID: '', HOSTS: '' }, variables)?.en).toContain(
    'ADMIN_ID (ADMIN_IDS?), HOSTS (HOST?)',
  );
});

it('the variables of other programs are not reported, nor a similar one if the known one is set too', () => {
  const otherPrograms = `PATH HOME HOSTNAME SHELL TERM LANG PWD USER LOGNAME MAIL EDITOR PAGER TZ CI NODE_ENV NODE_OPTIONS
    STATE_DIRECTORY RUNTIME_DIRECTORY CACHE_DIRECTORY POSTGRES_PASSWORD POSTGRES_PORT TEST_DATABASE_URL HTTP_PROXY NO_PROXY
    https_proxy npm_config_loglevel npm_package_name XDG_RUNTIME_DIR XDG_STATE_HOME KUBERNETES_PORT RENDER DEBUG COLORTERM
    SSH_TTY OLDPWD SHLVL DISPLAY PS1 TMPDIR HOSTTYPE GROUPS UID`;
  const environment = Object.fromEntries(otherPrograms.split(/\s+/u).map((name) => [name, 'x']));
  expect(describeUnknown(environment, variables)).toBeUndefined();
  expect(describeUnknown({ Port: '8080', PORT: '8080' }, variables)).toBeUndefined();
});
