import type { DuckDBConnection } from '@duckdb/node-api';
import { averageOverWeeks } from '#src/disclosure/attack/average-over-weeks.ts';
import type { RawCube } from '#src/disclosure/cube.ts';
import { numberOfFlow } from '#src/disclosure/revise/flow-number.ts';
import { releaseSql } from '../release-query.ts';
import { textRows } from '../text-rows.ts';
import type { JudgedWindow } from './check-new-leaves.ts';
import type { RuleCount } from './gate-figures.ts';

/** Half of a 95 % interval over the base, at and below which an average is said to pin a flow. */
const pinned = 0.25;

/**
 * The averaging attack: whoever reads the file averages the hidden weeks of every flow, over every stretch of weeks in which the flow is shown
 * at all. A flow that any stretch pins must be about enough devices in every window that shows it. Source: docs/policy.md, paragraphs 4 and 15.
 */
export async function attackAverages(
  connection: DuckDBConnection,
  { areas, weeks }: RawCube,
  windows: readonly JudgedWindow[],
): Promise<RuleCount> {
  const flows = await readFlows(connection, weeks.length, areas.codes.length);
  const spans = spansOf(windows, weeks.length);
  let checked = 0;
  let broken = 0;
  for (const flow of flows) {
    const shown = spans.filter((span) => isShown(flow, span));
    if (!isPinned(flow, shown)) continue;
    checked += 1;
    broken += Number(shown.some(({ eligible }) => eligible?.has(flow.number) === false));
  }
  return { rule: 'an average that tells of too few devices', checked, broken };
}

/** Weeks that stand or fall together. `eligible` is absent for weeks that an earlier release was judged on. */
type Span = {
  readonly first: number;
  readonly end: number;
  readonly eligible: ReadonlySet<number> | undefined;
};

function spansOf(windows: readonly JudgedWindow[], weeks: number): readonly Span[] {
  const known = windows[0]?.window.written ?? weeks;
  return [
    { first: 0, end: known, eligible: undefined },
    ...windows.map(({ window, eligible }) => ({
      first: window.written,
      end: window.end,
      eligible,
    })),
  ];
}

/** One bit a week: whether the flow stands as the base, and whether it is exact. */
type ShownFlow = { readonly number: number; readonly high: string; readonly exact: string };

const isShown = ({ high, exact }: ShownFlow, { first, end }: Span): boolean =>
  `${high.slice(first, end)}${exact.slice(first, end)}`.includes('1');

/** Weeks without a row, in a span that shows the flow, may have been drawn as 0. */
function isPinned({ high, exact }: ShownFlow, shown: readonly Span[]): boolean {
  const drawn = new Uint8Array(high.length);
  for (const { first, end } of shown)
    for (let week = first; week < end; week += 1) drawn[week] = exact[week] === '1' ? 0 : 1;
  const published = Uint8Array.from(high, Number);
  const average = averageOverWeeks({ published, drawn }, 1);
  return average !== undefined && 2 * average.error <= pinned;
}

async function readFlows(
  connection: DuckDBConnection,
  weeks: number,
  areas: number,
): Promise<readonly ShownFlow[]> {
  const sql = await releaseSql('attack-averages');
  const rows = await textRows(connection, sql, { last_week: weeks - 1 });
  const none = '0'.repeat(weeks);
  return rows.map(({ origin, destination, mode, high = none, exact = none }) => ({
    number: numberOfFlow(
      { origin: Number(origin), destination: Number(destination), mode: Number(mode) },
      areas,
    ),
    high,
    exact,
  }));
}
