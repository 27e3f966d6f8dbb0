/**
 * The colours of a chart: a dark card for Discord's dark and light themes, light ink, and hues of Okabe and Ito (2008),
 * which colour-blind people can tell apart.
 */
export const palette = {
  card: '#1b1d22',
  ink: '#f4f1ea',
  muted: '#aeb3bf',
  grid: '#343945',
  /** Bars with text on them. */
  bar: '#6b4f1d',
  amber: '#e6a323',
  sky: '#56b4e9',
  pink: '#cc79a7',
  green: '#2bb38a',
} as const;

/** From few to many: viridis (van der Walt and Smith, 2015) without its darkest part, invisible on a dark card. */
export const heat = ['#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39', '#fde725'] as const;

/**
 * The size of the picture in points, with two pixels a point. Discord shows it 400 points wide on a desk and about 390 on a phone:
 * there, 16 points become the 11 that are still easy to read.
 */
export const size = { width: 560, height: 420, margin: 20, scale: 2 } as const;

/** The smallest font size, in points. */
export const LEAST_TEXT = 16;

/** Vega-Lite's `config` of all charts. The renderer adds `font`. */
export const config = {
  background: 'transparent',
  title: {
    anchor: 'start',
    frame: 'bounds',
    color: palette.ink,
    fontSize: 22,
    fontWeight: 700,
    subtitleColor: palette.muted,
    subtitleFontSize: LEAST_TEXT,
    subtitleFontWeight: 400,
    subtitlePadding: 4,
    offset: 12,
  },
  view: { stroke: null },
  axis: {
    domain: false,
    ticks: false,
    grid: false,
    gridColor: palette.grid,
    labelColor: palette.muted,
    labelFontSize: LEAST_TEXT,
    labelFontWeight: 400,
    labelPadding: 6,
    titleColor: palette.muted,
    titleFontSize: LEAST_TEXT,
    titleFontWeight: 400,
    titlePadding: 8,
  },
  legend: {
    labelColor: palette.muted,
    labelFontSize: LEAST_TEXT,
    titleColor: palette.muted,
    titleFontSize: LEAST_TEXT,
    titleFontWeight: 400,
  },
  text: { color: palette.ink, fontSize: LEAST_TEXT },
} as const;
