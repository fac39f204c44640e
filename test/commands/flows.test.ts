import { afterAll, beforeAll, expect, test } from 'vitest';
import { flows } from '#commands/flows.ts';
import type { Desk } from '#commands/command.ts';
import { renderSvg } from '#src/edges/render/render-svg.ts';
import type { FlowsAsk } from '#src/grammar/ask.ts';
import { makeTinyRelease, type TinyRelease } from '#test/support/make-tiny-release.ts';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';
import { lineOf } from '#test/support/tiny-release/trips.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let desk: Desk;
let tiny: TinyRelease;
let close: () => Promise<void>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-flows-'));
  tiny = await makeTinyRelease(folder);
  await rm(folder, { recursive: true, force: true });
  const made = await makeTinyEdges();
  desk = made.edges.desk;
  close = made.close;
});
afterAll(() => close());

const place = (code: string) => {
  const area = tiny.areas.find((one) => one.code === code);
  if (area === undefined) throw new Error(`no ${code}`);
  return area;
};
const level = (name: string) => tiny.areas.filter((area) => area.level === name);

const ask = (part: Partial<FlowsAsk>): FlowsAsk => ({
  command: 'flows',
  way: 'into',
  place: place('ARD-N'),
  parts: level('region'),
  level: 'region',
  modes: [],
  since: undefined,
  until: undefined,
  show: undefined,
  ...part,
});

const day = (date: string) => ({ date, event: undefined });

/** Trips of the leaves of some weeks, added up from what was written to the release. */
const tripsOf = (from: string, to: string, weeks: readonly string[]): number =>
  tiny.leaves
    .filter(({ week }) => weeks.includes(week))
    .filter(
      ({ origin, destination }) =>
        lineOf(origin).includes(from) && lineOf(destination).includes(to),
    )
    .reduce((sum, { trips }) => sum + trips, 0);

const rounded = (trips: number) => ({
  kind: 'published',
  value: Math.floor(trips / tiny.release.rounding + 0.5) * tiny.release.rounding,
});

test('trips into a region are those of the release, in the last week where no time is named', async () => {
  const { finding, chart, provenance } = await flows.reply(ask({}), desk);
  const last = [tiny.weeks.at(-1) ?? ''];
  expect(finding).toMatchObject({
    shape: 'ranked',
    total: rounded(tripsOf('ARD', 'ARD-N', last)),
    within: rounded(tripsOf('ARD-N', 'ARD-N', last)),
    rows: [{ end: { name: 'South Arden' }, trips: rounded(tripsOf('ARD-S', 'ARD-N', last)) }],
    elsewhere: rounded(tripsOf('elsewhere:ARD', 'ARD-N', last)),
  });
  expect(provenance[0]?.queryId).toBe('flows');
  await expect(renderSvg(chart?.spec ?? {})).resolves.toContain('South Arden');
});

test('the end of the time asked for is kept, and holidays in it are told', async () => {
  const { finding, sentences } = await flows.reply(
    ask({ since: day('2021-12-13'), until: day('2021-12-26') }),
    desk,
  );
  const weeks = ['2021-12-13', '2021-12-20'];
  expect(finding).toMatchObject({
    period: { weeks, flagged: ['2021-12-20'] },
    total: rounded(tripsOf('ARD', 'ARD-N', weeks) / 2),
  });
  expect(sentences.map(({ text }) => text).join(' ')).toContain('(Christmas)');
});

test('trips out of a district go to places, and what may be hidden elsewhere is told', async () => {
  const { finding, sentences } = await flows.reply(
    ask({ way: 'outOf', place: place('ARD-N1'), parts: level('district'), level: 'district' }),
    desk,
  );
  const last = [tiny.weeks.at(-1) ?? ''];
  expect(finding).toMatchObject({
    total: rounded(tripsOf('ARD-N1', 'ARD', last)),
    partly: { rest: 'elsewhere in Arden', trips: rounded(tripsOf('elsewhere:ARD', 'ARD', last)) },
  });
  expect(sentences[0]?.text).toMatch(/^There were at least .* that started in Alderton/u);
});

test('one type of transport is counted alone, between each pair of places', async () => {
  const rail = desk.vocabulary.modes.filter(({ value }) => value === 'rail');
  const { finding, chart } = await flows.reply(
    ask({ way: 'between', place: undefined, modes: rail }),
    desk,
  );
  const last = tiny.weeks.at(-1);
  const railTrips = tiny.leaves
    .filter(({ week, mode }) => week === last && mode === 'rail')
    .filter(
      ({ origin, destination }) =>
        lineOf(origin).includes('ARD-N') && lineOf(destination).includes('ARD-S'),
    )
    .reduce((sum, { trips }) => sum + trips, 0);
  if (!('shape' in finding) || finding.shape !== 'matrix') throw new Error('no matrix');
  expect(finding.places.map(({ code }) => code)).toEqual(['ARD-N', 'ARD-S']);
  expect(finding.cells[0]?.[1]).toEqual(rounded(railTrips));
  await expect(renderSvg(chart?.spec ?? {})).resolves.toContain('rail');
});
