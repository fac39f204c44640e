import { cutLeaves } from '#src/disclosure/cut-leaves.ts';
import type { RawCube } from '#src/disclosure/cube.ts';
import type { FlowFigures } from '#src/disclosure/flow-table.ts';

/** Leaves as they are written, in columns with room for more. `padded`: 1 where the one trip stands for none. */
export type LeafWriter = { leaves: RawCube['leaves']; padded: Uint8Array; count: number };

/** A leaf to write; areas and mode by index. */
type WrittenLeaf = FlowFigures & {
  readonly week: number;
  readonly origin: number;
  readonly destination: number;
  readonly mode: number;
  readonly padded: boolean;
};

/** Columns for `room` leaves. */
export function makeLeafWriter(room: number): LeafWriter {
  return { leaves: emptyLeaves(room), padded: new Uint8Array(room), count: 0 };
}

/** Makes room for `more` leaves. */
export function reserveLeaves(writer: LeafWriter, more: number): void {
  const { leaves, padded, count } = writer;
  if (count + more <= padded.length) return;
  const wider = makeLeafWriter(Math.max(count + more, 2 * padded.length));
  copyLeaves(leaves, wider.leaves);
  wider.padded.set(padded);
  writer.leaves = wider.leaves;
  writer.padded = wider.padded;
}

/** Writes a leaf; there must be room. */
export function writeLeaf(writer: LeafWriter, leaf: WrittenLeaf): void {
  const { leaves, padded, count } = writer;
  leaves.week[count] = leaf.week;
  leaves.origin[count] = leaf.origin;
  leaves.destination[count] = leaf.destination;
  leaves.mode[count] = leaf.mode;
  leaves.trips[count] = leaf.trips;
  leaves.devices[count] = leaf.devices;
  padded[count] = Number(leaf.padded);
  writer.count += 1;
}

/** What was written; no copy. */
export function writtenLeaves({ leaves, padded, count }: LeafWriter): {
  readonly leaves: RawCube['leaves'];
  readonly padded: Uint8Array;
} {
  return { leaves: cutLeaves(leaves, count), padded: padded.subarray(0, count) };
}

function emptyLeaves(room: number): RawCube['leaves'] {
  return {
    week: new Uint16Array(room),
    origin: new Uint16Array(room),
    destination: new Uint16Array(room),
    mode: new Uint8Array(room),
    trips: new Float64Array(room),
    devices: new Float64Array(room),
  };
}

function copyLeaves(from: RawCube['leaves'], to: RawCube['leaves']): void {
  to.week.set(from.week);
  to.origin.set(from.origin);
  to.destination.set(from.destination);
  to.mode.set(from.mode);
  to.trips.set(from.trips);
  to.devices.set(from.devices);
}
