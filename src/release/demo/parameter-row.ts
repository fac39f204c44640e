import { z } from 'zod';

const number = z.string().min(1).transform(Number).pipe(z.number());
const mayBeNumber = z
  .string()
  .nullable()
  .transform((text) => (text === null ? undefined : Number(text)));
const mayBeText = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);
const text = z.string().min(1);
const date = z.iso.date();

/** What one row of each parameter file holds. Files come as text; an empty cell is null. */
export const parameterRow = {
  districts: z.object({ code: text, name: text, region: text, population: number }),
  upperAreas: z.object({ code: text, name: text, level: text, parent: mayBeText }),
  aliases: z.object({ alias: text, code: text }),
  regionWeeks: z.object({
    week: date,
    region: text,
    work_weekday: number,
    work_weekend: number,
    transit_weekday: number,
    transit_weekend: number,
    retail_weekday: number,
    retail_weekend: number,
  }),
  modeWeeks: z.object({
    week: date,
    cars_weekday: number,
    cars_weekend: number,
    national_rail_weekday: number,
    national_rail_weekend: number,
    tfl_tube_weekday: number,
    tfl_tube_weekend: number,
    tfl_bus_weekday: number,
    tfl_bus_weekend: number,
    bus_excl_london_weekday: number,
    bus_excl_london_weekend: number,
    cycling_weekday: number,
    cycling_weekend: number,
  }),
  offsets: z.object({
    district: text,
    lockdown1_pp: number,
    reopening_pp: number,
    lockdown2_pp: number,
    later_pp: mayBeNumber,
  }),
  bankHolidays: z.object({
    area: text,
    date,
    kind: z.enum(['ordinary', 'funeral', 'christmasDay', 'newYearsDay']),
    label: text,
  }),
  schoolHolidays: z.object({ area: text, from: date, to: date, label: text }),
  shocks: z.object({ area: text, from: date, to: date, commute: number, other: number }),
  events: z.object({
    slug: text,
    area: text,
    date,
    kind: text,
    clause: text,
    label: text,
    source: text,
    url: z
      .string()
      .nullable()
      .transform((url) => url ?? ''),
    confidence: z.enum(['high', 'medium', 'low']),
  }),
};
