import { createCanvas } from 'canvas';
import cloud from 'd3-cloud';

/** A word, how much it weighs, and what else is known of it. */
export interface WeightedWord {
  word: string;
  films: number;
}

/** Where a word's middle is, from the left and the top, and the size of its letters. */
export type PlacedWord<Word> = Word & { x: number; y: number; size: number };

/** The room that a cloud has, and its letters. */
export interface CloudArea {
  width: number;
  height: number;
  smallest: number;
  largest: number;
}

/**
 * Places every word without overlap, the heavier the larger (its area goes with its weight), always in the same way.
 * Where not all find a place, all of it is tried anew with smaller letters: none is left out.
 */
export function placeWords<Word extends WeightedWord>(
  words: readonly Word[],
  room: CloudArea,
  font: string,
): PlacedWord<Word>[] {
  const placed = tryToPlace(words, room, font);
  if (placed.length === words.length || room.largest < 2) return placed;
  const [smallest, largest] = [room.smallest * 0.9, room.largest * 0.85];
  return placeWords(words, { ...room, smallest, largest }, font);
}

function tryToPlace<Word extends WeightedWord>(words: readonly Word[], room: CloudArea, font: string) {
  const weights = words.map(({ films }) => Math.sqrt(films));
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  const sizeOf = (films: number) =>
    room.smallest + ((Math.sqrt(films) - least) / (most - least || 1)) * (room.largest - room.smallest);
  let placed: PlacedWord<Word>[] = [];
  cloud<cloud.Word & { own: Word }>()
    // biome-ignore lint/suspicious/noExplicitAny: the layout asks for a browser's canvas and needs only what this one has.
    .canvas(() => createCanvas(1, 1) as any)
    .size([room.width, room.height])
    .words(words.map((own) => ({ own })))
    .text(({ own }) => own.word)
    .font(font)
    .fontWeight(700)
    .fontSize(({ own }) => sizeOf(own.films))
    .rotate(0)
    .padding(2)
    .spiral('rectangular')
    .random(() => 0.5)
    .on('end', (tags) => {
      placed = tags.map(({ own, x = 0, y = 0, size = 0 }) => ({
        ...own,
        x: x + room.width / 2,
        y: y + room.height / 2,
        size,
      }));
    })
    .start();
  return placed;
}
