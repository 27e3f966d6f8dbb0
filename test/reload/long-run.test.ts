import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#local-discord';
import { newFolder } from '../etl/raw-files.ts';
import { afterTest } from '../support/endings.ts';
import { openDiscord } from '../support/test-bot.ts';
import { peopleOf, read, reloadStages, told, uses } from './stage.ts';

const { published, copied, stage } = await reloadStages();
const { before } = published;

/** The process of the ETL, which the folder it works in names, as soon as there is one. */
async function etlProcess(folder: string): Promise<number> {
  const find = () => readdirSync(folder).flatMap((name) => /^\.staging-(\d+)-/u.exec(name)?.[1] ?? []);
  await expect.poll(find).toHaveLength(1);
  return Number(find()[0]);
}

/** Asks for the data anew and holds the process of the ETL; `goOn` lets it go on. */
async function askAndHold({ ana, folder }: Awaited<ReturnType<typeof stage>>) {
  const shown = await ana.command('recargar aplicar');
  const pid = await etlProcess(folder);
  process.kill(pid, 'SIGSTOP');
  afterTest(() => spawnSync('kill', ['-KILL', String(pid)]));
  return { shown, pid, goOn: () => process.kill(pid, 'SIGCONT') };
}

const said = ({ message }: Answer) => message.embeds[0]?.description ?? '';

/** The edits of an answer that were not seen yet, up to the first that fits. */
async function edited(answer: Answer, fits: (text: string) => boolean): Promise<string[]> {
  const seen: string[] = [];
  do {
    const { embeds } = await answer.nextEdit();
    seen.push(embeds[0]?.description ?? '');
  } while (!fits(seen.at(-1) ?? ''));
  return seen;
}

const secondsOf = (text: string) => Number(/(\d+) s(?:\n|$)/u.exec(text)?.[1] ?? 0);
const percentOf = (text: string) => Number(/\*\*(\d+)%/u.exec(text)?.[1] ?? 0);

const UNDER_WAY = /\*\*\d+%\*\* · .+ · \d+ s/u;

describe('/recargar aplicar without a version', () => {
  it('that takes more than 12 s shows its steps, then what would change, and the button works', async () => {
    const live = await stage();
    const { ana, eva, reload, state, logged } = live;
    const { shown, goOn } = await askAndHold(live);
    expect(shown.deferred).toBe(true);
    const edits = await edited(shown, (text) => secondsOf(text) > 12);
    const last = edits.at(-1) ?? '';
    expect(edits.length).toBeLessThanOrEqual((secondsOf(last) + 1) / 2.5);
    expect(last).toMatch(
      /^`█*░+` \*\*\d+%\*\* · (arrancando|(leyendo|armando|calculando|preparando) .+) · \d+ s\nAl terminar te muestro/u,
    );
    expect(await told(eva.command('reload view'))).toMatch(
      new RegExp(`Last run of the ETL: Under way: ${UNDER_WAY.source}`, 'u'),
    );
    const second = await eva.command('reload apply');
    expect([second.ephemeral, await read(second)]).toEqual([
      true,
      expect.stringMatching(
        new RegExp(`^A run of the ETL is under way already: ${UNDER_WAY.source}\\.$`, 'u'),
      ),
    ]);
    goOn();
    const later = await edited(shown, (text) => !UNDER_WAY.test(text) && !text.endsWith('…'));
    const percents = [...edits, ...later].filter((text) => UNDER_WAY.test(text)).map(percentOf);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    const text = await read(shown);
    expect(text).toContain('Películas: Nuevas: **1** · Alien (1979) | Se van: **1** · Heat (1995)');
    const [newest] = (await reload.status()).versions;
    expect(text).toContain(`De \`${before}\` a \`${newest?.name}\``);
    expect(state()).toEqual([before, before]);
    expect(await told(ana.press(shown, 'Cambiar los datos'))).toContain(
      `ahora respondo con \`${newest?.name}\``,
    );
    await expect
      .poll(() => uses(logged).map(({ command, outcome }) => [command, outcome]))
      .toEqual([
        ['recargar ver', 'answered'],
        ['recargar aplicar', 'refused'],
        ['recargar aplicar', 'answered'],
        ['recarga', 'answered'],
      ]);
  });

  it('past the 15 minutes of its answer posts a message of its own, and any operator may press', async () => {
    let ahead = 0;
    const discord = await openDiscord({ clock: () => Date.now() + ahead });
    const live = await stage({ discord });
    const { ana, eva, state } = live;
    const { goOn } = await askAndHold(live);
    ahead = 16 * 60_000;
    goOn();
    const posted = await ana.sees(({ components }) => (components ?? []).length > 0);
    expect(posted.interaction_metadata).toBeUndefined();
    expect(await told(eva.press(posted, 'Cambiar los datos'))).toMatch(/^Done: I now answer from/u);
    expect(state()[0]).not.toBe(before);
  });

  it('asked by two operators at once lets one in and tells the other in private', async () => {
    const { ana, eva } = await stage();
    const answers = await Promise.all([ana.command('recargar aplicar'), eva.command('reload apply')]);
    expect(answers.map(({ ephemeral }) => ephemeral).sort()).toEqual([false, true]);
    const texts = await Promise.all(answers.map(read));
    expect(texts.filter((text) => /^(¿Cambio|Shall I change)/u.test(text))).toHaveLength(1);
  });

  it('that fails says why, and `ver` still does, also after a restart', async () => {
    const { discord, ana, bot, folder, state } = await stage({ rawFolder: '/nowhere/at/all' });
    const reason = 'The folder /nowhere/at/all does not exist. Name the folder of the raw files with --from.';
    expect(await told(ana.command('recargar aplicar'))).toBe(
      `El ETL no terminó; sigo con \`${before}\`. Motivo: \`${reason}\``,
    );
    const failure = new RegExp(`La que empezó el .+ UTC no terminó: \`${reason}\``, 'u');
    expect(await told(ana.command('recargar ver'))).toMatch(failure);
    expect(state()).toEqual([before, before]);
    await bot.stop();
    const again = await stage({ discord, folder });
    expect(await told(again.ana.command('recargar ver'))).toMatch(failure);
  });

  it('whose process the system ends says so', async () => {
    const live = await stage();
    const { shown, pid } = await askAndHold(live);
    process.kill(pid, 'SIGKILL');
    expect(await read(shown)).toBe(
      `El sistema cerró el ETL antes de que terminara (SIGKILL); suele ser por falta de memoria. Sigo con \`${before}\`.`,
    );
    expect(await told(live.eva.command('reload view'))).toMatch(
      /The one begun on .+ UTC was ended by the system \(SIGKILL\)/u,
    );
  });

  it('ends with the bot, which says so before it leaves, though the ETL hears no signal', async () => {
    const live = await stage();
    const { shown, pid } = await askAndHold(live);
    await live.bot.stop();
    expect(said(shown)).toBe('El ETL se detuvo porque me voy. Nada cambió.');
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    const again = await stage({ discord: live.discord, folder: live.folder });
    expect(await told(again.ana.command('recargar ver'))).toMatch(
      /La que empezó el .+ UTC se detuvo antes de terminar\./u,
    );
  });

  it('cut off by a kill says so in its answer once the bot is back, and `ver` knows it', async () => {
    const discord = await openDiscord();
    const [guild] = discord.guilds;
    const { ana, eva } = peopleOf(discord);
    const [folder, stateFolder] = [copied(), newFolder()];
    const start = () => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'bin/bot.ts'], {
        env: {
          ...process.env,
          DISCORD_TOKEN: discord.token,
          DISCORD_API: discord.api,
          ADMIN_IDS: `${ana.id},${eva.id}`,
          ADMIN_GUILD_ID: guild?.id,
          PARQUET_DIR: folder,
          STATE_DIR: stateFolder,
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      afterTest(() => child.kill('SIGKILL'));
      const says = async (text: string) => {
        for await (const line of createInterface({ input: child.stdout })) if (line.includes(text)) return;
      };
      return { child, says };
    };
    const first = start();
    await first.says('"msg":"ready"');
    const shown = await ana.command('recargar aplicar');
    const pid = await etlProcess(folder);
    first.child.kill('SIGKILL');
    await start().says('"msg":"ready"');
    await expect
      .poll(() => said(shown))
      .toBe('Me reinicié a la mitad y esto quedó sin terminar. Pídemelo otra vez.');
    expect(await told(eva.command('reload view'))).toMatch(
      /The one begun on .+ UTC was cut off: I was restarted halfway\./u,
    );
    // The ETL does not outlive the bot that asked for it.
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  });
});
