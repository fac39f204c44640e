import { disclosurePolicy } from '#src/disclosure/policy.ts';
import { base, threshold } from '#test/attack/kestria.ts';

/** The policy of the country that is attacked: the more is hidden, the more there is to find. */
export const attackedPolicy = disclosurePolicy.parse({ threshold, base, hiddenPercent: 100 });
