import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of Chromium, if it is installed. */
export const chromiumPath = [process.env.CHROMIUM ?? '', ...places].find((place) => existsSync(place));

/** Why the tests of pages are skipped; `undefined` if there is a browser. */
export const noBrowser = chromiumPath ? undefined : 'no Chromium here: install it, or name it in CHROMIUM';
