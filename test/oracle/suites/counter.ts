/** How many row sets were compared, over all suites of a run. */
export type Counter = { compared: number };
