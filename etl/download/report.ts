import { wording as etl } from '../report.ts';

const number = new Intl.NumberFormat('en-US');
const byHand =
  'Download it in a browser and unzip it into data/raw (or RAW_DIR), or name another address with --from.';

/** Bytes in megabytes. */
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A waiting time in seconds or minutes. */
export function duration(ms: number): string {
  return ms < 120_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} minutes`;
}

/** Every sentence of the download. */
export const wording = {
  usage:
    'usage: npm run data:download -- [--from URL] [--to DIR] [--with-ratings] [--again]\n' +
    '  --from          address of the zip (the data set at Kaggle)\n' +
    '  --to            folder that receives the CSV files (RAW_DIR, else data/raw)\n' +
    '  --with-ratings  unpack ratings.csv too, by far the largest file\n' +
    '  --again         download even though the files are there',
  badOption: etl.badOption,
  badAddress: (value: string) =>
    `--from: "${value}" is not an http(s) address without a user name and password.`,

  downloading: 'downloading',
  unpacking: 'unpacking',
  resumes: (received: number) => `Resuming after ${megabytes(received)} from an earlier run.`,
  noRange: 'The server does not support resuming: starting again.',
  changed: 'The file has changed on the server: starting again.',
  nextTry: (reason: string, ms: number) => `${reason} Retrying in ${duration(ms)}.`,
  arrived: (bytes: number, sha256: string) => `Downloaded: ${number.format(bytes)} bytes, SHA-256 ${sha256}`,
  absent: (names: readonly string[]) => `The archive has no ${names.join(', ')}: the ETL works without.`,
  unpacked: (names: readonly string[], to: string) => `Unpacked ${names.join(', ')} into ${to}`,
  next: 'Now run: npm run etl',
  nextFrom: (to: string) => `Now run: npm run etl -- --from ${to}`,
  alreadyThere: (to: string) => `The files are in ${to} already. Use --again to download them again.`,
  stopped: 'Stopped. The part is kept: the same command resumes it.',

  status: (status: number) => `The server answers ${status}.`,
  cut: 'The connection was lost.',
  idle: (ms: number) => `The server has sent nothing for ${duration(ms)}.`,
  refused: 'The server refused the connection.',
  unknownHost: 'The host name was not found.',
  noConnection: (what: string) => `No connection to the server (${what}).`,
  gaveUp: (from: string, reason: string, tries: number) =>
    `${from}: ${reason} Gave up after ${tries} attempts. The part is kept: the same command resumes it.`,
  waitTooLong: (from: string, ms: number) =>
    `${from}: the server asks to wait ${duration(ms)}. Run the same command after that.`,
  notFound: (from: string, status: number) => `${from} does not exist (${status}). ${byHand}`,
  forbidden: (from: string, status: number) => `${from} requires signing in (${status}). ${byHand}`,
  notTaken: (from: string, status: number) => `${from} refused the request (${status}). ${byHand}`,
  webPage: (from: string) => `${from} returned a web page, not a zip: it may require signing in. ${byHand}`,

  broken: (from: string, reason: string) =>
    `The archive from ${from} is broken (${reason}). It was deleted: run the same command to download it again.`,
  otherArchive: (from: string, names: readonly string[]) =>
    `The archive from ${from} has no ${names.join(', ')}, so it is not this data set. It was deleted: name another address with --from.`,
  wrongSum: (name: string) => `${name}: the CRC-32 does not match`,
  noSpace: (folder: string, needed: number, free: number) =>
    `${folder}: ${megabytes(needed)} are needed and ${megabytes(free)} are free. Free some space, or choose another folder with --to.`,
  unwritable: etl.unwritable,
  unexpected: etl.unexpected,
};
