import { z } from 'zod';

const purposeFactors = z.strictObject({
  commute: z.number().nonnegative(),
  other: z.number().nonnegative(),
});
const repeats = z.strictObject({
  few: z.number().min(1),
  many: z.number().min(1),
  halfway: z.number().positive(),
});
const fading = z.strictObject({ weight: z.number().positive(), fadeKm: z.number().positive() });

const network = z.strictObject({
  name: z.string(),
  regions: z.array(z.string()),
  railSeries: z.enum(['tfl_tube', 'national_rail']),
  busSeries: z.enum(['tfl_bus', 'bus_excl_london']),
  rail: z.strictObject({ weight: z.number().positive(), halfKm: z.number().positive() }),
  bus: fading,
  active: fading,
});

const offsetColumn = z.enum(['lockdown1_pp', 'reopening_pp', 'lockdown2_pp', 'later_pp']);

/** The constants of the model, as `model.json` holds them. What each means, and which are assumptions: data/uk/README.md. */
export const demoModel = z.strictObject({
  dataset: z.strictObject({ name: z.string(), title: z.string(), source: z.string() }),
  seed: z.string(),
  firstWeek: z.iso.date(),
  weeks: z.int().positive(),
  explicitPairs: z.int().positive(),
  panelShare: z.number().positive().max(1),
  base: z.int().positive(),
  noise: z.strictObject({ week: z.number().nonnegative(), day: z.number().nonnegative() }),
  weekdayShape: z.strictObject({
    commute: z.array(z.number()).length(7),
    other: z.array(z.number()).length(7),
  }),
  bankHolidays: z.strictObject({
    ordinary: purposeFactors,
    funeral: purposeFactors,
    christmasDay: purposeFactors,
    newYearsDay: purposeFactors,
  }),
  offsetPhases: z.array(
    z.strictObject({
      column: offsetColumn,
      at: z.iso.date(),
      measuredFrom: z.iso.date(),
      measuredTo: z.iso.date(),
    }),
  ),
  apart: z.array(z.string()),
  withoutRail: z.array(z.string()),
  withinDistrictKm: z.number().positive(),
  walkingShare: z.number().min(0).max(1),
  modes: z.tuple([
    z.strictObject({ value: z.literal('car'), label: z.string() }),
    z.strictObject({ value: z.literal('rail'), label: z.string() }),
    z.strictObject({ value: z.literal('bus'), label: z.string() }),
    z.strictObject({ value: z.literal('active'), label: z.string() }),
  ]),
  networks: z.array(network).min(1),
  repeats: z.strictObject({ withinWeek: repeats, betweenWeek: repeats, day: repeats }),
});

export type DemoModel = z.infer<typeof demoModel>;
export type Network = z.infer<typeof network>;
export type Repeats = z.infer<typeof repeats>;
export type OffsetColumn = z.infer<typeof offsetColumn>;
export type PurposeFactors = z.infer<typeof purposeFactors>;
