import type { Cell, SaidPercent } from '#src/finding.ts';
import type { FlowMatrix, FlowsFinding, RankedFlows } from '#src/flows-finding.ts';
import { barsOf } from '#src/statistics/flows/drawn-bars.ts';
import { cellText } from '#src/summary/cell-text.ts';
import { barName } from '#src/summary/flows/bar-words.ts';
import { boundsWords } from '#src/summary/flows/bounds-words.ts';
import { periodWords } from '#src/summary/flows/flows-words.ts';
import { byMode } from '#src/summary/mode-words.ts';
import { rowsAround } from '#src/summary/rows-around.ts';
import type { Table } from '#src/summary/table.ts';

/** Rows to show where room is short. */
const shortTable = 8;

const unit = ({ period }: FlowsFinding): string =>
  period.weeks.length === 1 ? 'Trips' : 'Trips a week';

const shareText = ({ value, to }: SaidPercent): string =>
  value === 0 ? `under ${to}%` : `${value}%`;

/** All trips, those within the place, then the flows, largest first. */
function tableRanked(finding: RankedFlows): Table {
  const { way, place, total, within, rows } = finding;
  const [ended, started] = way === 'into' ? ['ended', 'From'] : ['started', 'To'];
  const hasShares = rows.some(({ percent }) => percent !== undefined);
  const row = (name: string, trips: Cell, share: string) =>
    hasShares ? [name, cellText(trips), share] : [name, cellText(trips)];
  const flows = barsOf(finding, 'tabled').map((bar) => {
    const percent = rows[bar.index]?.percent;
    const share = percent === undefined ? '' : shareText(percent);
    return row(barName(finding, bar, 'tabled').text, bar.trips, share);
  });
  const outside = way === 'into' ? 'Share of trips from outside' : 'Share of trips to other places';
  return {
    caption: `${unit(finding)}${byMode(finding.mode).text} that ${ended} in ${place.spoken}, in ${periodWords(finding).text}${boundsWords(finding)}`,
    columns: [started, unit(finding), ...(hasShares ? [outside] : [])],
    rows: [row('All', total, ''), row(`Within ${place.spoken}`, within, ''), ...flows],
    key: rowsAround(0, flows.length + 2, shortTable),
  };
}

/** A row for each place trips start in, a column for each they end in. */
function tableMatrix(finding: FlowMatrix): Table {
  const { places, cells, elsewhere } = finding;
  const names = places.map(({ name }) => name);
  const rows = cells.map((row, index) => [names[index] ?? '', ...row.map(cellText)]);
  const rest = elsewhere === undefined ? [] : [['Elsewhere', ...elsewhere.cells.map(cellText)]];
  return {
    caption: `${unit(finding)}${byMode(finding.mode).text} from each place (down) to each (across), in ${periodWords(finding).text}${boundsWords(finding)}`,
    columns: ['From', ...names],
    rows: [...rows, ...rest],
    key: rowsAround(0, rows.length + rest.length, shortTable),
  };
}

/** Every flow found, up to 40, with what is left together. */
export const tableFlows = (finding: FlowsFinding): Table =>
  finding.shape === 'ranked' ? tableRanked(finding) : tableMatrix(finding);
