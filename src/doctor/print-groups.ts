import { wrapText } from '#src/edges/terminal/wrap-text.ts';
import type { CheckGroup, CheckResult } from './check.ts';

const marks: Readonly<Record<CheckResult['state'], string>> = {
  ok: 'ok',
  attention: 'note',
  failed: '--',
};

const widthInAll = 80;
const markWidth = 6;

/** What was looked at, in lines of at most 80 characters: by groups, how each thing stands, and under it what to do. Last, how many are how. */
export function printGroups(groups: readonly CheckGroup[]): readonly string[] {
  const results = groups.flatMap((group) => group.results);
  const nameWidth = Math.max(0, ...results.map(({ name }) => name.length)) + 2;
  return [
    ...groups.flatMap((group) => [
      group.name,
      ...group.results.flatMap((result) => printResult(result, nameWidth)),
      '',
    ]),
    sayCounts(results),
  ];
}

function printResult({ name, state, said, next }: CheckResult, nameWidth: number): string[] {
  const indent = markWidth + nameWidth;
  const lines = [said, ...(next === undefined ? [] : [next])].flatMap((text) =>
    wrapText(holdCommands(text), widthInAll - indent).map(letGo),
  );
  return lines.map((line, at) =>
    at === 0
      ? `${marks[state].padEnd(markWidth)}${name.padEnd(nameWidth)}${line}`
      : `${' '.repeat(indent)}${line}`,
  );
}

const noBreak = '\u{A0}';

/** A command to copy is never broken. */
const holdCommands = (text: string): string =>
  text.replace(/npm run .*$/u, (command) => command.replaceAll(' ', noBreak));

const letGo = (line: string): string => line.replaceAll(noBreak, ' ');

function sayCounts(results: readonly CheckResult[]): string {
  const count = (state: CheckResult['state']) =>
    results.filter((result) => result.state === state).length;
  const parts = [
    `${count('ok')} ok`,
    ...(count('attention') === 0 ? [] : [`${count('attention')} to note`]),
    ...(count('failed') === 0 ? [] : [`${count('failed')} to mend (--)`]),
  ];
  return `${parts.join(', ')}.`;
}
