import { accessConfig, type AccessConfig } from '#src/access/access-config.ts';
import { configFileOf } from '#src/config/config-file.ts';
import { readLive } from '#src/config/read-live.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import type { CheckGroup } from './check.ts';
import { checkDrawing } from './check-drawing.ts';
import { checkSettings } from './check-settings.ts';
import { checkState } from './check-state.ts';
import type { DoctorPlace } from './doctor-place.ts';
import { examineBigQuery } from './examine-bigquery.ts';
import { examineBoard } from './examine-board.ts';
import { examineConfig } from './examine-config.ts';
import { examineSlack } from './examine-slack.ts';
import { judgeDisk, judgeMemory, judgeNode } from './judge-machine.ts';
import { judgeRelease } from './judge-release.ts';
import { freeDisk } from './measure-machine.ts';
import { runCheck } from './run-check.ts';
import { tryReading, type Reading } from './try-reading.ts';

/** Looks at all that the bot needs, and changes nothing. Never rejects: what cannot be looked at has failed. */
export async function examine(place: DoctorPlace): Promise<readonly CheckGroup[]> {
  const { env, projectFolder, clock } = place;
  const [access, live] = await Promise.all([
    tryReading(() => readConfig(configFileOf(projectFolder, env), 'access', accessConfig)),
    tryReading(() => readLive(place)),
  ]);
  const settings = await runCheck('settings', () => checkSettings(env));
  const [slack, config, board, bigQuery] = await Promise.all([
    examineSlack(place, valueOf(access)),
    examineConfig(place, access, live),
    examineBoard(place, access),
    examineBigQuery(place),
  ]);
  const release = await runCheck('release', () =>
    live.kind === 'read' ? judgeRelease(live.value, clock(), bigQuery.length === 0) : live.outcome,
  );
  return [
    { name: 'Settings', results: [settings] },
    ...slack,
    ...config,
    board,
    ...bigQuery,
    { name: 'Release', results: [release] },
    await examineState(place),
    await examineMachine(place),
  ];
}

const valueOf = (access: Reading<AccessConfig>): AccessConfig | undefined =>
  access.kind === 'read' ? access.value : undefined;

async function examineState({ home, env, clock }: DoctorPlace): Promise<CheckGroup> {
  const reading = await tryReading(() => checkState(readStorePlace(home, env), clock));
  const results =
    reading.kind === 'read' ? reading.value : [{ name: 'database', ...reading.outcome }];
  return { name: 'State', results };
}

// After Slack's part: to load what draws keeps the thread from noticing that an answer has come.
async function examineMachine({ home, projectFolder }: DoctorPlace): Promise<CheckGroup> {
  const results = await Promise.all([
    runCheck('charts', () => checkDrawing(projectFolder)),
    runCheck('disk', async () => judgeDisk(await freeDisk(home))),
    runCheck('memory', () => judgeMemory(process.availableMemory())),
    runCheck('Node.js', () => judgeNode(process.versions.node)),
  ]);
  return { name: 'Machine', results };
}
