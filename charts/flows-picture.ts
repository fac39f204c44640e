import type { TileRow } from './flows-layers.ts';
import type { PlotRoom } from './frame.ts';
import type { HatchRow } from './hatch.ts';
import type { TextRow } from './text-row.ts';

/** Everything in and around the plot of flows, placed, and the room it needs. */
export type FlowsPicture = {
  readonly room: PlotRoom;
  readonly tiles: readonly TileRow[];
  readonly hatches: readonly HatchRow[];
  readonly texts: readonly TextRow[];
};
