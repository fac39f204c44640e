import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPicks } from '#src/board/picks.ts';
import { renderForm } from '#src/board/render-form.ts';
import { renderTable } from '#src/board/render-table.ts';
import { escapeHtml } from '#src/html/escape-html.ts';
import { hostileText } from '#test/edges/slack/write/hostile-text.ts';
import { namesakeVocabulary, ukVocabulary } from '#test/support/vocabulary.ts';
import { offerOf, searchOf, type Sent } from './addresses.ts';

const table = {
  caption: 'Trips a week',
  columns: ['Week to', 'Trips', 'Change', 'Note'],
  rows: [
    ['9 January 2022', '12,340', '+3%', ''],
    ['16 January 2022', '[c]', '−2%', 'Christmas'],
  ],
  key: [0],
};

test('a table names its columns and rows, and sets numbers to the right', () => {
  const { html } = renderTable(table);
  expect(html).toContain('<th scope="col">Week to</th>');
  expect(html).toContain('<th scope="col" class="number">Trips</th>');
  expect(html).toContain('<th scope="row">16 January 2022</th><td class="number">[c]</td>');
  expect(html).toContain('<td class="number">−2%</td><td>Christmas</td>');
});

test('a table opens under its caption, in a region that the keyboard reaches', () => {
  const { html } = renderTable(table);
  expect(html).toMatch(/^<details><summary>Table: Trips a week<\/summary>/u);
  expect(html).toContain(
    '<div class="region" role="region" tabindex="0" aria-label="Trips a week"',
  );
});

const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/gu) ?? [];
const namesOf = (html: string) => tagsOf(html).map((tag) => /^<\/?[a-z0-9]+/u.exec(tag)?.[0]);

test('whatever a table holds is text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const hostile = {
        caption: text,
        columns: [text, text, text, text],
        rows: table.rows.map(() => [text, text, text, text]),
        key: [],
      };
      const { html } = renderTable(hostile);
      expect(namesOf(html)).toEqual(namesOf(renderTable(table).html));
      expect(html).toContain(`>${escapeHtml(text)}</td></tr>`);
    }),
  );
});

const offer = offerOf(ukVocabulary);

function formOf(sent: Partial<Sent>): string {
  const read = readPicks(searchOf(sent), offer);
  if (read === undefined) throw new Error('no place is offered');
  return renderForm(read.picks, offer, [['as', '"><script>']]).html;
}

test('the form shows what was picked, and keeps what else the address holds', () => {
  const html = formOf({ area: 'W92000004', event: '', since: '2022-03-01', until: '2022-06-30' });
  expect(html.match(/<option [^>]* selected="">[^<]*/gu)).toEqual([
    '<option value="W92000004" selected="">Wales',
    '<option value="" selected="">No event',
  ]);
  expect(html).toContain(
    'id="since" name="since" min="2020-01-06" max="2022-10-30" value="2022-03-01"',
  );
  expect(html).toContain('value="2022-06-30"');
  expect(html).toContain('<input type="hidden" name="as" value="&quot;&gt;&lt;script&gt;">');
});

test('places of one name are told apart', () => {
  const namesakes = offerOf(namesakeVocabulary);
  const read = readPicks(searchOf({}), namesakes);
  if (read === undefined) throw new Error('no place is offered');
  const { html } = renderForm(read.picks, namesakes, []);
  const labels = [...html.matchAll(/<option [^>]*>([^<]+)/gu)].map(([, label]) => label);
  const names = namesakeVocabulary.areas.map(({ name }) => name);
  expect(new Set(names).size).toBeLessThan(names.length);
  expect(new Set(labels).size).toBe(labels.length);
});

test('events with a day in the place stand first, with that day', () => {
  const groups = [
    ...formOf({ area: 'W92000004' }).matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/gu),
  ]
    .map(([, label, options = '']) => [
      label,
      [...options.matchAll(/>([^<]+)<\/option>/gu)].map(([, text]) => text),
    ])
    .slice(-2);
  expect(groups).toEqual([
    [
      'With a day in Wales',
      [
        'a stay at home order was announced, 23 March 2020',
        'the legal requirement to work from home ended, 28 January 2022',
      ],
    ],
    [
      'In other places, or with a day in each part',
      [
        'the instruction to work from home ended',
        'work from home guidance began',
        'most restrictions ended',
      ],
    ],
  ]);
});
