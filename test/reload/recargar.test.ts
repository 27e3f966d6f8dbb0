import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { hashTables } from '../../src/lib/version-files.ts';
import { newFolder } from '../etl/raw-files.ts';
import { afterTest } from '../support/endings.ts';
import { startTestBot } from '../support/test-bot.ts';
import { finalText, reloadBots, reloadLog } from './reload-bot.ts';
import { flipBit, pointerIn } from './two-versions.ts';

const { published, copyVersions, startReloadBot } = await reloadBots();
const { before, after } = published;

describe('/recargar ver', () => {
  it('shows the live version, the published ones and the last run of the ETL', async () => {
    const { ana, eva } = await startReloadBot();
    const [spanish, english] = [
      await finalText(ana.command('recargar ver')),
      await finalText(eva.command('reload view')),
    ];
    expect(spanish.replace(/tomó \d+/u, 'tomó N')).toBe(`Los datos
En uso: \`${before}\` · 1 ene 2026, 09:30 UTC · 2 películas
La de antes: ninguna
A mano: \`${after}\` · 2 ene 2026, 09:30 UTC · 2 películas | \`${before}\` · 1 ene 2026, 09:30 UTC · 2 películas
Última corrida del ETL: \`${after}\`: tomó N s, leyó 4 filas y rechazó 0`);
    expect(english.replace(/took \d+/u, 'took N')).toBe(`The data
Live: \`${before}\` · Jan 1, 2026, 09:30 UTC · 2 films
Previous: none
At hand: \`${after}\` · Jan 2, 2026, 09:30 UTC · 2 films | \`${before}\` · Jan 1, 2026, 09:30 UTC · 2 films
Last run of the ETL: \`${after}\`: took N s, read 4 rows and refused 0`);
  });
});

describe('/recargar aplicar', () => {
  it('shows what would change, changes it after the confirmation, and deshacer reverts it', async () => {
    const { ana, eva, catalogue, folder, state } = await startReloadBot();
    const shown = await ana.command('recargar aplicar', { version: after });
    expect(await finalText(shown)).toBe(`¿Cambio los datos?
De \`${before}\` a \`${after}\`, que pasó las revisiones.

⚠️ **Ojo: se iría 1 de 2 películas (50.0%).** Revisa los archivos de origen antes de confirmar.
Películas: Nuevas: **1** · Alien (1979) | Se van: **1** · Heat (1995)
Filas que cambian: \`cast_members\` 2 → 3 (+1) | \`people\` 4 → 5 (+1) | \`questions\` 14 → 16 (+2)
Directores con otras cifras: **John Lasseter** · películas: 1 · éxito: 12.5× → 20× | **Ridley Scott** · películas: 0 → 1 · éxito: sin cifras | **Michael Mann** · películas: 1 → 0 · éxito: sin cifras`);
    expect(catalogue.version()).toBe(before);
    expect(await finalText(ana.press(shown, 'Cambiar los datos'))).toBe(
      `Listo: ahora respondo con \`${after}\`. Con \`/recargar deshacer\` vuelvo a \`${before}\`.`,
    );
    expect([...state(), pointerIn(folder, 'previous')]).toEqual([after, after, before]);
    expect(await finalText(ana.command('score_titulo', { titulo: 'Alien' }))).toContain('1979');

    const back = await eva.command('reload undo');
    expect(await finalText(back)).toBe(`Shall I change the data?
From \`${after}\` to \`${before}\`, which passed its checks.

⚠️ **Careful: 1 of 2 films (50.0%) would be gone.** Check the source files before you confirm.
Films: New: **1** · Heat (1995) | Gone: **1** · Alien (1979)
Rows that change: \`cast_members\` 3 → 2 (−1) | \`people\` 5 → 4 (−1) | \`questions\` 16 → 14 (−2)
Directors with other figures: **John Lasseter** · films: 1 · success: 20× → 12.5× | **Ridley Scott** · films: 1 → 0 · success: no figures | **Michael Mann** · films: 0 → 1 · success: no figures`);
    expect(await finalText(eva.press(back, 'Change the data'))).toBe(
      `Done: I now answer from \`${before}\`. \`/reload undo\` takes me back to \`${after}\`.`,
    );
    expect([...state(), pointerIn(folder, 'previous')]).toEqual([before, before, after]);
  });

  it('suggests the published versions, and accepts nothing else', async () => {
    const { ana, eva } = await startReloadBot();
    expect(await ana.autocomplete('recargar aplicar', 'version', '2026')).toEqual([
      { name: `${after} · 2 ene 2026, 09:30 UTC · 2 películas`, value: after },
    ]);
    const label = `${after} · 2 ene 2026, 09:30 UTC · 2 películas`;
    expect(await finalText(ana.command('recargar aplicar', { version: label }))).toContain(
      `De \`${before}\` a \`${after}\`, que pasó las revisiones.`,
    );
    const path = await ana.command('recargar aplicar', { version: '../../etc' });
    expect([path.ephemeral, await finalText(path)]).toEqual([
      true,
      `No hay ninguna versión \`../../etc\`. Hay: \`${after}\`, \`${before}\`.`,
    ]);
    expect(await finalText(eva.command('reload apply', { version: before }))).toBe(
      `\`${before}\` is live already.`,
    );
    expect(await finalText(eva.command('reload undo'))).toBe('I have no version before this one at hand.');
  });

  it('a button does nothing once another version is live than the one it showed', async () => {
    const { ana, catalogue } = await startReloadBot();
    const [one, two] = [
      await ana.command('recargar aplicar', { version: after }),
      await ana.command('recargar aplicar', { version: after }),
    ];
    await Promise.all([finalText(one), finalText(two)]);
    const answers = await Promise.all([
      finalText(ana.press(one, 'Cambiar los datos')),
      finalText(ana.press(two, 'Cambiar los datos')),
    ]);
    expect(answers.sort()).toEqual([
      `Listo: ahora respondo con \`${after}\`. Con \`/recargar deshacer\` vuelvo a \`${before}\`.`,
      `Mientras tanto los datos ya cambiaron: ahora uso \`${after}\`. Pídeme el cambio otra vez.`,
    ]);
    expect(catalogue.version()).toBe(after);
  });
});

describe('a person who is not an operator', () => {
  it('is refused in private whatever their rights in the server, and the log has each attempt', async () => {
    const { discord, ana, eva, luis, logged, state } = await startReloadBot();
    for (const call of ['recargar ver', 'recargar aplicar', 'recargar deshacer']) {
      const answer = await luis.command(call);
      expect([answer.ephemeral, await finalText(answer)]).toEqual([
        true,
        'Recargar los datos es solo para quienes operan el bot, en su servidor.',
      ]);
    }
    expect(await luis.autocomplete('recargar aplicar', 'version', '2026')).toEqual([]);
    const shown = await ana.command('recargar aplicar', { version: after });
    await finalText(shown);
    expect((await luis.press(shown, 'Cambiar los datos')).ephemeral).toBe(true);
    const other = await eva.press(shown, 'Cambiar los datos');
    expect([other.ephemeral, await finalText(other)]).toEqual([
      true,
      'Only the person who asked for the change can use that button.',
    ]);
    expect(state()).toEqual([before, before]);
    expect(
      reloadLog(logged).map(({ operator, command, outcome, options }) => [
        operator,
        command,
        outcome,
        options?.version,
      ]),
    ).toEqual([
      ['none', 'recargar ver', 'refused', undefined],
      ['none', 'recargar aplicar', 'refused', undefined],
      ['none', 'recargar deshacer', 'refused', undefined],
      [undefined, 'recargar', 'answered', undefined],
      [1, 'recargar aplicar', 'answered', after],
      ['none', 'recarga', 'refused', undefined],
      [2, 'recarga', 'refused', after],
    ]);
    const elsewhere = discord.person({ name: 'Ana', account: ana.id, guild: 1, admin: true });
    expect(elsewhere.commands().filter(({ realName }) => realName.startsWith('recarg'))).toEqual([]);
  });

  it('sees no such command if ADMIN_GUILD_ID is not set', async () => {
    const { discord } = await startTestBot();
    const ana = discord.person({ name: 'Ana', admin: true });
    expect(ana.commands().filter(({ realName }) => realName.startsWith('recarg'))).toEqual([]);
  });
});

/** Publishes the second version again with another table, so that its hash is right and its content wrong. */
async function republish(folder: string, table: string, sql: string): Promise<string> {
  const path = join(folder, after);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `copy (${sql.replace('$table', () => `'${path}/${table}.parquet'`)}) to '${path}/new' (format parquet)`,
  );
  instance.closeSync();
  renameSync(join(path, 'new'), join(path, `${table}.parquet`));
  const name = `20260103T093000Z-${(await hashTables(path)).slice(0, 6)}`;
  const manifest = join(path, 'manifest.json');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(after, () => name),
  );
  renameSync(path, join(folder, name));
  return name;
}

describe('a bad version', () => {
  it.each<[string, string, (folder: string) => string | Promise<string>]>([
    [
      'with a flipped bit',
      'sus archivos no son, byte por byte, los que se publicaron.',
      (folder) => {
        flipBit(join(folder, after, 'movies.parquet'));
        return after;
      },
    ],
    [
      'with a truncated file',
      'sus archivos no son, byte por byte, los que se publicaron.',
      (folder) => {
        truncateSync(join(folder, after, 'people.parquet'), 100);
        return after;
      },
    ],
    [
      'that fails a check',
      'no pasa las revisiones: no tiene películas.',
      (folder) => republish(folder, 'movies', 'from $table limit 0'),
    ],
  ])('%s is refused with the reason, and the live version stays', async (_, reason, damage) => {
    const folder = copyVersions();
    const bad = await damage(folder);
    const { ana, state } = await startReloadBot({ folder });
    expect(await finalText(ana.command('recargar aplicar', { version: bad }))).toBe(
      `No puedo usar \`${bad}\`; sigo con \`${before}\`. Motivo: \`${reason}\``,
    );
    expect(state()).toEqual([before, before]);
    expect(await finalText(ana.command('score_titulo', { titulo: 'Heat' }))).toContain('1995');
  });

  it('that is damaged after it was shown is refused at the confirmation', async () => {
    const { ana, folder, state } = await startReloadBot();
    const shown = await ana.command('recargar aplicar', { version: after });
    await finalText(shown);
    flipBit(join(folder, after, 'titles.parquet'));
    expect(await finalText(ana.press(shown, 'Cambiar los datos'))).toBe(
      `No puedo usar \`${after}\`; sigo con \`${before}\`. Motivo: \`sus archivos no son, byte por byte, los que se publicaron.\``,
    );
    expect(state()).toEqual([before, before]);
  });
});

/** Makes a folder read-only, even for root. Returns false if this user is not root, who alone may mount. */
function makeReadOnly(folder: string): boolean {
  const run = (...args: string[]) => spawnSync('mount', args).status === 0;
  if (!run('--bind', folder, folder)) return false;
  afterTest(() => spawnSync('umount', ['--lazy', folder]));
  return run('-o', 'remount,ro,bind', folder);
}

const canMount = makeReadOnly(newFolder());

describe.runIf(canMount)(
  `a folder that cannot be written${canMount ? '' : ' (skipped: mounting one read-only needs root)'}`,
  () => {
    it('changes nothing, and both ways of applying say so', async () => {
      const folder = copyVersions();
      const { ana, state } = await startReloadBot({ folder });
      const shown = await ana.command('recargar aplicar', { version: after });
      await finalText(shown);
      expect(makeReadOnly(folder)).toBe(true);
      expect(await finalText(ana.press(shown, 'Cambiar los datos'))).toBe(
        `No puedo escribir en la carpeta de los datos, así que nada cambió; sigo con \`${before}\`. Motivo: \`EROFS: read-only file system\``,
      );
      expect(state()).toEqual([before, before]);
      expect(await finalText(ana.command('recargar aplicar'))).toBe(
        `El ETL no terminó; sigo con \`${before}\`. Motivo: \`Cannot write to ${folder} (EROFS). Choose a folder you may write to with --to.\``,
      );
      expect(await finalText(ana.command('recargar ver'))).toContain('no terminó: `Cannot write to');
    });
  },
);
