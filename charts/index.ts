import { drawCompare } from './compare.ts';
import { drawDays } from './day.ts';
import { drawFlows } from './flows.ts';
import { drawTrend } from './trend.ts';

/** Every chart there is, by the kind of finding it draws. */
export const charts = {
  trend: drawTrend,
  compare: drawCompare,
  flows: drawFlows,
  day: drawDays,
} as const;
