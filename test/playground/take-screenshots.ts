import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startChromium } from '#test/support/chromium.ts';

// `npm run screenshots -- --url http://127.0.0.1:3000`: takes the pictures of the documentation from the page that `npm start` serves.
const { values } = parseArgs({ options: { url: { type: 'string' } } });
const url = z.url().parse(values.url);
const docs = join(import.meta.dirname, '../../docs');
const question = 'region:London since:lift-date';

const browser = await startChromium();
try {
  for (const [width, height] of [
    [1280, 900],
    [360, 740],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    await page.goto(`${url}/?as=U0OFFICIAL&in=C0TIER1`);
    await page.locator('#command').fill(question);
    await page.keyboard.press('Enter');
    await page.locator('#messages img').first().waitFor();
    await page.waitForFunction(`document.querySelector('#messages img').complete`);
    await page.screenshot({ path: join(docs, `playground-${width}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
}
