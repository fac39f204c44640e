import { Fault } from '#src/fault.ts';
import { failed, type Outcome } from './check.ts';

/** What a check threw, in words: of a fault its own, of anything else its kind alone. */
export function sayFault(error: unknown): Outcome {
  if (error instanceof Fault)
    return error.name === 'SlackFault'
      ? sayOfSlack(error)
      : failed(asSentence(error.message), adviceOn(error));
  return failed(
    `This check broke (${nameOf(error)}).`,
    'That is a fault of the program: report it to those who maintain it.',
  );
}

/** Without the method that failed, which is the program's own affair. */
function sayOfSlack({ code, message }: Fault): Outcome {
  const next = slackAdvice[code] ?? 'Try again later, and look at slack-status.com.';
  return next === newToken
    ? failed(`Slack refuses the token (${code}).`, next)
    : failed(asSentence(message.replace(/^[\w. ]+: /u, '')), next);
}

/** The name of a file stays as it is. */
const asSentence = (message: string): string =>
  /^[a-z]+ /u.test(message)
    ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
    : `${message}.`;

const advice: Readonly<Record<string, string>> = {
  noConfig: 'Put it there, or name another one in MOBILITY_CONFIG.',
  notYaml: 'Correct it, then run this again.',
  badConfig: 'Correct it, then run this again.',
};

const otherPlace =
  'Hold project and dataset in the section warehouse of mobility.config.yml against what Terraform made.';

/** By the code of a `WarehouseFault` of BigQuery. */
const warehouseAdvice: Readonly<Record<string, string>> = {
  denied:
    'Give the account of the bot what Terraform gives it: roles/bigquery.jobUser on the project, and roles/bigquery.dataViewer on the dataset.',
  noProject: otherPlace,
  noDataset: otherPlace,
  missing: otherPlace,
  noAccount: 'Sign in anew, or attach the service account of the bot to the machine anew.',
  unavailable: 'Check that this machine may reach BigQuery over HTTPS, then try again in a minute.',
  rateLimited: 'Wait a minute, then run this again.',
  quota: 'Wait until tomorrow, or have the quota of the project raised (infra/quotas.tf).',
  otherTables:
    'Run the version that Terraform was applied with, or apply that of this version (infra/README.md).',
};

const adviceOn = ({ name, code }: Fault): string | undefined =>
  name === 'WarehouseFault' ? warehouseAdvice[code] : advice[code];

const newToken = 'Copy the token anew from the settings of the app at api.slack.com/apps.';
const connection =
  'Check that this machine may reach Slack over HTTPS, and SLACK_API_URL where it is set.';

const slackAdvice: Readonly<Record<string, string>> = {
  account_inactive: newToken,
  invalid_auth: newToken,
  not_allowed_token_type: newToken,
  not_authed: newToken,
  token_expired: newToken,
  token_revoked: newToken,
  missing_scope:
    'Add the scope in the settings of the app at api.slack.com/apps, then install it again.',
  ratelimited: 'Wait a minute, then run this again.',
  timeout: connection,
  unreachable: connection,
};

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
