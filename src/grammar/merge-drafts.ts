import type { Draft, Wish } from '#src/grammar/draft.ts';
import { mergePlaces } from '#src/grammar/merge-places.ts';

/** A question with what was said to go on from it in the place of what it named of the same kind; `isAdded`: places and types of transport come to those before. */
export function mergeDrafts(before: Draft, said: Draft, isAdded: boolean): Draft {
  const keep = <K extends 'grains' | 'against' | 'shows'>(kind: K): Draft[K] =>
    said[kind].length > 0 ? said[kind] : before[kind];
  return {
    commands: mergeCommands(before, said),
    ...mergePlaces(before, said, isAdded),
    ...mergePeriod(before, said),
    modes: mergeModes(before, said, isAdded),
    grains: keep('grains'),
    against: keep('against'),
    together: said.together,
    shows: keep('shows'),
    unknown: said.unknown,
    problems: said.problems,
  };
}

/** The method is asked of the question before, unless of another. */
function mergeCommands(before: Draft, said: Draft): Draft['commands'] {
  const isMethod = said.commands.every(({ command }) => command === 'method');
  return isMethod ? [...before.commands, ...said.commands] : said.commands;
}

function mergeModes(before: Draft, said: Draft, isAdded: boolean): Draft['modes'] {
  if (said.modes.length === 0) return before.modes;
  const added = said.modes.map((one) => ({ ...one, joint: 'and' as const }));
  return isAdded ? [...before.modes, ...added] : said.modes;
}

/** A period takes the place of both ends, a start or an end of its own alone. A day by itself is a start, but in flows, where it is its week. */
function mergePeriod(before: Draft, said: Draft): Pick<Draft, 'since' | 'until' | 'bare'> {
  const { since, until, bare } = said;
  const isStart = bare.every((wish) => wish.kind === 'event' || isDay(wish, before, said));
  if (bare.length > 0)
    return { since, until: isStart && until.length === 0 ? before.until : until, bare };
  return {
    since: since.length > 0 ? since : before.since,
    until: until.length > 0 ? until : before.until,
    bare: since.length + until.length > 0 ? [] : before.bare,
  };
}

function isDay(
  { from, to }: Extract<Wish, { kind: 'period' }>,
  before: Draft,
  said: Draft,
): boolean {
  const isFlows = [...before.commands, ...said.commands].some(({ command }) => command === 'flows');
  return from === to && !isFlows;
}
