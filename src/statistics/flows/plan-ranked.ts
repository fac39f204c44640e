import type { Area } from '#src/area.ts';
import { flowBound } from '#src/disclosure/flow-bound.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { type AreaTree, isElsewhere } from '#src/statistics/flows/area-tree.ts';
import {
  elsewhereAround,
  elsewhereEnd,
  placeEnd,
  restEnd,
} from '#src/statistics/flows/flow-ends.ts';
import type { Around, PlannedEnd, RankedPlan } from '#src/statistics/flows/flows-input.ts';
import { sumOf } from '#src/statistics/flows/sum-of.ts';

/** `unit`: trips that one base stands for over the modes asked for. */
export type PlanContext = {
  readonly tree: AreaTree;
  readonly vocabulary: Vocabulary;
  readonly unit: number;
};

type RankedQuestion = {
  readonly way: 'into' | 'outOf';
  readonly place: Area;
  readonly parts: readonly Area[];
};

/** Areas told apart: the parts outside the place, and the "elsewhere" areas that are no part of them. */
type Division = {
  readonly parts: readonly Area[];
  /** In which trips of the place may be hidden. */
  readonly hiding: readonly Area[];
  /** Ends of their own. */
  readonly own: readonly Area[];
  /** The rest together. */
  readonly left: readonly Area[];
};

function divide({ place, parts }: RankedQuestion, around: Around, tree: AreaTree): Division {
  const outside = parts.filter((part) => !tree.insideAny(part, new Set([place.code])));
  const covered = new Set([place, ...outside].map(({ code }) => code));
  const hiding = tree.areas.filter(({ code }) => around.codes.includes(code));
  const uncovered = tree.areas.filter(
    (area) => tree.isFoot(area) && (hiding.includes(area) || !tree.insideAny(area, covered)),
  );
  const own = outside.every(tree.isFoot) ? uncovered.filter(isElsewhere) : [];
  return { parts: outside, hiding, own, left: uncovered.filter((area) => !own.includes(area)) };
}

/** A part as an end; one that the place lies in is taken without it and what may hide it. */
function partEnd(
  part: Area,
  { place, hiding, bound }: { place: Area; hiding: readonly Area[]; bound: (area: Area) => number },
  { tree, vocabulary }: PlanContext,
): PlannedEnd {
  const inPart = (area: Area) => tree.insideAny(area, new Set([part.code]));
  if (!inPart(place)) return { ...placeEnd(part, vocabulary), without: [], bound: bound(part) };
  const without = [place, ...hiding.filter(inPart)];
  return {
    ...restEnd(part, vocabulary),
    without: without.map(({ code }) => code),
    bound: bound(part) + sumOf(without.map(bound)),
  };
}

/**
 * Which flows to look at for one place. Parts inside the place are part of it; a part that the place lies in is taken without it.
 * Where the parts are at the foot, the "elsewhere" areas beside them are ends of their own; else they are the rest together.
 */
export function planRanked(question: RankedQuestion, context: PlanContext): RankedPlan {
  const { way, place } = question;
  const { tree, vocabulary, unit } = context;
  const around = elsewhereAround([place], tree, vocabulary);
  const { parts, hiding, own, left } = divide(question, around, tree);
  const bound = boundsOf(question, context);
  const end = way === 'into' ? place : undefined;
  const hidden = hiding.map((area) => unit * flowBound(area, end, vocabulary.areas));
  return {
    shape: 'ranked',
    way,
    place: placeEnd(place, vocabulary),
    ends: [
      ...parts.map((part) => partEnd(part, { place, hiding, bound }, context)),
      ...own.map((area) => ({
        ...elsewhereEnd(area, vocabulary),
        without: [],
        bound: bound(area),
      })),
    ],
    // Of a region with another the bound is simulated.
    isProved: tree.isFoot(place) || parts.every(tree.isFoot),
    around,
    withinBound: bound(place),
    aroundBound: sumOf(hidden),
    restBound: left.length === 0 ? undefined : sumOf(left.map(bound)),
  };
}

/** How far a week of the flow between the place and another area may be off, in trips. */
function boundsOf(
  { way, place }: RankedQuestion,
  { vocabulary, unit }: PlanContext,
): (area: Area) => number {
  return (area) =>
    unit *
    (way === 'into'
      ? flowBound(area, place, vocabulary.areas)
      : flowBound(place, area, vocabulary.areas));
}
