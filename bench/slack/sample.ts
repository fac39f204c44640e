/**
 * How an app's process stands. Sizes in bytes; times in milliseconds since its start. `heap`, `front…`: of its first thread; `office…`: of its second, 0 without.
 * `frontWaitMs`: how long its first thread waited for a processor, where Linux tells.
 */
export type Sample = {
  readonly atMs: number;
  readonly rss: number;
  readonly heap: number;
  readonly officeHeap: number;
  readonly cpuMs: number;
  readonly frontCpuMs: number;
  readonly frontWaitMs: number;
  readonly officeCpuMs: number;
};
