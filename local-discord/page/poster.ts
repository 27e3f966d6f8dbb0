/** Returns the path of a picture on this server; `undefined` for other hosts, which are never contacted. */
export function ownPath(address: string, { host, port }: Location): string | undefined {
  const url = new URL(address);
  const isHere = url.host === host || (url.port === port && /^(127\.0\.0\.1|localhost)$/.test(url.hostname));
  return isHere ? url.pathname : undefined;
}

const WIDTH = 300;
const HEIGHT = 450;
const LETTERS_A_LINE = 15;

/** Returns a drawn poster with a title, as a placeholder for a picture on another host. */
export function drawPoster(title: string, colour: number): string {
  const [, name = title, year = ''] = /^(.*?)\s*(?:\((?:.*, )?(\d{4})\))?$/s.exec(title) ?? [];
  const lines = breakLines(name);
  const size = lines.some((line) => line.length > 11) || lines.length > 4 ? 30 : 38;
  const top = HEIGHT / 2 - ((lines.length - 1) * size * 1.2) / 2;
  const hue = colour === 0 ? '5865f2' : colour.toString(16).padStart(6, '0');
  const text = lines
    .map((line, at) => `<text x="150" y="${top + at * size * 1.2}">${escapeXml(line)}</text>`)
    .join('');
  const holes = Array.from({ length: 12 }, (_, at) => 14 + at * 37)
    .flatMap((y) => [12, WIDTH - 28].map((x) => `<rect x="${x}" y="${y}" width="16" height="14" rx="3"/>`))
    .join('');
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#${hue}"/><stop offset="1" stop-color="#111214"/></linearGradient></defs><rect width="100%" height="100%" fill="#111214"/><rect x="40" width="220" height="100%" fill="url(#g)" opacity=".75"/><g fill="#313338">${holes}</g><g fill="#fff" text-anchor="middle" font-family="Georgia, 'DejaVu Serif', serif" font-weight="700" font-size="${size}">${text}</g><text x="150" y="418" fill="#fff" opacity=".8" text-anchor="middle" font-family="sans-serif" font-size="22">${year}</text></svg>`,
  )}`;
}

function breakLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS_A_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LETTERS_A_LINE ? `${word.slice(0, LETTERS_A_LINE - 1)}…` : word);
  }
  return lines.length > 6 ? [...lines.slice(0, 5), '…'] : lines;
}

const escapeXml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\p{Cc}/gu, ' ');
