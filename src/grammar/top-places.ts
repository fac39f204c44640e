import type { Area } from '#src/area.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';

/** The places of a geography without another place above them. */
export function rootsOf(areas: readonly Area[]): readonly Area[] {
  const codes = new Set(areas.map(({ code }) => code));
  return onePerCode(areas).filter(({ parent }) => parent === undefined || !codes.has(parent));
}

/** The places right below the top: the parts of the one root, or the roots where there are several. */
export function topPlaces(areas: readonly Area[]): readonly Area[] {
  const roots = rootsOf(areas);
  const [root] = roots;
  const parts = onePerCode(areas).filter(({ parent }) => parent === root?.code);
  return roots.length === 1 && parts.length > 0 ? parts : roots;
}
