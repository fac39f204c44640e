import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayImport } from '#src/release/import/say-import.ts';
import { addDays } from '#src/week.ts';
import { readRows } from '../read-rows.ts';
import { importTexts, problemsOf } from './import-texts.ts';

const header = 'week,origin,destination,trips,devices,largest,second\n';
const stored =
  'SELECT CAST(week AS VARCHAR) AS week, origin, destination, mode, largest, second FROM contribution ORDER BY ALL';
const leaf = { week: '2020-01-06', origin: '01', destination: '02', mode: 'all' };

test('what the two largest devices make is stored by their own names, and said', async () => {
  const { outcome, file } = await importTexts({
    trips: `${header}2020-01-06,01,02,1200,40,300,120\n2020-01-06,01,01,0,0,0,0\n`,
  });
  expect(await readRows(file, stored)).toEqual([{ ...leaf, largest: '300', second: '120' }]);
  if (outcome.kind === 'rejected') throw new Error('rejected');
  expect(sayImport('mine', outcome, 0)).toContain(
    'What the two largest devices of each figure make is known: dominance is judged.',
  );
});

test('the columns may have other names, and without devices too', async () => {
  const { file } = await importTexts({
    trips: 'week,origin,destination,trips,top,next\n2020-01-06,01,02,300,200,60\n',
    map: { largest: 'top', second: 'next' },
    maxTripsPerPerson: 20,
  });
  expect(await readRows(file, stored)).toEqual([{ ...leaf, largest: '200', second: '60' }]);
});

test('a file without them stores none and says nothing', async () => {
  const { outcome, file } = await importTexts({
    trips: 'week,origin,destination,trips,devices\n2020-01-06,01,02,1200,40\n',
  });
  expect(await readRows(file, stored)).toEqual([]);
  if (outcome.kind === 'rejected') throw new Error('rejected');
  expect(sayImport('mine', outcome, 0).join('\n')).not.toContain('dominance');
});

test('days are added up: no device makes more in a week than the largest of each of its days', async () => {
  const days = Array.from(
    { length: 9 },
    (_, day) => `${addDays('2020-01-05', day)},01,02,${20 + day},9,${12 + day},1`,
  );
  const { file } = await importTexts({
    trips: `${header.replace('week', 'date')}${days.join('\n')}\n`,
  });
  expect(await readRows(file, stored)).toEqual([{ ...leaf, largest: '112', second: '7' }]);
});

test.each([
  ['2020-01-06,01,02,12,4,,1', 'largest is empty'],
  ['2020-01-06,01,02,12,4,4,', 'second is empty; where there is no second device, say 0'],
  ['2020-01-06,01,02,12,4,4.5,1', 'largest "4.5" is not a whole number from 0'],
  ['2020-01-06,01,02,12,4,1_0,1', 'largest "1_0" is not a whole number from 0'],
  ['2020-01-06,01,02,12,4,4,-1', 'second "-1" is not a whole number from 0'],
  ['2020-01-06,01,02,12,4,4,5', 'second (5) is more than largest (4)'],
  ['2020-01-06,01,02,12,4,7,6', 'largest (7) and second (6) together are more than trips (12)'],
  [
    '2020-01-06,01,02,12,1,11,0',
    'largest (11) is less than trips (12), so there is a second device and second cannot be 0',
  ],
  ['2020-01-06,01,02,12,2,12,0', 'there are 2 devices, so second cannot be 0'],
  [
    '2020-01-06,01,02,12,4,7,4',
    'largest (7) and second (4) do not leave a trip of 12 for each of the other devices (4 in all)',
  ],
  [
    '2020-01-06,01,02,12,4,4,2',
    'trips (12) are more than 4 devices can make if largest is 4 and second is 2',
  ],
])('%s is refused with its line and reason', async (row, reason) => {
  const good = '2020-01-06,01,02,12,4,7,3\n2020-01-13,01,02,12,1,12,0\n2020-01-20,01,02,7,2,4,3\n';
  expect(await problemsOf({ trips: `${header}${good}${row.replace('06', '27')}\n` })).toEqual([
    `trips.csv:5 ${reason}`,
  ]);
});

test.each([
  ['largest', 'second'],
  ['second', 'largest'],
])('a column "%s" without a column "%s" is refused', async (given, missing) => {
  const [problem, ...more] = await problemsOf({
    trips: `week,origin,destination,trips,devices,${given}\n2020-01-06,01,02,12,4,4\n`,
  });
  expect(more).toEqual([]);
  expect(problem).toContain(`has a column "${given}" and none "${missing}"`);
  expect(problem).toContain(`--map ${missing}=<column>`);
});

test('whatever devices travelled, what they made is accepted', async () => {
  const anyLeaf = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(anyLeaf, { minLength: 1, maxLength: 30 }), async (leaves) => {
      const rows = leaves.map((devices, at) => {
        const [largest = 0, second = 0] = devices.toSorted((a, b) => b - a);
        const trips = devices.reduce((sum, each) => sum + each, 0);
        return `${addDays('2020-01-06', 7 * at)},01,02,${trips},${devices.length},${largest},${second}\n`;
      });
      expect(await problemsOf({ trips: header + rows.join('') })).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
