import type { FrameWords } from './chart-words.ts';

/** What a chart of flows prints, made elsewhere from the same finding. `bars`: names and numbers beside the bars, in their order; none for a matrix. */
export type FlowsWords = FrameWords & {
  readonly bars: readonly { readonly name: string; readonly trips: string }[];
};
