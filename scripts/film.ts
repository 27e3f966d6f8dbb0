import { createCanvas, GifDisposal, GifEncoder, loadImage } from 'canvas';
import type { Page } from 'playwright-core';

type Size = { width: number; height: number };

export interface Film {
  /** Adds a second page at the right. The caller has made the first one narrower. */
  addRightPage(page: Page): void;
  /** Takes a frame that is shown for `ms` milliseconds. */
  shoot(ms: number): Promise<void>;
  encode(): { gif: Buffer; seconds: number };
}

/** A film of a page. Each frame has only the rectangle that changed, which keeps the file small. */
export function newFilm(page: Page, { width, height }: Size): Film {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const encoder = new GifEncoder(width, height, { quality: 5 });
  let before: Uint8ClampedArray | undefined;
  let second: Page | undefined;
  let milliseconds = 0;
  const draw = async (source: Page, place: 'left' | 'right') => {
    const picture = await loadImage(await source.screenshot({ caret: 'initial' }));
    context.drawImage(picture, place === 'left' ? 0 : width - picture.width, 0);
  };
  return {
    addRightPage(other) {
      second = other;
    },
    async shoot(ms) {
      context.fillStyle = '#000';
      context.fillRect(0, 0, width, height);
      await draw(page, 'left');
      if (second !== undefined) await draw(second, 'right');
      const { data } = context.getImageData(0, 0, width, height);
      const { left, top, right, bottom } = changed(data, before, width, height);
      const size = { width: right - left, height: bottom - top };
      const part = context.getImageData(left, top, size.width, size.height);
      const config = { delay: ms, disposal: GifDisposal.Keep, left, top };
      encoder.addFrame(new Uint8Array(part.data), size.width, size.height, config);
      before = data;
      milliseconds += ms;
    },
    encode: () => ({ gif: encoder.finish(), seconds: milliseconds / 1000 }),
  };
}

/** The smallest rectangle with all changed pixels; one pixel if nothing changed. */
function changed(
  now: Uint8ClampedArray,
  before: Uint8ClampedArray | undefined,
  width: number,
  height: number,
) {
  if (before === undefined) return { left: 0, top: 0, right: width, bottom: height };
  const box = { left: width, top: height, right: 0, bottom: 0 };
  const pixels = new Uint32Array(now.buffer);
  const old = new Uint32Array(before.buffer);
  for (const [at, pixel] of pixels.entries()) {
    if (pixel === old[at]) continue;
    const x = at % width;
    const y = Math.floor(at / width);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  return box.right === 0 ? { left: 0, top: 0, right: 1, bottom: 1 } : box;
}
