import { createCanvas } from 'canvas';
import cloud from 'd3-cloud';

/** A word and its weight. */
export interface WeightedWord {
  word: string;
  films: number;
}

/** A word with the position of its centre, from the left and the top, and its font size. */
export type PlacedWord<Word> = Word & { x: number; y: number; size: number };

/** The size of a cloud, and its smallest and largest font sizes. */
export interface CloudArea {
  width: number;
  height: number;
  smallest: number;
  largest: number;
}

/**
 * Places words without overlap; the area of a word is proportional to its weight. Deterministic. If a word does not fit, all words
 * are placed again with smaller letters; once all letters are the smallest, words that do not fit are left out.
 */
export function placeWords<Word extends WeightedWord>(
  words: readonly Word[],
  area: CloudArea,
  font: string,
): PlacedWord<Word>[] {
  const placed = tryToPlace(words, area, font);
  if (placed.length === words.length || area.largest === area.smallest) return placed;
  return placeWords(words, { ...area, largest: Math.max(area.smallest, area.largest * 0.85) }, font);
}

function tryToPlace<Word extends WeightedWord>(words: readonly Word[], area: CloudArea, font: string) {
  const weights = words.map(({ films }) => Math.sqrt(films));
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  const sizeOf = (films: number) =>
    area.smallest + ((Math.sqrt(films) - least) / (most - least || 1)) * (area.largest - area.smallest);
  let placed: PlacedWord<Word>[] = [];
  cloud<cloud.Word & { item: Word }>()
    // biome-ignore lint/suspicious/noExplicitAny: typed for a browser's canvas; this canvas has all that the layout uses.
    .canvas(() => createCanvas(1, 1) as any)
    .size([area.width, area.height])
    .words(words.map((item) => ({ item })))
    .text(({ item }) => item.word)
    .font(font)
    .fontWeight(700)
    .fontSize(({ item }) => sizeOf(item.films))
    .rotate(0)
    .padding(2)
    .spiral('rectangular')
    .random(() => 0.5)
    .on('end', (tags) => {
      placed = tags.map(({ item, x = 0, y = 0, size = 0 }) => ({
        ...item,
        x: x + area.width / 2,
        y: y + area.height / 2,
        size,
      }));
    })
    .start();
  return placed;
}
