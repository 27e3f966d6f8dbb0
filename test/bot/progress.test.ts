import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/contract/call.ts';
import { testCommand } from '../support/ask-command.ts';
import { afterTest } from '../support/endings.ts';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

/** A command that shows the text of `progress` until `finish` is called. */
function longJob(progress: () => string) {
  let finish: (reply: Reply) => void = () => {};
  const done = new Promise<Reply>((resolve) => {
    finish = resolve;
  });
  let start: () => void = () => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const command = testCommand('larga', async (call) => {
    await call.progress(() => ({ content: progress() }));
    start();
    return done;
  });
  return { command, started, finish };
}

const outcomes = (logged: string[]) =>
  logged
    .map((line) => JSON.parse(line))
    .filter(({ command }) => command === 'larga')
    .map(({ outcome, msg }) => outcome ?? msg);

describe('a long job', () => {
  it('shows its progress by edits, at least two seconds apart, and then its answer', async () => {
    let step = 0;
    const { command, finish } = longJob(() => `paso ${++step}`);
    const { discord, logged } = await startTestBot({ commands: [command] });
    const edits: { at: number; content: string }[] = [];
    discord.watch(({ kind, message }) => {
      if (kind === 'edit') edits.push({ at: performance.now(), content: message.content });
    });
    const answer = await discord.person({ name: 'Ana' }).command('larga');
    expect(answer.deferred).toBe(true);
    for (const content of ['paso 1', 'paso 2', 'paso 3'])
      expect((await answer.nextEdit()).content).toBe(content);
    finish({ content: 'listo' });
    expect((await answer.nextEdit()).content).toBe('listo');
    const [first, second, third] = edits.map(({ at }) => at) as [number, number, number];
    expect(Math.min(second - first, third - second)).toBeGreaterThan(2000);
    await expect.poll(() => outcomes(logged)).toEqual(['answered']);
  });

  it('makes no edit while its progress does not change', async () => {
    let renders = 0;
    let third: () => void = () => {};
    const renderedThrice = new Promise<void>((resolve) => {
      third = resolve;
    });
    const { command, finish } = longJob(() => {
      if (++renders === 3) third();
      return 'igual';
    });
    const { discord } = await startTestBot({ commands: [command] });
    const answer = await discord.person({ name: 'Ana' }).command('larga');
    await renderedThrice;
    finish({ content: 'listo' });
    expect((await answer.nextEdit()).content).toBe('igual');
    expect((await answer.nextEdit()).content).toBe('listo');
  });

  it('whose answer somebody deletes answers in a new message to the person', async () => {
    const { command, started, finish } = longJob(() => 'paso');
    const { discord } = await startTestBot({ commands: [command] });
    const ana = discord.person({ name: 'Ana', admin: true });
    const answer = await ana.command('larga');
    await started;
    ana.remove(answer);
    finish({ content: 'listo' });
    const followUp = await answer.nextFollowUp();
    expect([followUp.content, followUp.interaction_metadata?.user.id]).toEqual(['listo', ana.id]);
  });

  it.each([
    [true, 'posts its answer as a message', ['answered']],
    [false, 'is logged as failed', ['failed', 'the error could not be shown to the person']],
  ])('past the 15 minutes of its token (may post: %s) %s', async (mayPost, _, expected) => {
    let ahead = 0;
    const discord = await openDiscord({ clock: () => Date.now() + ahead });
    const [channel] = discord.guilds[0]?.channels ?? [];
    if (channel && !mayPost) discord.changes.permit(channel, 0n);
    const { command, started, finish } = longJob(() => 'paso');
    const { logged } = await startTestBot({ discord, commands: [command] });
    const ana = discord.person({ name: 'Ana' });
    await ana.command('larga');
    await started;
    ahead = 15 * 60_000 + 1000;
    finish({ content: 'listo' });
    await expect.poll(() => outcomes(logged)).toEqual(expected);
    const posted = ana.visible().filter(({ content }) => content === 'listo');
    expect(posted.map(({ interaction_metadata }) => interaction_metadata)).toEqual(
      mayPost ? [undefined] : [],
    );
  });

  it('is noted while it is under way, so that after a crash the next start says that it was cut off', async () => {
    const jobsFolder = mkdtempSync(join(tmpdir(), 'filmoteca-jobs-'));
    afterTest(() => rmSync(jobsFolder, { recursive: true }));
    const { command, started, finish } = longJob(() => 'paso');
    const { discord, bot } = await startTestBot({ commands: [command], jobsFolder });
    const answer = await discord.person({ name: 'Ana', locale: 'en-US' }).command('larga');
    await started;
    // The only edit of the running job, awaited so that it does not replace what the next start says.
    expect((await answer.nextEdit()).content).toBe('paso');
    expect(readdirSync(jobsFolder)).toHaveLength(1);
    // Only the note of a process that has ended is announced, not that of a running one.
    const [name = ''] = readdirSync(jobsFolder);
    const content = readFileSync(join(jobsFolder, name));
    const dead = spawnSync('true').pid;
    const orphan = name.replace(/^\d+-\d+/u, () => `${dead}-1`);
    writeFileSync(join(jobsFolder, orphan), content);
    writeFileSync(join(jobsFolder, `${dead}-1-broken.json`), '{"token":');
    await startTestBot({ discord, commands: [command], jobsFolder });
    const cutOff = 'I was restarted halfway, so this was left unfinished. Please ask me again.';
    await expect.poll(() => answer.message.embeds[0]?.description).toBe(cutOff);
    await expect.poll(() => readdirSync(jobsFolder)).toEqual([name]);
    finish({ content: 'listo' });
    await bot.stop();
    expect(readdirSync(jobsFolder)).toEqual([]);
  });

  it('ends when the bot stops, and says so', async () => {
    const { command, started } = longJob(() => 'paso');
    const { discord, bot } = await startTestBot({ commands: [command] });
    const answer = await discord.person({ name: 'Ana' }).command('larga');
    await started;
    await bot.stop();
    expect(answer.message.embeds[0]?.description).toBe(
      'Me reinicié a la mitad y esto quedó sin terminar. Pídemelo otra vez.',
    );
  });
});
