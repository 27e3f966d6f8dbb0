import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { Answer } from '#local-discord';
import { newFolder } from '../etl/raw-files.ts';
import { afterTest } from '../support/endings.ts';
import { openDiscord } from '../support/test-bot.ts';
import { finalText, peopleOf, reloadBots, reloadLog } from './reload-bot.ts';

const { published, copyVersions, startReloadBot } = await reloadBots();
const { before } = published;

/** The id of the ETL's process, from the name of its staging folder, as soon as there is one. */
async function etlProcess(folder: string): Promise<number> {
  const find = () => readdirSync(folder).flatMap((name) => /^\.staging-(\d+)-/u.exec(name)?.[1] ?? []);
  await expect.poll(find).toHaveLength(1);
  return Number(find()[0]);
}

/** Starts a run of the ETL by /recargar and pauses its process; `resume` resumes it. */
async function startPausedRun({ ana, folder }: Awaited<ReturnType<typeof startReloadBot>>) {
  const shown = await ana.command('recargar aplicar');
  const pid = await etlProcess(folder);
  process.kill(pid, 'SIGSTOP');
  afterTest(() => spawnSync('kill', ['-KILL', String(pid)]));
  return { shown, pid, resume: () => process.kill(pid, 'SIGCONT') };
}

const textOf = ({ message }: Answer) => message.embeds[0]?.description ?? '';

/** The next edits of an answer, up to the first that matches. */
async function nextEdits(answer: Answer, matches: (text: string) => boolean): Promise<string[]> {
  const texts: string[] = [];
  do {
    const { embeds } = await answer.nextEdit();
    texts.push(embeds[0]?.description ?? '');
  } while (!matches(texts.at(-1) ?? ''));
  return texts;
}

const secondsOf = (text: string) => Number(/(\d+) s(?:\n|$)/u.exec(text)?.[1] ?? 0);
const percentOf = (text: string) => Number(/\*\*(\d+)%/u.exec(text)?.[1] ?? 0);

const UNDER_WAY = /\*\*\d+%\*\* · .+ · \d+ s/u;

describe('/recargar aplicar without a version', () => {
  it('that takes more than 12 s shows its steps, then what would change, and the button applies it', async () => {
    const bot = await startReloadBot();
    const { ana, eva, reload, state, logged } = bot;
    const { shown, resume } = await startPausedRun(bot);
    expect(shown.deferred).toBe(true);
    const edits = await nextEdits(shown, (text) => secondsOf(text) > 12);
    const last = edits.at(-1) ?? '';
    expect(edits.length).toBeLessThanOrEqual((secondsOf(last) + 1) / 2.5);
    expect(last).toMatch(
      /^`█*░+` \*\*\d+%\*\* · (arrancando|(leyendo|armando|calculando|preparando) .+) · \d+ s\nAl terminar te muestro/u,
    );
    expect(await finalText(eva.command('reload view'))).toMatch(
      new RegExp(`Last run of the ETL: Under way: ${UNDER_WAY.source}`, 'u'),
    );
    const second = await eva.command('reload apply');
    expect([second.ephemeral, await finalText(second)]).toEqual([
      true,
      expect.stringMatching(
        new RegExp(`^A run of the ETL is under way already: ${UNDER_WAY.source}\\.$`, 'u'),
      ),
    ]);
    resume();
    const later = await nextEdits(shown, (text) => !UNDER_WAY.test(text) && !text.endsWith('…'));
    const percents = [...edits, ...later].filter((text) => UNDER_WAY.test(text)).map(percentOf);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    const text = await finalText(shown);
    expect(text).toContain('Películas: Nuevas: **1** · Alien (1979) | Se van: **1** · Heat (1995)');
    const [newest] = (await reload.status()).versions;
    expect(text).toContain(`De \`${before}\` a \`${newest?.name}\``);
    expect(state()).toEqual([before, before]);
    expect(await finalText(ana.press(shown, 'Cambiar los datos'))).toContain(
      `ahora respondo con \`${newest?.name}\``,
    );
    await expect
      .poll(() => reloadLog(logged).map(({ command, outcome }) => [command, outcome]))
      .toEqual([
        ['recargar ver', 'answered'],
        ['recargar aplicar', 'refused'],
        ['recargar aplicar', 'answered'],
        ['recarga', 'answered'],
      ]);
  });

  it('past the 15 minutes of its token posts a new message, and any operator may press its button', async () => {
    let ahead = 0;
    const discord = await openDiscord({ clock: () => Date.now() + ahead });
    const bot = await startReloadBot({ discord });
    const { ana, eva, state } = bot;
    const { resume } = await startPausedRun(bot);
    ahead = 16 * 60_000;
    resume();
    const posted = await ana.sees(({ components }) => (components ?? []).length > 0);
    expect(posted.interaction_metadata).toBeUndefined();
    expect(await finalText(eva.press(posted, 'Cambiar los datos'))).toMatch(/^Done: I now answer from/u);
    expect(state()[0]).not.toBe(before);
  });

  it('by two operators at once runs for one and refuses the other in private', async () => {
    const { ana, eva } = await startReloadBot();
    const answers = await Promise.all([ana.command('recargar aplicar'), eva.command('reload apply')]);
    expect(answers.map(({ ephemeral }) => ephemeral).sort()).toEqual([false, true]);
    const texts = await Promise.all(answers.map(finalText));
    expect(texts.filter((text) => /^(¿Cambio|Shall I change)/u.test(text))).toHaveLength(1);
  });

  it('that fails says why, and so does `ver`, also after a restart', async () => {
    const { discord, ana, bot, folder, state } = await startReloadBot({ rawFolder: '/nowhere/at/all' });
    const reason = 'The folder /nowhere/at/all does not exist. Name the folder of the raw files with --from.';
    expect(await finalText(ana.command('recargar aplicar'))).toBe(
      `El ETL no terminó; sigo con \`${before}\`. Motivo: \`${reason}\``,
    );
    const failure = new RegExp(`La que empezó el .+ UTC no terminó: \`${reason}\``, 'u');
    expect(await finalText(ana.command('recargar ver'))).toMatch(failure);
    expect(state()).toEqual([before, before]);
    await bot.stop();
    const again = await startReloadBot({ discord, folder });
    expect(await finalText(again.ana.command('recargar ver'))).toMatch(failure);
  });

  it('whose process the system kills says so', async () => {
    const bot = await startReloadBot();
    const { shown, pid } = await startPausedRun(bot);
    process.kill(pid, 'SIGKILL');
    expect(await finalText(shown)).toBe(
      `El sistema cerró el ETL antes de que terminara (SIGKILL); suele ser por falta de memoria. Sigo con \`${before}\`.`,
    );
    expect(await finalText(bot.eva.command('reload view'))).toMatch(
      /The one begun on .+ UTC was ended by the system \(SIGKILL\)/u,
    );
  });

  it('ends with the bot, which says so before it stops, even if the ETL ignores its signal', async () => {
    const bot = await startReloadBot();
    const { shown, pid } = await startPausedRun(bot);
    await bot.bot.stop();
    expect(textOf(shown)).toBe('El ETL se detuvo porque me voy. Nada cambió.');
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    const again = await startReloadBot({ discord: bot.discord, folder: bot.folder });
    expect(await finalText(again.ana.command('recargar ver'))).toMatch(
      /La que empezó el .+ UTC se detuvo antes de terminar\./u,
    );
  });

  it('that is cut off by a crash says so in its answer after the next start, and so does `ver`', async () => {
    const discord = await openDiscord();
    const [guild] = discord.guilds;
    const { ana, eva } = peopleOf(discord);
    const [folder, stateFolder] = [copyVersions(), newFolder()];
    const start = () => {
      const child = spawn(process.execPath, ['bin/run.mjs', 'bin/bot.ts'], {
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
      .poll(() => textOf(shown))
      .toBe('Me reinicié a la mitad y esto quedó sin terminar. Pídemelo otra vez.');
    expect(await finalText(eva.command('reload view'))).toMatch(
      /The one begun on .+ UTC was cut off: I was restarted halfway\./u,
    );
    // The ETL ends when the bot that started it is gone.
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  });
});
