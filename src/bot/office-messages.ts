import type { FormAnswer, Incoming } from '#src/incoming.ts';

/** What the front tells the office. */
export type ToOffice =
  | {
      readonly kind: 'take';
      readonly id: number;
      readonly delivered: Incoming;
      readonly arrivedAt: Date;
    }
  | { readonly kind: 'stop' };

/** What the office tells the front. `open`: it takes deliveries from now on, and `boardUrl` is where its dashboard is, if it has one. `broken`: it does not, or no longer. */
export type FromOffice =
  | { readonly kind: 'open'; readonly boardUrl: string | undefined }
  | { readonly kind: 'taken'; readonly id: number; readonly answer: FormAnswer }
  | { readonly kind: 'broken'; readonly code: string; readonly message: string };
