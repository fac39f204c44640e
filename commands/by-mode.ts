import type { Desk, Reply } from '#commands/command.ts';
import { nameEnds } from '#commands/name-counted.ts';
import { readModes } from '#commands/read-modes.ts';
import { replyCompare } from '#commands/reply-compare.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';

/** How trips by each mode changed between the places asked about, side by side: all modes where none is asked for. */
export async function replyByMode(ask: TrendAsk, desk: Desk): Promise<Reply> {
  const modes = ask.modes.length === 0 ? desk.vocabulary.modes : ask.modes;
  const { inputs, provenance } = await readModes(ask, modes, desk);
  const items = inputs.map((trend, index) => {
    const name = modes[index]?.label ?? '';
    const { since } = trend;
    return { name, spoken: lowerFirst(name), since, weeks: everyWeek(trend), trend };
  });
  return replyCompare(
    {
      of: 'mode',
      asked: ask.since === undefined ? 'latest' : 'date',
      release: desk.warehouse.release,
      mode: undefined,
      ends: nameEnds(ask, desk.vocabulary),
      items,
      rows: inputs.flatMap(({ rows, rest }) => [...rows, ...(rest?.rows ?? [])]),
    },
    provenance,
  );
}
