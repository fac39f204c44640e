import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Fault } from '#src/fault.ts';

/** Refuses to write over what is read, whatever name or link leads there, two outputs to one place, and a folder. Throws `ReleaseFault`. */
export function checkPlaces(inputs: readonly string[], outputs: readonly string[]): void {
  if (outputs.some((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory()))
    throw new Fault('ReleaseFault', 'outputIsFolder', 'an output is a folder: name a file in it');
  const read = new Set(inputs.map(identityOf));
  const written = outputs.map(identityOf);
  if (written.some((place) => read.has(place)))
    throw new Fault(
      'ReleaseFault',
      'inputOverwritten',
      'an output is the same file as an input: give it another name',
    );
  if (new Set(written).size < written.length)
    throw new Fault(
      'ReleaseFault',
      'outputsEqual',
      'two outputs are the same file: give one another name',
    );
}

function identityOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? resolve(file) : `${stat.dev}:${stat.ino}`;
}
