import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDeliveryStore, type DeliveryStore } from './deliver-store.ts';
import { simulate } from './deliver-simulation.ts';

/** More by hand: `MOBILITY_SIMULATIONS=1000 npx vitest run test/state/deliver-simulation.test.ts`. */
const simulations = Number(process.env['MOBILITY_SIMULATIONS'] ?? 40);

/** What must come up, or the simulation shows nothing. */
const hazards = [
  'posted',
  'unheard',
  'lost',
  'late',
  'notPosted',
  'refused',
  'death',
  'slow',
  'resent',
  'claim claimed',
  'claim posting',
  'outcome passed',
  'outcome fault',
  'lose',
  'delay',
  'keepFile',
  'file found',
  'file lost',
  'file unheard',
  'refused with a file',
  'file sent late',
];

let opened: DeliveryStore;
beforeAll(async () => {
  opened = await openDeliveryStore();
}, 60_000);
afterAll(() => opened.close());

test(
  'whatever workers, the state and Slack do, nothing is posted twice, nothing stays open, every owner is told once, and no file is left that its message does not name',
  { timeout: 2000 * simulations },
  async () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= simulations; seed += 1) {
      const simulated = await simulate(seed, opened);
      expect(simulated.wrong, `seed ${seed}`).toEqual([]);
      for (const [what, times] of simulated.seen) seen.set(what, (seen.get(what) ?? 0) + times);
    }
    for (const hazard of hazards)
      expect(seen.get(hazard) ?? 0, hazard).toBeGreaterThan(simulations / 10);
  },
);
