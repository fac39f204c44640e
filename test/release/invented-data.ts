import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDataset, type Imported } from '#src/release/import/import-dataset.ts';
import { addDays } from '#src/week.ts';

const districts = ['01', '02', '03', '04', '05', '06'];

export const inventedAreas = [
  'code,name,parent,level,aliases',
  'L,Lowland,,country,',
  'N,North,L,region,',
  'S,South,L,region,the south;Southern',
  ...districts.map((code, at) => `${code},District ${code},${at < 3 ? 'N' : 'S'},district,`),
].join('\n');

export const inventedEvents = `
events:
  - { slug: lift-date, area: North, date: 2021-03-10, kind: wfh_lifted, clause: the guidance ended, label: Guidance ended, source: Invented, url: https://example.org/a }
  - { slug: lift-date, area: S, date: 2021-03-17, kind: wfh_lifted, clause: the guidance ended, label: Guidance ended, source: Invented, url: https://example.org/b, confidence: low }
holidays:
  - { area: L, from: 2021-02-15, to: 2021-02-19, kind: schoolHoliday, label: Half term }
  - { area: N, from: 2021-03-06, to: 2021-03-07, kind: schoolHoliday, label: A weekend }
  - { area: N, from: 2021-03-14, to: 2021-03-14, kind: bankHoliday, label: A Sunday }
`;

/** Daily trips among six districts over 15 whole weeks (or so many) and a day on each side; flows into 06 are small. */
export function inventedTrips(weeks = 15): string {
  const rows = ['date,origin,destination,mode,trips,devices'];
  for (let day = -1; day <= 7 * weeks; day += 1) {
    const date = addDays('2021-01-04', day);
    for (const [from, origin] of districts.entries()) {
      for (const [to, destination] of districts.entries()) {
        const devices =
          to === 5
            ? 2 + ((day + 7 * from + 1) % 19)
            : 60 + ((day * 13 + 1 + from * 5 + to * 11) % 50);
        rows.push(
          `${date},${origin},${destination},${from % 2 === 0 ? 'car' : 'Rail'},${3 * devices + (to % 2)},${devices}`,
        );
      }
    }
  }
  return `${rows.join('\n')}\n`;
}

/** Imports the invented data into `folder`/raw.duckdb. Throws where it is rejected. */
export async function importInvented(
  folder: string,
  texts: {
    readonly trips?: string;
    readonly areas?: string;
    readonly events?: string;
    readonly name?: string;
  } = {},
): Promise<Imported & { readonly file: string }> {
  const place = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const file = join(folder, 'raw.duckdb');
  const imported = await importDataset({
    trips: place('trips.csv', texts.trips ?? inventedTrips()),
    areas: place('areas.csv', texts.areas ?? inventedAreas),
    events: place('events.yml', texts.events ?? inventedEvents),
    map: {},
    name: texts.name ?? 'lowland',
    source: 'Invented',
    file,
  });
  if (imported.kind === 'rejected') throw new Error(JSON.stringify(imported.problems));
  return { ...imported, file };
}
