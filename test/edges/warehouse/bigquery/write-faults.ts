import { sayFault } from '#src/say-fault.ts';
import type { Fault } from '#src/fault.ts';
import type { FaultCase } from './fault-cases.ts';

/** What came of a case: the fault, without what differs from run to run. */
export type Came = { readonly one: FaultCase; readonly fault: Fault };

const head = `# What people see when BigQuery fails

Each line was tried: Google's own client against a server made for the test, one thing failing in one way, and what came of it held against this list (\`test/edges/warehouse/bigquery/faults.test.ts\`), from which this page is written.

A question that was not answered changes nothing and may be asked again. What passes by itself (too many requests, no answer, a broken connection) is tried three times within seconds before anybody is told. A question ends at its deadline whatever BigQuery does, and its job is cancelled.

Whoever asked gets one sentence and what to do. The operator finds the reference in the log (“ref 7F3A” stands for one), with the fault's code, what it means and the job of BigQuery, where there was one: \`bq show -j JOB\` has the rest. Nothing that Google says is repeated: it may hold SQL, or a page of HTML.
`;

const jobId = /mobility_[a-z-]+_[0-9a-f-]{36}/gu;

const titles = { start: 'As the program starts', question: 'As somebody asks' } as const;

/** The page of all cases. */
export function writeFaults(all: readonly Came[]): string {
  const groups = (['start', 'question'] as const).map((when) => {
    const rows = all.filter(({ one }) => one.when === when).map(writeRow);
    return `## ${titles[when]}\n\n| goes wrong | whoever asks is told | the operator finds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return [head, ...groups].join('\n');
}

function writeRow({ one, fault }: Came): string {
  const { message, next } = sayFault('7F3A', fault);
  const found = fault.message.replaceAll(jobId, 'JOB');
  return `| ${one.what} | “${message} ${next}” | \`${fault.code}\`: ${found} |`;
}
