import type { ReleaseInfo } from '#src/release-info.ts';
import { tripsWords } from '#src/summary/facts.ts';

/** The numbers by which a release is protected: what each is, its value, and its name in the settings. */
export const protectionRows = ({
  threshold,
  base,
  rounding,
}: ReleaseInfo): readonly (readonly [meaning: string, value: string, key: string])[] => [
  ['Devices below which a flow is protected', String(threshold), 'threshold'],
  ['Trips that a protected flow is published as', `none or ${tripsWords(base)}`, 'base'],
  ['Trips are rounded to', String(rounding), 'rounding'],
];
