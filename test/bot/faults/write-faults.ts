import type { FaultGroup, Sees } from './fault-case.ts';
import { faultSets } from './fault-groups.ts';
import type { FaultName } from './fault-names.ts';
import { otherLosses } from './other-losses.ts';

const head = `# What people see when something fails

Each line was tried: the bot at work in a workspace made for the test, one thing failing in one way, and all that people then saw held against this list (\`test/bot/faults\`), from which this page is written.

Whatever happens: an answer is never posted twice; whoever asked has it, or is told what happened; no picture is left in Slack that nobody sees. Where nobody can tell whether Slack took an answer, its asker is asked to look, and has a button to send it again; until they press it, and for a week at most, its picture stays where only the bot can see it. Told twice is better than never: words in a direct message may come twice.

A wait that Slack asks for is kept to. What passes by itself is tried again: a read three times within seconds; a picture three times, and then the answer goes without; an answer for half an hour; a direct message for a week.

A direct message also links the channel, and where the question was understood says what was asked.

In the lists, *no good answer* is each of: 429, HTTP 500, an HTML page (503), no answer in time, a broken connection; *done, but its answer lost*: the last two once Slack had done its work. “ref 7F3A” stands for the reference of a fault in the operator's log.
`;

/** The page on what people see when something fails. */
export function writeFaults(groups: readonly FaultGroup[]): string {
  return [head, writeOthers(), ...groups.map(writeGroup)].join('\n');
}

const tableHead = ['', '| goes wrong | people see |', '| --- | --- |'];

function writeOthers(): string {
  const lines = Object.values(otherLosses).map(({ goes, see }) => `| ${goes} | ${see} |`);
  return ['## Around Slack', ...tableHead, ...lines, ''].join('\n');
}

function writeGroup({ step, call, rows }: FaultGroup): string {
  const lines = rows.map(
    ({ faults, times, sees }) => `| ${sayFaults(faults)}: ${sayTimes(times)} | ${saySees(sees)} |`,
  );
  return [`## ${step}`, `\`${call}\``, ...tableHead, ...lines, ''].join('\n');
}

/** Faults that are often listed together are called by one name. */
function sayFaults(faults: readonly FaultName[]): string {
  let rest = faults;
  const named: string[] = [];
  for (const { name, members } of faultSets) {
    if (!members.every((member) => rest.includes(member))) continue;
    named.push(name);
    rest = rest.filter((fault) => !members.includes(fault));
  }
  return [...named, ...rest].join('; ');
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
