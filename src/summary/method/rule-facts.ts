import type { MethodFinding } from '#src/method-finding.ts';
import { decimalFact, decimalPercentFact } from '#src/summary/method/decimal-fact.ts';
import type { MethodLimits } from '#src/statistics/method/method-limits.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import type { Fact } from '#src/summary/sentence.ts';

type Numbers = {
  readonly [K in keyof MethodSettings as MethodSettings[K] extends number ? K : never]: number;
};

/** A number of the method's settings, as a count or a size. */
export const settingFact = ({ rules }: MethodFinding, key: keyof Numbers): Fact =>
  decimalFact(rules.settings[key], `/rules/settings/${key}`);

/** A number of the method's settings, as a percentage. */
export const settingPercentFact = ({ rules }: MethodFinding, key: keyof Numbers): Fact =>
  decimalPercentFact(rules.settings[key], `/rules/settings/${key}`);

/** A limit that is no setting. */
export const limitFact = ({ rules }: MethodFinding, key: keyof MethodLimits): Fact =>
  decimalFact(rules.limits[key], `/rules/limits/${key}`);

/** A limit as a percentage. */
export const limitPercentFact = ({ rules }: MethodFinding, key: keyof MethodLimits): Fact =>
  decimalPercentFact(rules.limits[key], `/rules/limits/${key}`);
