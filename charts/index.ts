import { drawTrend } from './trend.ts';

/** Every chart there is, by the kind of finding it draws. */
export const charts = { trend: drawTrend } as const;
