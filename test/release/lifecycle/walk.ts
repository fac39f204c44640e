import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram, type Run } from '#test/support/run-program.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { inventedAreas, inventedEvents, inventedTrips } from '../invented-data.ts';

/** A user in a folder of their own. `release`: `npm run release -- …`. */
export type Walk = {
  readonly folder: string;
  readonly home: string;
  readonly importWeeks: (weeks: number) => Promise<Run>;
  readonly release: (...argv: readonly string[]) => Promise<Run>;
  readonly ask: (...argv: readonly string[]) => Promise<Run>;
};

/** The invented data, which are not synthetic, before anything is done with them. */
export function startWalk(): Walk {
  const folder = ownFolder();
  const place = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    folder,
    home: join(folder, 'home'),
    importWeeks: (weeks) => {
      const trips = place('trips.csv', inventedTrips(weeks));
      const areas = place('areas.csv', inventedAreas);
      const events = place('events.yml', inventedEvents);
      const files = ['--trips', trips, '--areas', areas, '--events', events];
      return runProgram(folder, 'import', ...files, '--name', 'lowland');
    },
    release: (...argv) => runProgram(folder, 'release', ...argv),
    ask: (...argv) => runProgram(folder, 'ask', ...argv),
  };
}
