import type { DemoModel, OffsetColumn } from '#src/release/demo/demo-model.ts';
import type { IsoDate } from '#src/week.ts';

export type District = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly population: number;
};

export type UpperArea = {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | undefined;
};

/** Visits of one region in one week, as a share of the same weekday before the pandemic (1 = as before); bank holidays left out. */
export type RegionWeek = {
  readonly week: IsoDate;
  readonly region: string;
  readonly work_weekday: number;
  readonly work_weekend: number;
  readonly transit_weekday: number;
  readonly transit_weekend: number;
  readonly retail_weekday: number;
  readonly retail_weekend: number;
};

type ModeSeries = 'cars' | 'national_rail' | 'tfl_tube' | 'tfl_bus' | 'bus_excl_london' | 'cycling';

/** Use of each mode in Great Britain in one week (1 = before the pandemic). */
export type ModeWeek = { readonly week: IsoDate } & Readonly<
  Record<`${ModeSeries}_${'weekday' | 'weekend'}`, number>
>;

/** Percentage points by which a district's workplace visits differed from its region's, by phase. Absent = not measured. */
export type DistrictOffset = { readonly district: string } & Readonly<
  Record<OffsetColumn, number | undefined>
>;

type BankHolidayKind = 'ordinary' | 'funeral' | 'christmasDay' | 'newYearsDay';
export type BankHoliday = {
  readonly area: string;
  readonly date: IsoDate;
  readonly kind: BankHolidayKind;
  readonly label: string;
};

type SchoolHoliday = {
  readonly area: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly label: string;
};

/** Days on which fewer or more trips than usual were made: the factors move trips between the days of a week. */
export type DayShock = {
  readonly area: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly commute: number;
  readonly other: number;
};

type EventRow = {
  readonly slug: string;
  readonly area: string;
  readonly date: IsoDate;
  readonly kind: string;
  readonly clause: string;
  readonly label: string;
  readonly source: string;
  readonly url: string;
  readonly confidence: 'high' | 'medium' | 'low';
};

/** Columns of equal length: trips on an ordinary day before the pandemic, one row per ordered pair of districts. `origin` and `destination` index the districts. */
export type BaseTrips = {
  readonly origin: ArrayLike<number>;
  readonly destination: ArrayLike<number>;
  readonly distanceKm: ArrayLike<number>;
  readonly commute: ArrayLike<number>;
  readonly other: ArrayLike<number>;
};

/** Everything the demonstration data is made from. `districts` ascend by code. */
export type DemoParameters = {
  readonly model: DemoModel;
  readonly districts: readonly District[];
  readonly upperAreas: readonly UpperArea[];
  readonly aliases: readonly { readonly alias: string; readonly code: string }[];
  readonly base: BaseTrips;
  readonly regionWeeks: readonly RegionWeek[];
  readonly modeWeeks: readonly ModeWeek[];
  readonly offsets: readonly DistrictOffset[];
  readonly bankHolidays: readonly BankHoliday[];
  readonly schoolHolidays: readonly SchoolHoliday[];
  readonly shocks: readonly DayShock[];
  readonly events: readonly EventRow[];
};
