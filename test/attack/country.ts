import { join } from 'node:path';
import { z } from 'zod';
import type { Area } from '#src/area.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { methodSettings, type MethodSettings } from '#src/statistics/method-settings.ts';
import { base, events, modeLabels, modes } from '#test/attack/kestria.ts';
import { readRows } from '#test/release/read-rows.ts';

/**
 * What everybody knows of the release: its areas ("elsewhere" among them), what lies in what, modes, base and bounds, events and the settings of the method.
 * `places`: areas that can be asked about.
 */
export type Country = {
  readonly areas: readonly Area[];
  readonly places: readonly Area[];
  readonly within: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modes: readonly string[];
  readonly modeLabels: readonly string[];
  readonly base: number;
  readonly bounds: ReadonlyMap<string, number>;
  readonly events: readonly PolicyEvent[];
  readonly settings: MethodSettings;
};

const config = join(import.meta.dirname, '../../mobility.config.yml');

const area = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.string().nullable(),
});
const inside = z.object({ ancestor: z.string(), descendant: z.string() });
const bound = z.object({ destination: z.string(), mode: z.string(), bound: z.coerce.number() });

export const isElsewhere = ({ level }: Area): boolean => level === 'elsewhere';

/** Reads what everybody knows from a release. */
export async function readCountry(file: string): Promise<Country> {
  const areas = (await readRows(file, 'FROM area'))
    .map((row) => area.parse(row))
    .map(({ parent, ...rest }): Area => ({ ...rest, parent: parent ?? undefined }));
  const closure = (await readRows(file, 'FROM area_closure')).map((row) => inside.parse(row));
  const bounds = (await readRows(file, 'FROM error_bound')).map((row) => bound.parse(row));
  const descendants = Map.groupBy(closure, ({ ancestor }) => ancestor);
  return {
    areas,
    places: areas.filter((one) => !isElsewhere(one)),
    within: new Map(
      [...descendants].map(([code, rows]) => [code, new Set(rows.map((row) => row.descendant))]),
    ),
    modes,
    modeLabels,
    base,
    bounds: new Map(bounds.map((row) => [`${row.destination} ${row.mode}`, row.bound])),
    events,
    settings: await readConfig(config, 'method', methodSettings),
  };
}

/** The area of a code, or of a name as sentences and tables say it. */
export function areaOf(codeOrName: string, { areas }: Country): Area {
  const found = areas.find(({ code, name }) => code === codeOrName || name === codeOrName);
  if (found === undefined) throw new Error(`no area is called ${codeOrName}`);
  return found;
}

/** An area and all it lies in, nearest first. */
function chainOf(code: string, country: Country): readonly Area[] {
  const one = areaOf(code, country);
  return one.parent === undefined ? [one] : [one, ...chainOf(one.parent, country)];
}

/** The "elsewhere" areas in which trips that start in some places may be counted. */
export const restsAround = (places: readonly string[], country: Country): readonly string[] => [
  ...new Set(
    places.flatMap((place) =>
      chainOf(place, country)
        .slice(1)
        .map(({ code }) => `elsewhere:${code}`),
    ),
  ),
];
