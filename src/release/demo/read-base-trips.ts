import type { DuckDBConnection } from '@duckdb/node-api';
import type { BaseTrips, District } from '#src/release/demo/demo-parameters.ts';

const query = `
  SELECT origin, destination, distance_km, base_commute_trips, base_other_trips
  FROM read_parquet($file) ORDER BY origin, destination`;

/** Reads the trips of an ordinary day before the pandemic, ascending by origin and destination. Throws where a code is not a district. */
export async function readBaseTrips(
  connection: DuckDBConnection,
  file: string,
  districts: readonly District[],
): Promise<BaseTrips> {
  const indexOf = new Map(districts.map((district, index) => [district.code, index]));
  const [origin, destination, distanceKm, commute, other] = (
    await connection.runAndReadAll(query, { file })
  ).getColumns();
  return {
    origin: Uint16Array.from(origin ?? [], (code) => indexOfCode(indexOf, String(code))),
    destination: Uint16Array.from(destination ?? [], (code) => indexOfCode(indexOf, String(code))),
    distanceKm: Float64Array.from(distanceKm ?? [], Number),
    commute: Float64Array.from(commute ?? [], Number),
    other: Float64Array.from(other ?? [], Number),
  };
}

function indexOfCode(indexOf: ReadonlyMap<string, number>, code: string): number {
  const index = indexOf.get(code);
  if (index === undefined) throw new Error(`the base trips name ${code}, which is not a district`);
  return index;
}
