import { failed, note, ok, type Outcome } from './check.ts';

const gibibyte = 2 ** 30;
/** The state stops near this much, and a release needs more. */
const leastDisk = 0.5 * gibibyte;
/** What a question and a chart may take together, beside the bot itself. */
const leastMemory = 0.75 * gibibyte;
const wantedNode = 24;

const inGb = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** `free`: bytes; undefined where the file system does not say. */
export function judgeDisk(free: number | undefined): Outcome {
  if (free === undefined) return ok('The file system does not say how much room is left.');
  return free >= leastDisk
    ? ok(`${inGb(free)} free.`)
    : failed(
        `${inGb(free)} free: changes stop when the disk is full.`,
        `Make room: at least ${inGb(leastDisk)}.`,
      );
}

/** `available`: bytes that this process may still have, within what its container allows. */
export const judgeMemory = (available: number): Outcome =>
  available >= leastMemory
    ? ok(`${inGb(available)} available.`)
    : note(
        `${inGb(available)} available: a large question may fail.`,
        `Give the machine or the container at least ${inGb(leastMemory)} more.`,
      );

/** `version`: such as 24.21.0. */
export const judgeNode = (version: string): Outcome =>
  Number.parseInt(version, 10) === wantedNode
    ? ok(`${version}.`)
    : note(
        `${version}: the program is tested with ${wantedNode}.`,
        `Run it by npm, which takes the one in node_modules.`,
      );
