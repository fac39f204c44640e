import type { CompareFinding } from '#src/compare-finding.ts';
import { findCompare } from '#src/statistics/compare/find-compare.ts';
import { caseNamed } from '#test/support/case-named.ts';
import { compareCases, compareInput, placeItem, step } from '#test/support/compare-cases.ts';
import { release, weeklyRows } from '#test/support/trend-input.ts';

const ofCase = (name: string): CompareFinding => findCompare(caseNamed(compareCases, name));

const longNames = ['Bournemouth, Christchurch and Poole', 'Armagh City, Banbridge and Craigavon'];

/** Comparisons whose pictures are kept: every shape that one may take. */
export const shapes: Readonly<Record<string, CompareFinding>> = {
  'compare-two': ofCase('two that rose, one by more'),
  'compare-own-dates': ofCase('four with dates of their own'),
  'compare-every-reason': ofCase('every reason'),
  'compare-weekdays': ofCase('days of the week'),
  'compare-all-fell': ofCase('all fell, one most'),
  'compare-last-week': ofCase('the last week, a holiday in one'),
  'compare-clipped': findCompare(
    compareInput(
      [
        placeItem('London', step(1.06, 0.01)),
        placeItem('Wales', step(1.03, 0.02)),
        placeItem('Kent', step(0.98, 0.015)),
        placeItem('Fife', step(1.05, 0.4)),
      ],
      { release: { ...release, synthetic: true } },
    ),
  ),
  'compare-long-names': findCompare(
    compareInput([
      ...longNames.map((name, index) => placeItem(name, step(1.2 - 0.5 * index, 0.02))),
      placeItem('Bute', []),
    ]),
  ),
  'compare-forty': findCompare(
    compareInput(
      Array.from({ length: 40 }, (_, index) =>
        placeItem(
          `Borough of ${String.fromCharCode(65 + (index % 26))}${'elmstow'.slice(0, 1 + (index % 7))}`,
          index % 13 === 12
            ? weeklyRows(() => 1, 3000)
            : step(1.15 - 0.008 * index, 0.005 + 0.001 * (index % 9)),
        ),
      ),
    ),
  ),
};
