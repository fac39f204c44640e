import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The browser of this machine, from `CHROMIUM` or the PATH; undefined where there is none. */
const found = [
  process.env['CHROMIUM'] ?? '',
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name))),
].find((path) => path !== '' && existsSync(path));

/** Tests in a browser are skipped, by this word, where there is none. */
export const hasChromium = found !== undefined;
export const whereChromium = hasChromium ? '' : ' (skipped: there is no Chromium here)';

/** Starts it without a window. Close it. */
export function startChromium(): Promise<Browser> {
  if (found === undefined) throw new Error('there is no Chromium here');
  // Its sandbox does not start for root, as which CI runs; it opens loopback alone.
  return chromium.launch({
    executablePath: found,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}
