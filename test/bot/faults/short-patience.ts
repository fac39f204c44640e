import type { OfficePace } from '#src/bot/run-office.ts';

const short = { firstMs: 50, mostMs: 200 };

/** Patience as usual in all but its length. */
export const shortPatience: OfficePace['patience'] = {
  answer: { ...short, mostAttempts: 4 },
  digest: { ...short, mostAttempts: 4 },
  notice: { ...short, mostAttempts: 20 },
};
