import { parseArgs } from 'node:util';
import type { AuditMark } from '#src/state/audit-chain.ts';
import type { Period } from './export-audit.ts';
import { parseSought, type Sought } from './sought.ts';

/** What a command line asks for; `misunderstood` is one sentence and a next step. */
export type AuditArguments =
  | { readonly kind: 'verify'; readonly noted: readonly AuditMark[] }
  | { readonly kind: 'export'; readonly period: Period }
  | { readonly kind: 'whoSaw'; readonly sought: Sought }
  | { readonly kind: 'help' }
  | { readonly kind: 'misunderstood'; readonly message: string };

/** How to call it, for `--help` and after a misunderstanding. */
export const auditUsage = `npm run audit -- verify [--head N:DIGITS]
npm run -s audit -- export [--since DATE] [--until DATE]
npm run audit -- who-saw WHAT

  verify            whether the audit is whole. --head: a head that you noted must still be in it; may be given several times
  export            the audit as JSON Lines, the days from --since to --until (UTC, both included) or all
  who-saw           who may have seen some figures. WHAT is one of
                      a release                 uk-demo-2022-10-16-1a2b3c4d
                      the fingerprint of cells  its first 12 digits, or more
                      a message                 its Slack link, or C024BE91L/1700000000.000100
                      a channel                 C024BE91L
                      a part of a question      region:London

Exit code 0: the audit is whole. 1: it is not, or could not be read.
MOBILITY_HOME is the folder of all state (.mobility). DATABASE_URL and MOBILITY_AUDIT_KEY_FILE are as for the program.`;

/** Reads the arguments of the command. */
export function readAuditArguments(argv: readonly string[]): AuditArguments {
  const [verb = '', ...rest] = argv;
  if (argv.includes('--help') || argv.includes('-h')) return { kind: 'help' };
  switch (verb) {
    case 'verify':
      return readVerify(rest);
    case 'export':
      return readExport(rest);
    case 'who-saw':
      return readWhoSaw(rest);
    default:
      return misunderstood('Say verify, export or who-saw');
  }
}

const headText = /^(?<seq>\d{1,15}):(?<seal>[0-9a-f]{12,64})$/iu;

function readVerify(argv: readonly string[]): AuditArguments {
  const flags = readFlags(argv, ['head']);
  if (flags === undefined) return misunderstood('verify takes --head N:DIGITS and nothing else');
  const noted = (flags['head'] ?? []).flatMap((text) => {
    const { seq, seal } = headText.exec(text)?.groups ?? {};
    return seq === undefined || seal === undefined
      ? []
      : { seq: Number(seq), seal: seal.toLowerCase() };
  });
  return noted.length === (flags['head'] ?? []).length
    ? { kind: 'verify', noted }
    : misunderstood('--head must be a head as verify prints it, such as 1204:3fa94c01be77');
}

function readExport(argv: readonly string[]): AuditArguments {
  const flags = readFlags(argv, ['since', 'until']);
  if (flags === undefined)
    return misunderstood('export takes --since DATE and --until DATE and nothing else');
  const [since, until] = [flags['since']?.at(-1), flags['until']?.at(-1)];
  const wrong = [since, until].find((text) => text !== undefined && !isDate(text));
  if (wrong !== undefined) return misunderstood('a date must be of the form 2026-11-01');
  if (since !== undefined && until !== undefined && since > until)
    return misunderstood('--until is before --since');
  return { kind: 'export', period: { since, until } };
}

function readWhoSaw(argv: readonly string[]): AuditArguments {
  const [text, ...more] = argv;
  const sought = text === undefined || more.length > 0 ? undefined : parseSought(text);
  return sought === undefined
    ? misunderstood(
        'who-saw takes one thing: a release, a fingerprint of cells, a message, a channel, or a part of a question such as region:London, in quotation marks if it has spaces',
      )
    : { kind: 'whoSaw', sought };
}

/** All values of each flag; undefined where anything else is there. */
function readFlags(
  argv: readonly string[],
  names: readonly string[],
): Readonly<Record<string, readonly string[] | undefined>> | undefined {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string' as const, multiple: true as const }]),
  );
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch {
    return undefined;
  }
}

function isDate(text: string): boolean {
  const isWritten = /^\d{4}-\d{2}-\d{2}$/u.test(text);
  const date = new Date(`${text}T00:00:00Z`);
  return isWritten && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const misunderstood = (message: string): AuditArguments => ({ kind: 'misunderstood', message });
