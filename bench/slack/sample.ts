/** How an app's process stands. Sizes in bytes, CPU time in milliseconds since its start. `heap`, `front`: of its first thread; `office`: of its second, 0 without. */
export type Sample = {
  readonly atMs: number;
  readonly rss: number;
  readonly heap: number;
  readonly officeHeap: number;
  readonly cpuMs: number;
  readonly frontCpuMs: number;
  readonly officeCpuMs: number;
};
