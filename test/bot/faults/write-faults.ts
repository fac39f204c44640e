import type { FaultGroup, Sees } from './fault-case.ts';

const head = `# What people see when Slack fails

Each line was tried: the bot at work in a workspace made for the test, one call failing in one way, and everything that people then saw held against this list (\`test/bot/faults\`). This page is written from the same list.

Whatever happens: an answer is never posted twice; whoever asked has it, or is told what happened; no picture is left in Slack that nobody sees. Where nobody can tell whether Slack took an answer, its asker is asked to look, and has a button to send it again; until they press it, the picture of that answer stays where only the bot can see it. "ref 7F3A" stands for the reference of a fault in the operator's log.

A wait that Slack asks for is kept to. What passes by itself is tried again: a read three times within seconds; a picture three times, then the answer goes without; an answer for half an hour; a direct message for a week.
`;

/** The page on what people see when Slack fails. */
export function writeFaults(groups: readonly FaultGroup[]): string {
  return `${[head, ...groups.map(writeGroup)].join('\n')}`;
}

function writeGroup({ step, call, rows }: FaultGroup): string {
  const lines = rows.map(
    ({ faults, times, sees }) => `| ${faults.join('; ')}: ${sayTimes(times)} | ${saySees(sees)} |`,
  );
  return [
    `## ${step}`,
    `\`${call}\``,
    '',
    '| goes wrong | people see |',
    '| --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function sayTimes(times: number): string {
  if (times === Infinity) return 'until it is put right';
  return times === 1 ? 'once' : `${times} times`;
}

const posted = {
  whole: 'the answer',
  noPicture: 'the answer without its picture, which it says',
  words: 'the answer as plain text, table included',
} as const;

function saySees({ posted: how, told = [], direct = [], opened }: Sees): string {
  const all = [
    ...(how === undefined ? [] : [posted[how]]),
    ...(opened === true ? ['it opens'] : []),
    ...told.map((words) => `at once: “${words}”`),
    ...direct.map((words) => `in a direct message: “${words}”`),
  ];
  return all.length === 0 ? 'nothing new' : all.join('; ');
}
