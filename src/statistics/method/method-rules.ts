import type { MethodRules } from '#src/method-finding.ts';
import { methodLimits } from '#src/statistics/method/method-limits.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';

/** The numbers that answers are made by, as they are said. */
export const methodRules = (settings: MethodSettings): MethodRules => ({
  settings,
  limits: methodLimits,
  likelyPercent: Math.round(1000 * (1 - settings.tail)) / 10,
});
