import type { Network } from '#src/release/demo/demo-model.ts';

/** Shares of car, rail, bus and active; they add up to 1. */
export type ModeShares = readonly [car: number, rail: number, bus: number, active: number];

/**
 * How trips of one length divide among the modes before the pandemic: walking and cycling only over short distances, buses fading, rail growing.
 * An assumption, fitted to the overall shares in data/uk/README.md.
 */
export function modeShares(network: Network, km: number, hasRail: boolean): ModeShares {
  const rail = hasRail ? (network.rail.weight * km) / (km + network.rail.halfKm) : 0;
  const bus = network.bus.weight * Math.exp(-km / network.bus.fadeKm);
  const active = network.active.weight * Math.exp(-km / network.active.fadeKm);
  const all = 1 + rail + bus + active;
  return [1 / all, rail / all, bus / all, active / all];
}
