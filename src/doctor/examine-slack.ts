import type { AccessConfig } from '#src/access/access-config.ts';
import { readBotSettings } from '#src/bot/bot-settings.ts';
import { readSlackAccess } from '#src/config/slack-access.ts';
import { checkAppToken } from '#src/edges/slack/client/check-app-token.ts';
import { readGrant, type Grant, type SlackAccess } from '#src/edges/slack/client/read-grant.ts';
import { readSlackTime } from '#src/edges/slack/client/read-slack-time.ts';
import { readManifest, readManifestText, wantedScopes } from '#src/manifest/read-manifest.ts';
import { failed, note, ok, type CheckGroup, type CheckResult } from './check.ts';
import type { DoctorPlace } from './doctor-place.ts';
import { examineRooms } from './examine-rooms.ts';
import { judgeClock } from './judge-clock.ts';
import { judgeScopes } from './judge-scopes.ts';
import { runCheck } from './run-check.ts';
import { tryReading, type Reading } from './try-reading.ts';

/** For one request, of which there may be three. */
const requestMs = 3000;

const leftOut = 'So neither channels nor user groups were looked at.';

/** Looks at Slack: the tokens, their rights and the clock; then at the channels and roles of the configuration, if it could be read. */
export async function examineSlack(
  place: DoctorPlace,
  config: AccessConfig | undefined,
): Promise<readonly CheckGroup[]> {
  const access = await tryReading(() => readSlackAccess(place.env));
  if (access.kind === 'failed') {
    const unasked = failed(`Slack was not asked. ${leftOut}`, 'Mend the settings first.');
    return [{ name: 'Slack', results: [{ name: 'token', ...unasked }] }];
  }
  const [grant, ...others] = await Promise.all([
    tryReading((signal) => readGrant(access.value, requestMs, signal)),
    runCheck('clock', async (signal) => {
      const there = await readSlackTime(access.value.apiUrl, signal);
      return judgeClock(place.clock(), there);
    }),
    ...examineAppToken(place, access.value),
  ]);
  const results = [...(await examineGrant(place, grant)), ...others];
  const rooms =
    grant.kind === 'read' && config !== undefined
      ? await examineRooms(access.value, grant.value, config, place.clock)
      : [];
  return [{ name: 'Slack', results }, ...rooms];
}

/** Only Socket Mode has a token of the app. */
function examineAppToken(
  { env }: DoctorPlace,
  { apiUrl }: SlackAccess,
): readonly Promise<CheckResult>[] {
  if (!env['SLACK_APP_TOKEN']) return [];
  const look = async (signal: AbortSignal) => {
    const { mode } = readBotSettings(env);
    if (mode.kind !== 'socket') return note('Socket Mode is off.');
    await checkAppToken({ token: mode.appToken, apiUrl }, requestMs, signal);
    return ok('Good for Socket Mode.');
  };
  return [runCheck('app token', look)];
}

async function examineGrant(
  { projectFolder }: DoctorPlace,
  grant: Reading<Grant>,
): Promise<readonly CheckResult[]> {
  if (grant.kind === 'failed') {
    const { outcome } = grant;
    return [{ name: 'token', ...outcome, said: `${outcome.said} ${leftOut}` }];
  }
  const { workspace, bot, scopes } = grant.value;
  return [
    { name: 'token', ...ok(`Good: the bot is @${bot} of ${workspace}.`) },
    await runCheck('scopes', async () =>
      judgeScopes(scopes, wantedScopes(readManifest(await readManifestText(projectFolder)))),
    ),
    { name: 'manifest', ...beyondSight },
  ];
}

const beyondSight = note(
  'Apart from the scopes, what the app is set to in Slack (its command, home page, shortcut and address) cannot be read with the token of a bot.',
  'After a change of manifest.yml compare: npm run manifest -- --help',
);
