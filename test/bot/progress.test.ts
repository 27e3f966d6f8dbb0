import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/contract/call.ts';
import { testCommand } from '../support/ask-command.ts';
import { afterTest } from '../support/endings.ts';
import { openDiscord, startTestBot } from '../support/test-bot.ts';

/** A command that shows what `says` gives until `finish` is called. */
function longJob(says: () => string) {
  let finish: (reply: Reply) => void = () => {};
  const done = new Promise<Reply>((resolve) => {
    finish = resolve;
  });
  let begun: () => void = () => {};
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const command = testCommand('larga', async (call) => {
    await call.progress(() => ({ content: says() }));
    begun();
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
  it('shows how far it is by edits, at least two seconds apart, and then its answer', async () => {
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

  it('edits nothing while nothing changes', async () => {
    let asked = 0;
    let third: () => void = () => {};
    const askedThrice = new Promise<void>((resolve) => {
      third = resolve;
    });
    const { command, finish } = longJob(() => {
      if (++asked === 3) third();
      return 'igual';
    });
    const { discord } = await startTestBot({ commands: [command] });
    const answer = await discord.person({ name: 'Ana' }).command('larga');
    await askedThrice;
    finish({ content: 'listo' });
    expect((await answer.nextEdit()).content).toBe('igual');
    expect((await answer.nextEdit()).content).toBe('listo');
  });

  it('whose answer somebody deletes answers by a new message to whoever asked', async () => {
    const { command, started, finish } = longJob(() => 'paso');
    const { discord } = await startTestBot({ commands: [command] });
    const ana = discord.person({ name: 'Ana', admin: true });
    const answer = await ana.command('larga');
    await started;
    ana.remove(answer);
    finish({ content: 'listo' });
    const anew = await answer.nextFollowUp();
    expect([anew.content, anew.interaction_metadata?.user.id]).toEqual(['listo', ana.id]);
  });

  it.each([
    [true, 'posts its answer where it may', ['answered']],
    [false, 'is not said to be answered where it may not post', ['failed', 'could not say so']],
  ])('past the 15 minutes of its answer (may post: %s) %s', async (mayPost, _, expected) => {
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

  it('is noted while it is under way, so that a bot that starts after a kill can say that it was cut off', async () => {
    const jobsFolder = mkdtempSync(join(tmpdir(), 'filmoteca-jobs-'));
    afterTest(() => rmSync(jobsFolder, { recursive: true }));
    const { command, started, finish } = longJob(() => 'paso');
    const { discord, bot } = await startTestBot({ commands: [command], jobsFolder });
    const answer = await discord.person({ name: 'Ana', locale: 'en-US' }).command('larga');
    await started;
    expect(readdirSync(jobsFolder)).toHaveLength(1);
    // What a process that is no more left behind is told; what a living one is at is not.
    const [name = ''] = readdirSync(jobsFolder);
    const content = readFileSync(join(jobsFolder, name));
    const dead = spawnSync('true').pid;
    const left = name.replace(/^\d+-\d+/u, () => `${dead}-1`);
    writeFileSync(join(jobsFolder, left), content);
    writeFileSync(join(jobsFolder, `${dead}-1-broken.json`), '{"token":');
    await startTestBot({ discord, commands: [command], jobsFolder });
    const cutOff = 'I was restarted halfway, so this was left unfinished. Please ask me again.';
    await expect.poll(() => answer.message.embeds[0]?.description).toBe(cutOff);
    await expect.poll(() => readdirSync(jobsFolder)).toEqual([name]);
    finish({ content: 'listo' });
    await bot.stop();
    expect(readdirSync(jobsFolder)).toEqual([]);
  });

  it('ends when the bot leaves, and says so', async () => {
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
