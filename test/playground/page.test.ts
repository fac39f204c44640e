import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasChromium, startChromium, whereChromium } from '#test/support/chromium.ts';
import { openEventful, type Eventful } from './open-eventful.ts';
import { openPlayground, type OpenPlayground } from './open-playground.ts';
import { readActions } from './read-actions.ts';
import { makeButtons } from './watch-buttons.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const official = 'U0OFFICIAL';
const analyst = 'U0ANALYST';
const wide = 'C0TIER0';
const narrow = 'C0TIER1';
const question = 'region:"North Arden" since:lift-date';

const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

test.runIf(process.env['CI'] !== undefined)('where all is tested Chromium is installed', () => {
  expect(hasChromium).toBe(true);
});

describe.skipIf(!hasChromium)(`in Chromium${whereChromium}`, () => {
  let playground: OpenPlayground;
  let eventful: Eventful;
  let browser: Browser;
  let page: Page;
  let wrong: string[] = [];
  const buttons = makeButtons();
  beforeAll(async () => {
    playground = await openPlayground();
    eventful = await openEventful();
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
    await eventful.stop();
  });
  beforeEach(async () => {
    wrong = [];
    page = await browser.newPage({ viewport: sizes[0] ?? null, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    buttons.watch(page);
  });
  afterEach(async () => {
    await buttons.look(page);
    await page.close();
    expect([wrong, playground.reports, eventful.reports]).toEqual([[], [], []]);
  });

  const sit = (person: string, channel: string, { url }: { readonly url: string } = playground) =>
    page.goto(`${url}/?as=${person}&in=${channel}`);
  const items = () => page.locator('li.message');
  const roots = () => page.locator('#messages > li.message');
  /** Does something, and waits for so many new messages; the last of them. */
  const after = async (act: () => Promise<unknown>, count = 1) => {
    const before = await items().count();
    await act();
    await expect.poll(() => items().count(), { timeout: 20_000 }).toBe(before + count);
    return roots().last();
  };
  const ask = async (text: string) => {
    await page.locator('#command').fill(text);
    return after(() => page.keyboard.press('Enter'));
  };
  const seriousOf = async (): Promise<readonly string[]> => {
    await page.evaluate(axe);
    const found = await page.evaluate<AxeResults>('axe.run()');
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };
  const focused = () => page.evaluate('document.activeElement?.textContent');
  const openHome = async () => {
    await page.getByRole('button', { name: 'Home' }).click();
    return page.getByRole('dialog', { name: 'Home' });
  };
  const toldOfDirect = async () => {
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 20_000 })
      .toContain('New in your direct message');
  };
  const isTooWide = () =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  test('a question typed with completions is answered with its picture, table and buttons', async () => {
    await sit(official, wide);
    const field = page.getByRole('combobox', { name: 'Command' });
    await field.pressSequentially('region:nor');
    const options = page.getByRole('option');
    await page.locator('#suggestions[aria-busy="false"]').waitFor();
    expect(await options.allInnerTexts()).toContain('North Arden region, Arden');
    await page.keyboard.press('ArrowDown');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(
      await options.first().getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    await field.pressSequentially('since:lift');
    await expect.poll(() => options.count()).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await field.inputValue()).trim()).toBe(question);
    const answer = await after(() => page.getByRole('button', { name: 'Send' }).click());
    const picture = answer.getByRole('img');
    expect(await picture.getAttribute('alt')).toContain('North Arden');
    const width = await page.evaluate<number>(
      `document.querySelector('#messages img').naturalWidth`,
    );
    expect(width).toBeGreaterThan(600);
    expect(await answer.getByRole('row').count()).toBeGreaterThan(10);
    expect(await answer.getByRole('button').allInnerTexts()).toEqual([
      'How was this worked out?',
      'Reply',
      'By day',
      'By type of transport',
      'Compare regions',
      'Table',
      'Method',
      'Change',
    ]);
    expect(await field.inputValue()).toBe('');
    expect(await page.getByRole('status').innerText()).toMatch(/^Mobility: /u);
  });

  test('each button is answered in the thread, and keeps the focus', async () => {
    await sit(official, wide);
    const answer = await ask(question);
    const alone = ['By day', 'By type of transport', 'Compare regions', 'Table', 'Method'];
    // The last stands under the answer by day.
    for (const name of [...alone, 'By week']) {
      const button = answer.getByRole('button', { name, exact: true }).first();
      await button.focus();
      await after(() => page.keyboard.press('Enter'));
      expect(await focused()).toBe(name);
    }
    expect(await answer.locator('.thread > li').count()).toBe(6);
    await after(() => answer.getByRole('button', { name: 'How was this' }).first().click());
    expect(await answer.locator('.thread > li').last().innerText()).toContain('worked out');
  });

  test('the form opens with the question, says what is wrong, and asks another', async () => {
    await sit(official, wide);
    const answer = await ask(`${question} show:table`);
    const change = () => answer.getByRole('button', { name: 'Change' }).first().click();
    await change();
    const form = page.getByRole('dialog', { name: 'Change the question' });
    const field = form.getByLabel('Your question');
    expect(await field.inputValue()).toBe(`${question} show:table`);
    await field.fill('region:Zzyzx');
    await form.getByRole('button', { name: 'Ask' }).click();
    await expect
      .poll(() => form.getByRole('alert').first().innerText())
      .toContain('We know no place');
    expect(await seriousOf()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => form.isVisible()).toBe(false);
    await change();
    await field.fill('region:"South Arden" show:table');
    await after(() => form.getByRole('button', { name: 'Ask' }).click());
    expect(await answer.locator('.thread').innerText()).toContain('South Arden');
  });

  test('without a question, a form is filled in, foresees it and asks it', async () => {
    await sit(official, wide);
    await page.locator('#command').focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Ask about trips' });
    const place = form.getByLabel('Place', { exact: true });
    await place.pressSequentially('south ar');
    await form.locator('ul[aria-busy="false"]').waitFor();
    expect(await form.getByRole('option').first().innerText()).toContain('South Arden');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await place.inputValue()).toBe('South Arden');
    await expect.poll(() => form.innerText()).toContain('trips that end in South Arden');
    await form.getByLabel('Until a day').fill('2022-05-08');
    await expect.poll(() => form.innerText()).toContain('8 May 2022');
    // What is filled in stays as the rest is made anew.
    expect(await place.inputValue()).toBe('South Arden');
    expect(await seriousOf()).toEqual([]);
    const answer = await after(() => form.getByRole('button', { name: 'Ask' }).click());
    expect(await answer.innerText()).toContain('South Arden');
    await expect.poll(() => form.isVisible()).toBe(false);
  });

  test('in a channel shared with another organisation nothing is answered, to the asker alone', async () => {
    await sit(official, 'C0PARTNERS');
    const refusal = await ask(question);
    expect(await refusal.innerText()).toContain('Only visible to you');
    expect(await refusal.innerText()).toContain('People of another organisation');
    await sit(analyst, 'C0PARTNERS');
    expect(await roots().count()).toBe(0);
  });

  test('what one tier refuses, another answers', async () => {
    await sit(analyst, wide);
    const refusal = await ask('region:Alderton');
    expect(await refusal.innerText()).toContain('Places of this size cannot be asked about here.');
    await sit(analyst, narrow);
    expect(await (await ask('region:Alderton')).innerText()).toContain('Alderton');
  });

  test.each([
    { as: official, text: 'hullo', name: 'Ask this instead' },
    { as: analyst, text: 'region:Alderton', name: 'Ask: region:"North Arden"' },
  ])('what a refusal suggests is asked at a press: $name', async ({ as, text, name }) => {
    await sit(as, wide);
    const button = (await ask(text)).getByRole('button', { name });
    await button.focus();
    const answer = await after(() => page.keyboard.press('Enter'));
    expect(await answer.innerText()).toContain('trips that end in North Arden');
    expect(await focused()).toBe(name);
    expect(await seriousOf()).toEqual([]);
  });

  test('what may not be answered in a channel is answered to the asker alone', async () => {
    await sit(analyst, 'D0ANALYST');
    const before = await items().count();
    await sit(analyst, wide);
    const button = (await ask('region:Alderton')).getByRole('button', { name: 'Answer only me' });
    const there = await items().count();
    await button.focus();
    await page.keyboard.press('Enter');
    await toldOfDirect();
    expect(await focused()).toBe('Answer only me');
    expect(await items().count()).toBe(there);
    await page.getByRole('link', { name: 'Direct message' }).click();
    await expect.poll(() => items().count()).toBe(before + 1);
    expect(await roots().last().innerText()).toContain('trips that end in Alderton');
    expect(await seriousOf()).toEqual([]);
  });

  test('people and channels are chosen in the list, and only those who may see a private channel', async () => {
    await sit(official, wide);
    const channels = page.getByRole('navigation', { name: 'Channels' });
    expect(await channels.getByRole('link', { name: 'narrow' }).count()).toBe(0);
    await page.getByRole('link', { name: 'An analyst' }).click();
    await channels.getByRole('link', { name: 'narrow' }).click();
    expect(await page.locator('main h2').first().innerText()).toContain('narrow');
    expect(await page.getByRole('link', { name: 'An analyst' }).getAttribute('aria-current')).toBe(
      'true',
    );
  });

  test('a message to the bot in the thread of an answer goes on from it', async () => {
    await sit(official, wide);
    const answer = await ask(`${question} show:table`);
    await answer.getByRole('button', { name: 'Reply' }).click();
    expect(await page.locator('#replying').innerText()).toContain('In the thread of:');
    await page.keyboard.type('what about South Arden?');
    await after(() => page.keyboard.press('Enter'), 2);
    const replies = answer.locator('.thread > li');
    expect(await replies.first().innerText()).toContain('@Mobility what about South Arden?');
    expect(await replies.last().innerText()).toContain('trips that end in South Arden');
    expect(await seriousOf()).toEqual([]);
    await page.getByRole('button', { name: 'Back to the channel' }).click();
    expect(await page.locator('.prefix').innerText()).toBe('/mobility');
    const asked = await after(() => page.keyboard.type('@Mobility region:"South Arden"\n'), 2);
    expect(await asked.innerText()).toContain('trips that end in South Arden');
  });

  test('the page of the bot says where to ask', async () => {
    await sit(official, wide);
    const home = await openHome();
    expect(await home.innerText()).toContain('wide');
    expect(await seriousOf()).toEqual([]);
    await home.getByRole('button', { name: 'Close' }).click();
    expect(await home.isVisible()).toBe(false);
  });

  test('on the page of the bot one asks for oneself alone, of nothing or of an example', async () => {
    await sit(analyst, 'D0ANALYST');
    const form = page.getByRole('dialog', { name: 'Ask about trips' });
    const place = form.getByLabel('Place', { exact: true });
    await (await openHome()).getByRole('button', { name: 'Ask for yourself' }).click();
    await expect.poll(() => place.inputValue()).toBe('');
    expect(await form.innerText()).toContain('Only you see the answer.');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => form.isVisible()).toBe(false);
    expect(await focused()).toBe('Home');
    await (await openHome()).getByRole('button', { name: 'In the form' }).first().click();
    await expect.poll(() => place.inputValue()).toBe('North Arden');
    expect(await seriousOf()).toEqual([]);
    const asked = await after(() => form.getByRole('button', { name: 'Ask' }).click());
    expect(await asked.innerText()).toContain('trips that end in North Arden');
    const home = await openHome();
    const answer = await after(() =>
      home.getByRole('button', { name: 'Answer only me' }).first().click(),
    );
    expect(await answer.innerText()).toContain('trips that end in North Arden');
    expect([await home.isVisible(), await focused()]).toEqual([false, 'Home']);
  });

  test('an answer that may not have been posted is sent again by its owner, once', async () => {
    eventful.loseNextAnswer();
    await sit(official, wide, eventful);
    await page.locator('#command').fill(`${question} show:table`);
    await page.keyboard.press('Enter');
    await toldOfDirect();
    expect(await roots().count()).toBe(0);
    await sit(official, 'D0OFFICIAL', eventful);
    const name = 'It is not there: send it again';
    const button = roots().first().getByRole('button', { name });
    await button.focus();
    const said = await after(() => page.keyboard.press('Enter'));
    expect(await said.innerText()).toContain('The answer is being sent again.');
    const more = await after(() => page.keyboard.press('Enter'));
    expect(await more.innerText()).toContain('The answer was not sent again');
    expect(await focused()).toBe(name);
    expect(await seriousOf()).toEqual([]);
    await page.getByRole('link', { name: '#wide' }).click();
    await expect.poll(() => roots().count(), { timeout: 20_000 }).toBe(1);
    expect(await roots().first().innerText()).toContain('trips that end in North Arden');
  });

  test('a newer release puts a button under an answer, which asks again in its thread', async () => {
    await sit(analyst, narrow, eventful);
    const answer = await ask(`${question} show:table`);
    const button = answer.getByRole('button', { name: 'Newer data' });
    expect(await button.count()).toBe(0);
    const method = answer.getByRole('button', { name: 'Method' });
    await method.focus();
    await page.getByRole('status').evaluate((status) => status.replaceChildren());
    eventful.renew();
    await expect.poll(() => button.count(), { timeout: 20_000 }).toBe(1);
    // It was read already.
    expect(await page.getByRole('status').innerText()).toBe('');
    expect(await focused()).toBe('Method');
    await button.focus();
    await after(() => page.keyboard.press('Enter'));
    expect(await focused()).toBe('Newer data');
    const renewed = answer.locator('.thread > li');
    expect(await renewed.innerText()).toContain('Release tiny-2 · data to 29 May 2022');
    expect(await renewed.getByRole('button', { name: 'Newer data' }).count()).toBe(0);
    expect(await seriousOf()).toEqual([]);
  });

  test('who types faster than suggestions come gets one for what stands there', async () => {
    await sit(official, wide);
    const field = page.locator('#command');
    await page.route('**/suggestions?*', async (route) => {
      await setTimeout(300);
      await route.continue();
    });
    await field.pressSequentially('region:sou');
    await page.keyboard.press('Tab');
    await expect.poll(() => field.inputValue()).toBe('region:"South Arden" ');
    await field.fill('region:"North Arden" since:lift');
    await page.keyboard.press('Tab');
    await expect.poll(() => field.inputValue()).toBe('region:"North Arden" since:lift-date ');
    expect(await focused()).toBe('');
    // Tab goes on to the next field where it is pressed again, or nothing comes.
    await field.press('x');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Send');
    // What is on its way still comes.
    await page.unrouteAll({ behavior: 'wait' });
    await page.route('**/suggestions?*', (route) => route.fulfill({ body: '' }));
    await field.fill('nowhere');
    await page.keyboard.press('Tab');
    await page.locator('#suggestions[aria-busy="false"]').waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Send');
    await page.unroute('**/suggestions?*');
  });

  test('what is typed is never markup', async () => {
    await sit(official, wide);
    const text = '<img src=x onerror=alert(1)> <b>hullo</b>';
    const refusal = await ask(text);
    expect(await refusal.locator('img, b:not(.author b)').count()).toBe(0);
    await page.locator('#command').fill(text);
    await expect.poll(() => page.locator('#suggestions img').count()).toBe(0);
  });

  test.each(sizes)('at $width px it can be read and worked by all', async (size) => {
    await page.setViewportSize(size);
    await sit(analyst, narrow);
    await ask('region:Alderton since:lift-date');
    expect(await seriousOf()).toEqual([]);
    expect(await isTooWide()).toBe(false);
    const menu = page.getByRole('button', { name: 'Channels and people' });
    if (await menu.isVisible()) {
      await menu.click();
      expect(await menu.getAttribute('aria-expanded')).toBe('true');
      expect(await seriousOf()).toEqual([]);
    }
    await page.getByRole('link', { name: 'An official' }).click();
    expect(page.url()).toContain(official);
  });

  test('no button that the bot makes is left unpressed here', () => {
    expect(buttons.pressed).toEqual(readActions());
    // One that is made in a way that is not read from the source is seen all the same.
    expect(buttons.shown.difference(buttons.pressed)).toEqual(new Set());
  });
});
