import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '#local-discord';
import { hasTokenShape, judgeApplication, judgeClock } from '../../src/doctor/check-discord.ts';
import { judgeShards } from '../../src/doctor/checks.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { doctorText } from '../../src/doctor/text.ts';
import { lockState } from '../../src/store/state-lock.ts';
import { openStore } from '../../src/store/store.ts';
import { openHttp } from '../support/http.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'filmoteca-doctor-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openDiscord(): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ botName: 'Filmoteca', guildName: 'Filmoteca' });
  undo.push(() => discord.close());
  return discord;
}

const plentyOfSpace = { clock: Date.now, freeBytes: async () => 20e9 };

/** All findings, with a healthy sample and store unless the environment says otherwise. */
async function findings(environment: Record<string, string>, effects = plentyOfSpace): Promise<Finding[]> {
  const healthy = { PARQUET_DIR: inject('sampleParquet'), STATE_DIR: newFolder(), PAGE_PORT: '0' };
  const found: Finding[] = [];
  for await (const one of examine({ ...healthy, ...environment }, effects, doctorText.es)) found.push(one);
  return found;
}

const at = (discord: LocalDiscord) => ({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
const levels = (found: Finding[]) => found.map(({ check, level }) => `${check} ${level}`);
const only = (found: Finding[], check: string) => found.find((one) => one.check === check);

describe('npm run doctor', () => {
  it('reports every check as good', async () => {
    const discord = await openDiscord();
    const found = await findings(at(discord));
    expect(levels(found)).toEqual([
      'token good',
      'intents good',
      'permissions good',
      'shards good',
      'clock good',
      'data good',
      'store good',
      'disk good',
      'process good',
    ]);
    expect(only(found, 'token')?.message).toBe(
      `Discord lo acepta: Filmoteca, aplicación ${discord.applicationId}.`,
    );
    expect(only(found, 'data')?.message).toMatch(
      /^Versión \d{8}T\d{6}Z-[0-9a-f]{6}, 392 películas, publicada hoy;/u,
    );
  });

  it('as a program prints one line a check in the chosen language, without secrets, and exits with 1', async () => {
    const token = `${Buffer.from('1000000000000000009').toString('base64url')}.abcdef.${'x'.repeat(38)}`;
    const discord = await openDiscord();
    const environment = {
      PATH: process.env.PATH,
      LANG: 'en_GB.UTF-8',
      DISCORD_TOKEN: token,
      DISCORD_API: discord.api,
      PARQUET_DIR: inject('sampleParquet'),
      DATABASE_URL: 'postgres://someone:quiet-password@127.0.0.1:1/nothing',
    };
    const { code, output } = await new Promise<{ code: ChildProcess['exitCode']; output: string }>(
      (resolve) => {
        const words = ['bin/run.mjs', 'bin/doctor.ts'];
        const child = execFile(process.execPath, words, { env: environment }, (_, stdout, stderr) =>
          resolve({ code: child.exitCode, output: stdout + stderr }),
        );
      },
    );
    expect(code).toBe(1);
    expect(
      output
        .replace(/\d{8}T\d{6}Z-\w+/u, 'V')
        .replace(/^. disk .*$/mu, 'DISK')
        .split('\n'),
    ).toEqual([
      '✗ token       Discord refuses DISCORD_TOKEN. Copy it again from the portal: your application, Bot, Reset Token.',
      "✓ clock       It agrees with Discord's.",
      '✓ data        Version V, 392 films, published today; every table can be read.',
      '✗ store       The store 127.0.0.1:1/nothing cannot be opened: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL and that PostgreSQL is running.',
      'DISK',
      '',
      'The bot cannot run like this: fix the lines with “✗”.',
      '',
    ]);
  });

  it('recognises a text that is not a token, and does not send it to Discord', async () => {
    const discord = await openDiscord();
    expect(hasTokenShape(discord.token)).toBe(true);
    const secret = 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz';
    const found = await findings({ ...at(discord), DISCORD_TOKEN: secret });
    expect(levels(found)).toEqual(['token bad', 'data good', 'store good', 'disk good', 'process good']);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it('says that Discord is unreachable, and runs the other checks', async () => {
    const discord = await openDiscord();
    await discord.close();
    undo.pop();
    const found = await findings(at(discord));
    expect(levels(found)).toEqual(['token bad', 'data good', 'store good', 'disk good', 'process good']);
    expect(found[0]?.message).toBe(
      `No hay conexión con ${new URL(discord.url).host}. Revisa la red, el cortafuegos y DISCORD_API.`,
    );
  });

  it.each([
    [503, '{}'],
    [200, '<html>Log in to this network</html>'],
  ])('says that a response of %s %s is not from Discord', async (status, body) => {
    const server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
    undo.push(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const discord = await openDiscord();
    const found = await findings({ ...at(discord), DISCORD_API: `http://127.0.0.1:${port}/api` });
    expect(levels(found).slice(0, 2)).toEqual(['token bad', 'clock good']);
    expect(found[0]?.message).toContain(`Discord respondió ${status}.`);
  });

  it('names the servers with missing permissions, and gives an invite link if there is no server', async () => {
    const discord = await openDiscord();
    const [guild] = discord.guilds;
    if (guild === undefined) throw new Error('no guild');
    guild.botPermissions = Bits.ViewChannel | Bits.EmbedLinks;
    const missing = only(await findings(at(discord)), 'permissions');
    expect(missing?.level).toBe('warning');
    expect(missing?.message).toContain('Filmoteca (Send Messages)');
    guild.botPermissions = Bits.Administrator;
    expect(only(await findings(at(discord)), 'permissions')?.level).toBe('good');
    discord.changes.remove(guild);
    expect(only(await findings(at(discord)), 'permissions')?.message).toBe(
      `No está en ningún servidor. Invítala: https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=19456`,
    );
  });

  it('warns of needless intents, and of an application that cannot be invited', () => {
    const application = { id: '1', name: 'F', flags: (1 << 19) | (1 << 14), bot_require_code_grant: false };
    expect(judgeApplication(application, doctorText.en)).toEqual({
      check: 'intents',
      level: 'warning',
      message:
        'Enabled without need: Server Members, Message Content. Disable them in the portal: Bot, Privileged Gateway Intents.',
    });
    expect(judgeApplication({ ...application, bot_require_code_grant: true }, doctorText.en).level).toBe(
      'bad',
    );
  });

  it('compares the shards of the process with what Discord recommends and still allows', async () => {
    const discord = await openDiscord();
    const found = await findings({ ...at(discord), SHARDS: '0/1' });
    expect(only(found, 'shards')?.message).toBe(
      'Este proceso los lleva todos (1), y hoy puede iniciar 1000 más.',
    );
    const advice = { shards: 20, session_start_limit: { remaining: 3 } };
    const judge = (ids: number[], count: number) => {
      const { level, message } = judgeShards(advice, { ids, count }, doctorText.en);
      return `${level}: ${message.split(/[.,]/u)[0]}`;
    };
    expect([judge([0, 1, 2], 8), judge([0, 1, 2], 7), judge([0, 1, 2, 3], 8)]).toEqual([
      'good: This process has 3 of 8 shards',
      'bad: SHARDS says that there are 7',
      'bad: Only 3 more shards may be started today and 4 are needed',
    ]);
    expect(judgeShards(undefined, undefined, doctorText.en).level).toBe('warning');
  });

  it('finds a clock that is ahead or behind by more than a second', () => {
    const date = 'Thu, 26 Nov 2026 12:00:00 GMT';
    const noon = Date.parse(date);
    const judge = (requested: number, responded: number) =>
      judgeClock({ requestedAt: noon + requested, respondedAt: noon + responded, date }, doctorText.en);
    expect(judge(-900, 100)?.level).toBe('good');
    expect(judge(1900, 2500)?.level).toBe('good');
    expect(judge(61_000, 61_200)?.message).toContain('60 s ahead');
    expect(judge(-3500, -3000)?.message).toContain('3 s behind');
    expect(judgeClock({ requestedAt: 0, respondedAt: 0, date: null }, doctorText.en)).toBeUndefined();
  });

  it('without data says how to publish some; with a truncated table or a missing version says which', async () => {
    const empty = newFolder();
    expect(only(await findings({ PARQUET_DIR: empty }), 'data')).toMatchObject({ level: 'warning' });
    const broken = newFolder();
    cpSync(inject('sampleParquet'), broken, { recursive: true });
    const version = readFileSync(join(broken, 'current'), 'utf8').trim();
    truncateSync(join(broken, version, 'people.parquet'), 500);
    const cut = only(await findings({ PARQUET_DIR: broken }), 'data');
    expect(cut?.level).toBe('bad');
    expect(cut?.message).toContain('people.parquet');
    writeFileSync(join(broken, 'current'), 'gone\n');
    expect(only(await findings({ PARQUET_DIR: broken }), 'data')?.message).toContain('gone');
  });

  it('says that the store cannot be opened, and warns of a nearly full disk', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const found = await findings({ STATE_DIR: file }, { ...plentyOfSpace, freeBytes: async () => 5e8 });
    expect(only(found, 'store')?.message).toContain('No se puede abrir el almacén');
    expect(levels(found).slice(-3, -1)).toEqual(['store bad', 'disk warning']);
    const full = await findings({}, { ...plentyOfSpace, freeBytes: async () => 1e7 });
    expect(only(full, 'disk')?.level).toBe('bad');
  });

  it('says to which application the store belongs, and that another one may not use it', async () => {
    const discord = await openDiscord();
    const state = newFolder();
    const file = join(state, 'filmoteca.db');
    const claimed = async (id: string) => {
      const store = await openStore({ file });
      await store.claimOwnership(id);
      await store.close();
      return only(await findings({ ...at(discord), STATE_DIR: state }), 'store');
    };
    const fresh = only(await findings({ ...at(discord), STATE_DIR: state }), 'store');
    expect(fresh?.message).toMatch(/; será de la aplicación que la use primero\.$/u);
    expect(await claimed('100000000000000099')).toEqual({
      check: 'store',
      level: 'bad',
      message: `${file} es de la aplicación 100000000000000099, y DISCORD_TOKEN es de la ${discord.applicationId}. Pon el token de la 100000000000000099, o dale a esta un almacén propio (STATE_DIR o DATABASE_URL).`,
    });
  });

  it('says which process has locked the folder and whether the ports are free', async () => {
    const state = newFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    undo.push(() => taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const ask = async () => {
      const found = await findings({ STATE_DIR: state, PAGE_PORT: String(port), ADMIN_ID: '1' });
      return found.filter(({ check }) => ['environment', 'process', 'port'].includes(check));
    };
    const folder = join(state, 'local');
    expect((await ask()).map(({ level, message }) => `${level} ${message}`)).toEqual([
      expect.stringMatching(/^warning .+ ADMIN_ID \(ADMIN_IDS\?\)/u),
      `good Ningún otro proceso usa ${folder}.`,
      `warning PAGE_PORT: otro programa tiene 127.0.0.1:${port}. Si no es tu Filmoteca, elige otro PAGE_PORT.`,
    ]);
    const url = `http://127.0.0.1:${port}`;
    const lock = lockState(folder, url);
    undo.push(() => lock.release());
    expect((await ask()).slice(1).map(({ level, message }) => `${level} ${message}`)).toEqual([
      `good Ya hay una Filmoteca en marcha con ${folder} (proceso ${process.pid}), en ${url}: otra no puede empezar ahí.`,
      `good PAGE_PORT: en 127.0.0.1:${port} escucha la Filmoteca que ya está en marcha.`,
    ]);
  });

  it('asks a running bot at PORT which of its parts are down', async () => {
    const { url } = await openHttp();
    const found = await findings({ PORT: new URL(url).port });
    expect(found.filter(({ check }) => ['port', 'health'].includes(check))).toEqual([
      {
        check: 'port',
        level: 'good',
        message: expect.stringContaining('escucha la Filmoteca que ya está en marcha'),
      },
      {
        check: 'health',
        level: 'bad',
        message:
          'En la Filmoteca que ya está en marcha no responde: gateway. Se recupera sola; si no, mira su log.',
      },
    ]);
  });

  it('reports a wrong environment as npm start does', async () => {
    expect(await findings({ LOG_LEVEL: 'loud' })).toEqual([
      {
        check: 'environment',
        level: 'bad',
        message: expect.stringMatching(/^El entorno \(o \.env\) tiene errores: LOG_LEVEL /u),
      },
    ]);
  });
});
