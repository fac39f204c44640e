import { Fault } from '#src/fault.ts';
import type { RuleCount } from './gate-figures.ts';

/** Throws `ReleaseFault` `gate` where any rule is broken: it names the rules, and never a figure or a place. */
export function blockBroken(rules: readonly RuleCount[]): void {
  const broken = rules.filter((rule) => rule.broken > 0).map(({ rule }) => rule);
  if (broken.length === 0) return;
  throw new Fault(
    'ReleaseFault',
    'gate',
    `the written release breaks a rule and was deleted: ${broken.join('; ')}. The earlier release stays live; do not release again before the cause is found`,
  );
}
