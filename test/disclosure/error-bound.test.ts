import { expect, test } from 'vitest';
import { errorBound } from '#src/disclosure/error-bound.ts';
import { smallCountry, smallCube } from '#test/disclosure/any-cube.ts';
import type { Row } from '#test/disclosure/make-cube.ts';

const base = 20;

/** Two modes with the same leaf of 30 trips, of which 20 go into the draw: a difference of 10. */
const rows: readonly Row[] = ['car', 'rail'].map((mode) => ({
  week: 0,
  from: 'a1',
  to: 'b1',
  mode,
  trips: 30,
  devices: 3,
}));

const boundsOf = (uniforms: Readonly<Record<string, number>>) => {
  const cube = smallCube(rows);
  const labels: string[] = [];
  const stream = (label: string) => {
    labels.push(label);
    return () => uniforms[label.split('|').at(-1) ?? ''] ?? Number.NaN;
  };
  const folded = {
    leaves: cube.leaves,
    padded: new Uint8Array(2),
    gaps: new Uint8Array(2 * smallCountry.codes.length),
  };
  const judged = { sensitive: Uint8Array.of(1, 1), capped: Float64Array.of(20, 20) };
  const bound = errorBound(
    { cube, folded, judged, base, zeros: 'published' },
    { stream, releaseId: 'r1', series: 'arden' },
  );
  const of = (code: string, mode: number) => bound[2 * smallCountry.codes.indexOf(code) + mode];
  return { of, labels };
};

test('a place, its region and its country draw one coin of a mode together, and modes apart', () => {
  const { of, labels } = boundsOf({ car: 0, rail: 0.9 });
  expect(labels).toEqual(['arden|bound|car', 'arden|bound|rail']);
  // b for the draw; for the difference of 10 the next multiple, or with 10 ÷ 20 the one after.
  for (const place of ['b1', 'b', 'uk']) expect([of(place, 0), of(place, 1)]).toEqual([40, 60]);
  for (const place of ['a1', 'd']) expect([of(place, 0), of(place, 1)]).toEqual([0, 0]);
});
