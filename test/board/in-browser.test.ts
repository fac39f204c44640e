import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { words } from '#src/board/words.ts';
import { hasChromium, startChromium, whereChromium } from '#test/support/chromium.ts';
import { channels, openBoard, type OpenBoard } from './open-board.ts';

/** What axe-core finds, as far as it is read here. */
const findings = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});

describe.skipIf(!hasChromium)(`in a browser${whereChromium}`, () => {
  let board: OpenBoard;
  let browser: Browser;
  beforeAll(async () => {
    [board, browser] = await Promise.all([openBoard(), startChromium()]);
  });
  afterAll(() => Promise.all([browser.close(), board.close()]));

  /** A page at a channel, with what its console said. */
  async function visit(channel: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(board.address(channel), { waitUntil: 'load' });
    return { context, page, said };
  }

  const widthOf = (page: Page) =>
    page.evaluate('[document.documentElement.scrollWidth, innerWidth]');

  test.each([
    ['with', true],
    ['without', false],
  ])('a place and an event are picked %s scripts', async (_, javaScriptEnabled) => {
    const { context, page, said } = await visit(channels.districts, { javaScriptEnabled });
    await page.getByLabel(words.area, { exact: true }).selectOption({ label: 'Cedarham' });
    await page.getByLabel(words.event, { exact: true }).selectOption('lift-date');
    await page.getByRole('button', { name: words.show, exact: true }).click();
    await page.waitForLoadState('load');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      words.title('Cedarham'),
    );
    expect(await page.getByLabel(words.area, { exact: true }).inputValue()).toBe('ARD-S1');
    const picture = page.getByRole('region', { name: words.headings.trend }).getByRole('img');
    expect(await picture.getAttribute('alt')).toContain('Cedarham');
    if (javaScriptEnabled)
      expect(await page.evaluate('document.images[0].naturalWidth')).toBeGreaterThan(1000);
    const table = page.getByRole('region', { name: words.headings.trend }).getByRole('table');
    expect(await table.count()).toBe(0);
    await page.getByText(/^Table: Trips a week that end in Cedarham/u).click();
    expect(await table.getByRole('row').count()).toBeGreaterThan(40);
    expect(said).toEqual([]);
    await context.close();
  });

  test('a question is copied, and without scripts there is no button that does nothing', async () => {
    const { context, page } = await visit(channels.regions, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: words.copyOf(words.headings.trend) }).click();
    await page.getByText(words.copied, { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^\/mobility region:/u);
    await context.close();
    const bare = await visit(channels.regions, { javaScriptEnabled: false });
    expect(await bare.page.getByRole('button').allTextContents()).toEqual([words.show]);
    await bare.context.close();
  });

  test('where the browser does not let it be copied, the question is marked', async () => {
    const { context, page } = await visit(channels.regions);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))');
    await page.getByRole('button', { name: words.copyOf(words.headings.trend) }).click();
    await page.getByText(words.notCopied, { exact: true }).waitFor();
    expect(await page.evaluate('String(getSelection())')).toMatch(/^\/mobility region:/u);
    await context.close();
  });

  test('the keyboard finds the way past the head, and what it is at is seen', async () => {
    const { context, page } = await visit(channels.regions);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: words.skip });
    expect(await page.evaluate('document.activeElement.hash')).toBe('#main');
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('area');
    const outline = 'getComputedStyle(document.activeElement).outlineStyle';
    expect(await page.evaluate(outline)).toBe('solid');
    await context.close();
  });

  describe.each([1280, 360])('at a width of %i', (width) => {
    test.each([
      ['a dashboard', channels.districts],
      ['a dashboard without flows', channels.countries],
      ['a refusal', channels.shared],
    ])(
      '%s has no fault that keeps somebody out, and does not scroll sideways',
      async (_, channel) => {
        const { context, page } = await visit(channel, { viewport: { width, height: 800 } });
        await page.evaluate(
          'for (const each of document.querySelectorAll("details")) each.open = true',
        );
        expect(await widthOf(page)).toEqual([width, width]);
        await page.evaluate(axe.source);
        const { passes, violations } = findings.parse(await page.evaluate('axe.run()'));
        expect(passes.length).toBeGreaterThan(10);
        expect(violations).toEqual([]);
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        await context.close();
      },
    );
  });
});
