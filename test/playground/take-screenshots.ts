import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startChromium } from '#test/support/chromium.ts';

// `npm run screenshots -- --url http://127.0.0.1:3000`: takes the pictures of the documentation from the page that `npm start` serves.
const { values } = parseArgs({ options: { url: { type: 'string' } } });
const url = z.url().parse(values.url);
const docs = join(import.meta.dirname, '../../docs');
const seat = 'as=U0OFFICIAL&in=C0TIER1';
const question = 'region:London since:lift-date';

const browser = await startChromium();
try {
  for (const [width, height] of [
    [1280, 900],
    [360, 740],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    const picture = (name: string) =>
      page.screenshot({ path: join(docs, `${name}-${width}.png`), animations: 'disabled' });
    await page.goto(`${url}/?${seat}`);
    await page.locator('#command').fill(question);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Mobility: /u)
      .waitFor();
    await page.waitForFunction(`document.querySelector('#messages img').complete`);
    await picture('playground');
    await page.locator('#command').focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Ask about trips' });
    await form.getByLabel('Place', { exact: true }).pressSequentially('sou');
    await form.locator('ul[aria-busy="false"] li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByText('The same, typed:').waitFor();
    await picture('ask-form');
    await page.goto(`${url}/board?${seat}`);
    await page.waitForLoadState('networkidle');
    await picture('board');
    await page.close();
  }
} finally {
  await browser.close();
}
