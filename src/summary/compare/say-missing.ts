import type { CompareFinding, CompareItem, NotMeasured } from '#src/compare-finding.ts';
import { itemName, rowsWord } from '#src/summary/compare/item-words.ts';
import { listApart } from '#src/summary/compare/list-apart.ts';
import { isWithheld } from '#src/summary/compare/note-words.ts';
import { upperFirst } from '#src/summary/compare/upper-first.ts';
import { nameFact, numberFact } from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** A reason around the names of the rows it holds for. `many`: of more than one row. */
type Reason = (names: Sentence, many: boolean) => Sentence;

const noFigure = (names: Sentence): Sentence => say`We cannot give a figure for ${names}`;

function reasonOf(
  change: NotMeasured,
  item: CompareItem,
  { of }: CompareFinding,
  from: string,
): Reason {
  switch (change.kind) {
    case 'tooSmall': {
      const small = isWithheld(item) ? 'too small' : 'too small to tell a change';
      return (names, many) =>
        say`${noFigure(names)}: ${many ? 'their' : 'its'} numbers are ${small}.`;
    }
    case 'noTrips':
      return (names) => say`${noFigure(names)}: there are no trips in these data.`;
    case 'partlyKnown':
      return (names) =>
        say`${noFigure(names)}: too many of these trips are counted in larger areas.`;
    case 'tooSoon': {
      const needed = numberFact(change.needed, `${from}/needed`);
      return (names, many) =>
        say`It is too soon to say for ${names}: we need ${needed} ordinary weeks after ${many ? 'their' : 'the'} date.`;
    }
    case 'tooFewBefore': {
      const needed = numberFact(change.needed, `${from}/needed`);
      return (names) =>
        say`${noFigure(names)}: we need ${needed} ordinary weeks before and have fewer.`;
    }
    case 'cutShort':
      return (names) => say`${noFigure(names)}: another event came too soon after the date.`;
    case 'noEvent': {
      const slug = nameFact(change.slug, `${from}/slug`);
      return (names, many) =>
        say`${names} ${many ? 'have' : 'has'} no ${change.dates === 'none' ? '' : 'single '}date called ${slug}.`;
    }
    case 'notOrdinary': {
      const { flag } = change;
      if (flag === undefined) return (names) => say`${noFigure(names)}: no trips in that week.`;
      const label = nameFact(flag.label, `${from}/flag/label`);
      const weekday = of === 'weekday' ? 'on' : 'for';
      return (names) => say`That week is not ordinary ${weekday} ${names}: ${label}.`;
    }
    default:
      return change satisfies never;
  }
}

/** What tells reasons apart. */
function keyOf(change: NotMeasured, item: CompareItem): string {
  switch (change.kind) {
    case 'notOrdinary':
      return `${change.kind} ${change.flag?.label}`;
    case 'noEvent':
      return `${change.kind} ${change.dates}`;
    case 'tooSmall':
      return `${change.kind} ${isWithheld(item)}`;
    default:
      return change.kind;
  }
}

/** As many names as fit a sentence at a time, so that each row is named. */
function inSentences(names: readonly Sentence[], reason: Reason): readonly Sentence[] {
  const sentenceOf = (some: readonly Sentence[]) =>
    upperFirst(reason(listApart(some), some.length > 1));
  const groups: Sentence[][] = [];
  for (const name of names) {
    const group = groups.at(-1);
    const longer = [...(group ?? []), name];
    if (group !== undefined && isShort(sentenceOf(longer))) group.push(name);
    else groups.push([name]);
  }
  return groups.map(sentenceOf);
}

/** Every row without a figure, with why, those of one reason together; where it holds for all, none by name. */
export function sayMissing(finding: CompareFinding): readonly Sentence[] {
  const groups = new Map<string, { reason: Reason; names: Sentence[] }>();
  for (const [index, item] of finding.items.entries()) {
    const { change } = item;
    if (change.kind === 'measured') continue;
    const key = keyOf(change, item);
    const from = `/items/${index}/change`;
    const group = groups.get(key) ?? { reason: reasonOf(change, item, finding, from), names: [] };
    group.names.push(itemName(finding, index));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ names, reason }) =>
    names.length === finding.items.length
      ? [reason(say`any of these ${rowsWord[finding.of]}`, true)]
      : inSentences(names, reason),
  );
}
