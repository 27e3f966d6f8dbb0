import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

export type Open = (query: string, viewport: { width: number; height: number }) => Promise<Page>;

/** Starts the bot without a token, as `npm start` does, lets `use` open its pages in Chromium, and stops both. `state` is STATE_DIR. */
export async function withBot(use: (open: Open, state: string) => Promise<void>): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'filmoteca-picture-'));
  const bot = spawn(process.execPath, ['bin/run.mjs', 'bin/bot.ts'], {
    env: { ...process.env, DISCORD_TOKEN: '', STATE_DIR: state, PAGE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(bot, 'exit');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  try {
    const url = await addressOf(bot.stdout);
    await use(async (query, viewport) => {
      const page = await browser.newPage({ viewport, locale: 'es-MX' });
      await page.goto(`${url}/${query}`);
      await page.locator('.plain').click();
      return page;
    }, state);
  } finally {
    await browser.close();
    bot.kill('SIGTERM');
    await exit;
    rmSync(state, { recursive: true, force: true });
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let printed = '';
  for (;;) {
    const [chunk] = await once(output, 'data');
    printed += chunk;
    const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
    if (found) return found;
  }
}
