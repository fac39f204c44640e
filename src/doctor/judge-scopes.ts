import { listed } from '#src/grammar/listed.ts';
import { failed, note, ok, type Outcome } from './check.ts';

const install = 'in the settings of the app at api.slack.com/apps, then install the app again';

/** Compares what a token may do with what the manifest asks for: what is missing breaks something, and what is more breaks the rule of least privilege. */
export function judgeScopes(
  granted: readonly string[] | undefined,
  wanted: readonly string[],
): Outcome {
  if (granted === undefined) return note('Slack does not say what the token may do.');
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const more = granted.filter((scope) => !wanted.includes(scope));
  if (missing.length === 0 && more.length === 0)
    return ok(`The ${wanted.length} that manifest.yml asks for, and no other.`);
  const said = [
    ...(missing.length === 0 ? [] : [`Missing: ${listed(missing)}.`]),
    ...(more.length === 0 ? [] : [`More than manifest.yml asks for: ${listed(more)}.`]),
  ];
  return failed(said.join(' '), `${adviceOn(missing, more)} ${install}.`);
}

function adviceOn(missing: readonly string[], more: readonly string[]): string {
  if (more.length === 0) return 'Add what is missing';
  return missing.length === 0
    ? 'Take out what is more'
    : 'Add what is missing and take out what is more';
}
