import type { Warehouse } from '#src/ports.ts';

/** Which release answers: one by its name, or none, because there was none yet or the last one was withdrawn. */
type CurrentRelease =
  | { readonly kind: 'live'; readonly name: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'withdrawn' };

/** Where the releases lie. `current` throws `StoreFault` or `WarehouseFault`; `open` opens one by its name and throws `WarehouseFault`. */
export type Releases = {
  readonly current: () => Promise<CurrentRelease>;
  readonly open: (name: string) => Promise<Warehouse>;
};
